import { daysBetween, type LocalDate } from '../time/localDate.ts';

/** The days on which an insurance or certificate holds, both included; `null` where not known. */
export interface Cover {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** Whether cover holds on a day. `daysLeft` is 0 on the last day. */
export type Validity =
  | { readonly state: 'inDate'; readonly daysLeft: number }
  | { readonly state: 'expired'; readonly daysAgo: number }
  | { readonly state: 'notYet'; readonly daysUntil: number }
  | { readonly state: 'unknown' };

/**
 * Whether cover holds on a day. Without an end it is unknown, never in date. Without a start it is taken to have begun,
 * since certificates often show only when they end. Dates that contradict each other are unknown.
 */
export function validityOn(cover: Cover, on: LocalDate): Validity {
  const { validFrom, validTo } = cover;
  if (validFrom !== null && validTo !== null && validFrom > validTo) return { state: 'unknown' };
  if (validTo !== null && validTo < on) return { state: 'expired', daysAgo: daysBetween(validTo, on) };
  if (validFrom !== null && validFrom > on) return { state: 'notYet', daysUntil: daysBetween(on, validFrom) };
  return validTo === null ? { state: 'unknown' } : { state: 'inDate', daysLeft: daysBetween(on, validTo) };
}
