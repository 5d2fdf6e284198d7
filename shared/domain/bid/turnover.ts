import type { Pence } from '../basics/money.ts';
import { lastAccounts } from '../organisation/lastAccounts.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { LocalDate } from '../time/localDate.ts';
import { type AnnualValue, annualValue, timesAnnualValue } from '../tender/annualValue.ts';
import type { Lot } from '../tender/tender.ts';
import type { BidMember } from './bid.ts';
import { wholeLot } from './shares.ts';

/** What a buyer asks by "so many times the annual value of the lots", without VAT; `null` where a lot's value or term is not known. */
export function turnoverAskedFor(lots: readonly Lot[], times: number): Pence | null {
  if (lots.length === 0) return null;
  const values: AnnualValue[] = [];
  for (const lot of lots) {
    const annual = annualValue(lot);
    if (typeof annual === 'string') return null;
    values.push(annual);
  }
  return timesAnnualValue(values, times);
}

/** A turnover held against what is asked for. `short` is below zero where there is more than enough. */
interface Measured {
  /** `null` where the turnover of one of them is not known: unknown is never enough. */
  readonly turnover: Pence | null;
  readonly short: Pence | null;
}

export interface TurnoverReckoning {
  /** The members by the turnover of their last accounts, in the order of the bid. */
  readonly members: readonly (Measured & {
    readonly organisationId: string;
    /** What the others have together. */
    readonly without: Measured;
  })[];
  readonly together: Measured;
  /** All of these and one who stands in reserve, for each reserve. */
  readonly reserves: readonly { readonly organisationId: string; readonly together: Measured }[];
}

/**
 * A test of turnover for a consortium by the last accounts of each: what each member has alone, all together, and all but each one. It adds up as if that were
 * allowed; whether they may is for the tender documents to say, and where these are silent the verdict is unknown.
 * Who stands in reserve or only guarantees is no part of the sum; what a reserve would bring to it is told apart.
 */
export function reckonTurnover(
  asked: Pence,
  members: readonly Pick<BidMember, 'organisationId' | 'role'>[],
  organisations: readonly Pick<Organisation, 'id' | 'turnover'>[],
  today: LocalDate,
): TurnoverReckoning {
  const withTurnover = members.map(({ organisationId, role }) => ({
    organisationId,
    role,
    turnover: lastTurnover(organisations, organisationId, today),
  }));
  const known = withTurnover.filter(({ role }) => role !== 'reserve' && role !== 'guarantor');
  const measure = (turnovers: readonly (Pence | null)[]): Measured => {
    const turnover = turnovers.reduce<Pence | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
    return { turnover, short: turnover === null ? null : asked - turnover };
  };
  const together = measure(known.map(({ turnover }) => turnover));
  return {
    together,
    reserves: withTurnover
      .filter(({ role }) => role === 'reserve')
      .map(({ organisationId, turnover }) => ({
        organisationId,
        together: measure([...known.map((one) => one.turnover), turnover]),
      })),
    members: known.map(({ organisationId, turnover }) => {
      const others = known.filter((one) => one.organisationId !== organisationId);
      const without = measure(others.map((one) => one.turnover));
      const { short } = measure([turnover]);
      return { organisationId, turnover, short, without };
    }),
  };
}

/**
 * What of the turnover asked for would fall to a member by its share of each lot. A view for the team alone: no buyer asks
 * for it unless its documents say so.
 */
export function turnoverByShare(
  lots: readonly { readonly lotId: string; readonly asked: Pence }[],
  { shares }: Pick<BidMember, 'shares'>,
): Pence {
  const parts = lots.map(({ lotId, asked }) => {
    const share = shares.find((each) => each.lotId === lotId)?.basisPoints ?? 0;
    return Math.round((asked * share) / wholeLot);
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

/** The turnover of a member's last accounts on a day; `null` where none are recorded. */
export function lastTurnover(
  organisations: readonly Pick<Organisation, 'id' | 'turnover'>[],
  organisationId: string,
  today: LocalDate,
): Pence | null {
  const organisation = organisations.find(({ id }) => id === organisationId);
  return organisation === undefined ? null : (lastAccounts(organisation, today)?.turnover ?? null);
}
