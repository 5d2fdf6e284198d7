import { addDays, differenceInDays, differenceInMonths, parseISO } from 'date-fns';
import type { LocalDate } from '../time/localDate.ts';
import type { Pence } from '../basics/money.ts';
import type { Lot } from './tender.ts';
import { yearsOf } from './contractLength.ts';

/** What a lot is worth in a year, and from what that was calculated. */
export interface AnnualValue {
  /** Without VAT, rounded for reading; `timesAnnualValue` multiplies what is not rounded. */
  readonly pence: Pence;
  readonly of: Pence;
  readonly years: number;
  /** The days between which the years lie; `null` where the notice gives their number only. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Whether the years are those with every option and renewal. */
  readonly withOptions: boolean;
}

/** What is missing for it. A value with VAT does not stand in for one without: turnover is counted without (domain practice). */
export type NoAnnualValue = 'noNetValue' | 'noTerm';

/**
 * The value of a lot without VAT over the years for which it is given: a notice's value covers every option and renewal (Procurement
 * Act 2023 Schedule 3), so the years run to the latest end where there is one. A contract of less than a year is worth its whole value
 * in that year.
 */
export function annualValue(lot: Lot): AnnualValue | NoAnnualValue {
  const of = lot.value.net;
  if (of === null) return 'noNetValue';
  const to = lot.maximumEnd ?? lot.contractEnd;
  if (lot.contractStart === null || to === null || to < lot.contractStart) return byLength(of, lot);
  const years = Math.max(1, yearsBetween(lot.contractStart, to));
  return {
    pence: Math.round(of / years),
    of,
    years,
    from: lot.contractStart,
    to,
    withOptions: lot.maximumEnd !== null && lot.maximumEnd !== lot.contractEnd,
  };
}

/** The same by the length of the contract, where its days are not known. */
function byLength(of: Pence, { duration, contractStart }: Lot): AnnualValue | NoAnnualValue {
  if (duration === null || duration === undefined) return 'noTerm';
  const years = Math.max(1, yearsOf(duration));
  return { pence: Math.round(of / years), of, years, from: contractStart, to: null, withOptions: false };
}

/** So many times the annual value of lots together; rounded once, at the end, so that no penny of a third is multiplied. */
export function timesAnnualValue(values: readonly Pick<AnnualValue, 'of' | 'years'>[], times: number): Pence {
  return Math.round(values.reduce((sum, { of, years }) => sum + (of * times) / years, 0));
}

/** Whole months count as twelfths of a year; days beyond them as parts of a year of 365 days. Both days are included. */
function yearsBetween(from: LocalDate, to: LocalDate): number {
  const start = parseISO(from);
  const end = addDays(parseISO(to), 1);
  const months = differenceInMonths(end, start);
  const anniversary = new Date(start);
  anniversary.setMonth(start.getMonth() + months);
  return months / 12 + Math.max(0, differenceInDays(end, anniversary)) / 365;
}
