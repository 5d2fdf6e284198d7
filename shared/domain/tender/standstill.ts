import { addDays, type LocalDate } from '../time/localDate.ts';
import type { AwardRoute, PublishedAward } from './award.ts';
import { ok, type Result, unreachable } from '../basics/result.ts';
import type { Regime } from './tender.ts';
import {
  type BeyondCalendar,
  type HolidayCalendar,
  type CountedDays,
  workingDaysBeginningWith,
} from '../time/workingDays.ts';

/** A number of working days during which the contract may not be entered into. */
export interface Standstill {
  /** It ends at midnight at the end of this day. */
  readonly lastDay: LocalDate;
  /** From the day after the contract may be entered into, be it a working day or not. */
  readonly earliestSigning: LocalDate;
  readonly days: CountedDays;
}

/** Eight working days beginning with the day on which the contract award notice (UK6) is published (Procurement Act 2023 s.51(2)). */
export function standstill(calendar: HolidayCalendar, published: LocalDate): Result<Standstill, BeyondCalendar> {
  return beginningWith(calendar, published);
}

/**
 * The standstill of the Provider Selection Regime in England: it begins the day after the notice of intention, and representations
 * may be made until midnight at the end of the eighth working day after the day on which it begins (SI 2023/1348 reg. 12(2), (3), (9)).
 */
export function standstillForHealthServices(
  calendar: HolidayCalendar,
  published: LocalDate,
): Result<Standstill, BeyondCalendar> {
  return beginningWith(calendar, addDays(published, 2));
}

function beginningWith(calendar: HolidayCalendar, first: LocalDate): Result<Standstill, BeyondCalendar> {
  const end = workingDaysBeginningWith(calendar, first, 8);
  if (!end.ok) return end;
  const { on, days } = end.value;
  return ok({ lastDay: on, earliestSigning: addDays(on, 1), days });
}

/** Which rule gives a standstill, or why there is none. */
export type StandstillRule =
  /** The law asks for one. */
  | { readonly kind: 'required' }
  /** The law asks for none, for this reason, and the notice gives one all the same (s.51(4)). */
  | { readonly kind: 'voluntary'; readonly reason: string }
  /** The Act's rules on standstills are of public contracts alone (s.51(1)); the notice gives one of the buyer's own. */
  | { readonly kind: 'buyersOwn'; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string }
  /** Health services in England. */
  | { readonly kind: 'healthServices' }
  /** Muster cannot tell; `question` is what to ask or to look up. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly question: string };

const noneByRoute: Readonly<Partial<Record<AwardRoute, string>>> = {
  frameworkCallOff: 'the contract is awarded under a framework (s.51(3)(d))',
  dynamicMarket: 'the contract is awarded by reference to a dynamic market (s.51(3)(e))',
  urgentDirectAward: 'it is a direct award for extreme and unavoidable urgency (s.51(3)(a))',
  lifeProtectingDirectAward: 'it is a direct award to protect life (s.51(3)(b))',
  privateUtilityDirectAward: 'it is a direct award by a private utility (s.51(3)(c))',
};

/** Whether a standstill is owed for an award, under the law that the procurement runs under. */
export function standstillRule(regime: Regime, award: PublishedAward): StandstillRule {
  switch (regime) {
    case 'pa2023':
      return ruleOfTheAct(award);
    case 'psrEngland':
      return ruleForHealthServices(award);
    case 'psrWales':
      return unknown(
        'health services in Wales have rules of their own, which Muster does not know',
        'Ask the buyer when the standstill began and when it ends.',
      );
    case 'scotland':
      return unknown(
        'Scottish procurement law has its own rules, which Muster does not know',
        'Look in the buyer’s letter on the outcome for the end of the standstill, and ask the buyer if it gives none.',
      );
    case 'legacy':
      return unknown(
        'under the Public Contracts Regulations 2015 it runs from the day on which the buyer sent its decision, which no notice gives',
        'When was the decision sent, and how? Sent electronically, the standstill ends at midnight at the end of the 10th day after that day; sent otherwise it is 15 days (reg. 87).',
      );
    case 'unknown':
      return unknown('which rules apply is not known', 'Choose the rules under “Value and rules”.');
    default:
      return unreachable(regime);
  }
}

