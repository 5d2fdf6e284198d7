import type { LocalDate } from '../time/localDate.ts';
import type { Pence } from '../basics/money.ts';
import type { Ternary } from '../organisation/organisation.ts';
import type { AuthorityKind, MainCategory, Regime, SpecialRegime } from './tender.ts';

/** The kinds of contract that have a threshold of their own (Procurement Act 2023, Schedule 1). */
type ThresholdCategory =
  | 'works'
  | 'central'
  | 'subCentral'
  | 'utilities'
  | 'lightTouch'
  | 'utilitiesLightTouch'
  | 'concession'
  | 'utilitiesConcession'
  | 'lightTouchConcession';

/** An amount with VAT from which the rules for covered procurement apply, and the days on which it holds, both included. */
export interface Threshold {
  readonly category: ThresholdCategory;
  readonly amount: Pence;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
}

export interface ContractFacts {
  readonly regime: Regime;
  readonly category: MainCategory;
  readonly authority: AuthorityKind;
  readonly specialRegimes: readonly SpecialRegime[];
}

/** Where a value stands to the threshold, and to which; unknown where a fact or the amount of that day is not known. */
export interface ThresholdVerdict {
  readonly above: Ternary;
  readonly threshold: Threshold | null;
}

/**
 * Whether an estimated value with VAT is not less than the threshold in force on a day (Procurement Act 2023 s.3). Unknown for
 * procurements that are not known to run under the Act, for defence contracts, which have amounts of their own, and for light touch
 * concessions of a utility, which fit two rows of the table.
 */
export function againstThreshold(
  thresholds: readonly Threshold[],
  facts: ContractFacts,
  gross: Pence | null,
  on: LocalDate,
): ThresholdVerdict {
  const category = thresholdCategory(facts);
  const threshold = thresholds.find((each) => each.category === category && each.validFrom <= on && on <= each.validTo);
  if (threshold === undefined) return { above: 'unknown', threshold: null };
  if (gross === null) return { above: 'unknown', threshold };
  return { above: gross >= threshold.amount ? 'yes' : 'no', threshold };
}

function thresholdCategory({ regime, category, authority, specialRegimes }: ContractFacts): ThresholdCategory | null {
  if (regime !== 'pa2023') return null;
  const special = (regime: SpecialRegime) => specialRegimes.includes(regime);
  const utility = special('utilities') || authority === 'utility';
  if (special('defence')) return null;
  if (special('concession')) return concessionCategory(special('lightTouch'), utility);
  if (special('lightTouch')) return utility ? 'utilitiesLightTouch' : 'lightTouch';
  if (category === 'works') return 'works';
  if (category === 'unknown') return null;
  if (utility) return 'utilities';
  return authority === 'unknown' ? null : authority;
}

/** Schedule 1, rows 6, 7 and 9. */
function concessionCategory(lightTouch: boolean, utility: boolean): ThresholdCategory | null {
  if (lightTouch) return utility ? null : 'lightTouchConcession';
  return utility ? 'utilitiesConcession' : 'concession';
}