function ruleOfTheAct({ aboveThreshold, lightTouch, route, standstillEnd }: PublishedAward): StandstillRule {
  const reason = reasonForNone({ aboveThreshold, lightTouch, route });
  if (reason !== null && standstillEnd === null) return { kind: 'none', reason };
  if (reason !== null) return { kind: aboveThreshold === 'no' ? 'buyersOwn' : 'voluntary', reason };
  if (route === 'unknown') {
    return unknown(
      'the notice does not say how the contract is awarded',
      'Ask the buyer whether it is an award under a framework or a dynamic market, or a direct award, and whether a standstill applies.',
    );
  }
  if (aboveThreshold === 'unknown') {
    return unknown(
      'whether the contract is above the threshold is not known',
      'Ask the buyer whether this is an award above the threshold.',
    );
  }
  return { kind: 'required' };
}

function reasonForNone({
  aboveThreshold,
  lightTouch,
  route,
}: Pick<PublishedAward, 'aboveThreshold' | 'lightTouch' | 'route'>): string | null {
  if (aboveThreshold === 'no') return 'the contract is below the threshold';
  if (lightTouch) return 'it is a light touch contract (s.51(3)(f))';
  return noneByRoute[route] ?? null;
}

function ruleForHealthServices({ route }: PublishedAward): StandstillRule {
  if (route === 'intentionToAward') return { kind: 'healthServices' };
  if (route === 'directAwardProcessAOrB') {
    return {
      kind: 'none',
      reason: 'Direct Award Processes A and B have no standstill (SI 2023/1348 regs. 7, 8, 12(1))',
    };
  }
  return unknown(
    'it runs from the notice of the intention to award, and this notice is not known to be that one',
    'Look for the notice of the intention to award: the standstill begins the day after it (SI 2023/1348 reg. 12).',
  );
}

function unknown(reason: string, question: string): StandstillRule {
  return { kind: 'unknown', reason, question };
}

/** When the standstill of one award ends. */
export interface StandstillEnd {
  /** Eight working days as the law counts them; for an unknown rule what they would be if the Act asked for them. */
  readonly statutory: Result<Standstill, BeyondCalendar> | null;
  /** The end that the notice gives. */
  readonly stated: LocalDate | null;
  /** The stated end comes before eight working days are over, which does not satisfy s.51. */
  readonly isTooShort: boolean;
  /** The later of the two (s.51(1)(b)); `null` where neither the law nor the notice is known to give one. */
  readonly lastDay: Result<LocalDate, BeyondCalendar> | null;
}

/** The end of a standstill: the later of eight working days and of what the notice gives (s.51(1), (4), (5)). */
export function standstillEnd(
  rule: StandstillRule,
  regime: Regime,
  published: LocalDate,
  stated: LocalDate | null,
  calendar: HolidayCalendar,
): StandstillEnd {
  const statutory = statutoryOf(rule, regime, published, calendar);
  const counted = statutory?.ok === true ? statutory.value.lastDay : null;
  const isTooShort = stated !== null && counted !== null && stated < counted;
  return { statutory, stated, isTooShort, lastDay: lastDay() };

  function lastDay(): StandstillEnd['lastDay'] {
    if (rule.kind === 'none' || (rule.kind === 'unknown' && stated === null)) return null;
    if (rule.kind === 'unknown') return stated === null || isTooShort ? null : ok(stated);
    if (statutory === null) return stated === null ? null : ok(stated);
    if (!statutory.ok) return statutory;
    return ok(stated !== null && stated > statutory.value.lastDay ? stated : statutory.value.lastDay);
  }
}

function statutoryOf(
  rule: StandstillRule,
  regime: Regime,
  published: LocalDate,
  calendar: HolidayCalendar,
): StandstillEnd['statutory'] {
  if (rule.kind === 'healthServices') return standstillForHealthServices(calendar, published);
  const isOfTheAct = rule.kind !== 'none' && rule.kind !== 'buyersOwn';
  return regime === 'pa2023' && isOfTheAct ? standstill(calendar, published) : null;
}

/**
 * The last day for claims counted from a day on which the supplier knew: 30 days beginning with it (Procurement Act 2023 s.106). Knowing
 * earlier, from an assessment summary for example, makes it earlier.
 */
export function claimsUntil(knownOn: LocalDate): LocalDate {
  return addDays(knownOn, 29);
}
