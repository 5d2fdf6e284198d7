import { addMonths, formatISO, parseISO } from 'date-fns';
import { addDays, daysBetween, type LocalDate } from '../time/localDate.ts';
import type { Ternary } from '../organisation/organisation.ts';

/** What may make a period shorter than usual (Procurement Act 2023 s.54(3)-(4)). */
type Shortening =
  | 'none'
  | 'qualifyingPlannedNotice'
  | 'urgency'
  | 'dynamicMarket'
  /** Only suppliers chosen beforehand may tender, to a utility or an authority that is not central government. */
  | 'preselectedSuppliers'
  /** The same, with a period agreed with them. */
  | 'negotiatedPeriod'
  | 'unknown';

/** What the lawful length of a tendering period depends on. */
export interface PeriodFacts {
  readonly aboveThreshold: Ternary;
  readonly lightTouch: boolean;
  readonly shortening: Shortening;
  readonly electronicSubmission: Ternary;
  /** Whether every tender document was given together with the notice. */
  readonly documentsWithNotice: Ternary;
  /** Whether a period of any length may be agreed with suppliers chosen beforehand, as by all but central government (s.54(4)). */
  readonly mayBeAgreed: Ternary;
}

/** The shortest lawful period in days; `null` where the law sets none. */
export interface Minimum {
  readonly days: number | null;
  readonly reason: string;
}

const shortened: Readonly<
  Record<'qualifyingPlannedNotice' | 'urgency' | 'dynamicMarket' | 'preselectedSuppliers', string>
> = {
  qualifyingPlannedNotice: 'a qualifying planned procurement notice (UK3) came before',
  urgency: 'the buyer states urgency',
  dynamicMarket: 'the contract is awarded by way of a dynamic market',
  preselectedSuppliers: 'only suppliers chosen beforehand may tender',
};

const noNumber: Readonly<Record<'belowThreshold' | 'lightTouch', Minimum>> = {
  belowThreshold: {
    days: null,
    reason: 'below the threshold the period must be reasonable and the same for all (s.87(6))',
  },
  lightTouch: {
    days: null,
    reason: 'the period of a light touch contract must be reasonable and the same for all (s.54(1), (2))',
  },
};

/**
 * The minimum tendering period (Procurement Act 2023 s.54(4); below the threshold s.87(6): reasonable, no number). What is not known is
 * taken for the shorter period only where the notice says so: an unknown shortening counts as none, an unknown fact as not given.
 */
export function minimumTenderingPeriod(facts: PeriodFacts): Minimum {
  if (facts.aboveThreshold === 'no') return noNumber.belowThreshold;
  if (facts.lightTouch) return noNumber.lightTouch;
  if (facts.shortening === 'negotiatedPeriod') {
    return { days: null, reason: 'the period is agreed with suppliers chosen beforehand' };
  }
  if (facts.shortening !== 'none' && facts.shortening !== 'unknown') {
    return { days: 10, reason: shortened[facts.shortening] };
  }
  const electronic = facts.electronicSubmission === 'yes';
  const documents = facts.documentsWithNotice === 'yes';
  if (electronic && documents) {
    return { days: 25, reason: 'tenders may be sent electronically and all documents came with the notice' };
  }
  if (electronic) return { days: 30, reason: 'not all documents are known to have come with the notice' };
  if (documents) return { days: 30, reason: 'tenders are not known to be accepted electronically' };
  return {
    days: 35,
    reason: 'neither electronic tenders nor all documents with the notice are known',
  };
}

/** The minimum time for requests to participate (Procurement Act 2023 s.54(3)). */
export function minimumParticipationPeriod(
  facts: Pick<PeriodFacts, 'aboveThreshold' | 'lightTouch' | 'shortening'>,
): Minimum {
  if (facts.aboveThreshold === 'no') return noNumber.belowThreshold;
  if (facts.lightTouch) return noNumber.lightTouch;
  if (facts.shortening === 'urgency') return { days: 10, reason: shortened.urgency };
  return { days: 25, reason: 'requests to participate in a competitive flexible procedure' };
}

/** A period as it was set, beside what the law asks. */
export interface PeriodJudgement {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly days: number;
  readonly minimum: Minimum;
  /** The first day on which the period may lawfully end; `null` where there is no minimum. */
  readonly earliestLawful: LocalDate | null;
  /**
   * `exactlyMinimum` is lawful and has no day to spare. `noMinimum`: the law names no number of days, so that counting shows neither that
   * it is lawful nor that it is not. `unknown`: it depends on something that is not known.
   */
  readonly verdict: 'lawful' | 'exactlyMinimum' | 'tooShort' | 'noMinimum' | 'unknown';
}

/**
 * Judges a tendering period. It begins the day after the invitation, which in an open procedure is the tender notice, and ends
 * with the day of the deadline (Procurement Act 2023 s.54(5)).
 */
export function judgeTenderingPeriod(invited: LocalDate, deadline: LocalDate, facts: PeriodFacts): PeriodJudgement {
  return judged(invited, deadline, facts, minimumTenderingPeriod(facts), shortestPossible(facts));
}

/** Judges the time for requests to participate, which is counted in the same way. */
export function judgeParticipationPeriod(invited: LocalDate, deadline: LocalDate, facts: PeriodFacts): PeriodJudgement {
  const minimum = minimumParticipationPeriod(facts);
  const shortest = facts.shortening === 'unknown' ? 10 : (minimum.days ?? 0);
  return judged(invited, deadline, facts, minimum, shortest);
}

/** `shortest`: the period that could still be lawful, if what is not known were to the buyer's good. */
function judged(
  invited: LocalDate,
  deadline: LocalDate,
  facts: PeriodFacts,
  minimum: Minimum,
  shortest: number,
): PeriodJudgement {
  const days = daysBetween(invited, deadline);
  const earliestLawful = minimum.days === null ? null : addDays(invited, minimum.days);
  return { firstDay: addDays(invited, 1), lastDay: deadline, days, minimum, earliestLawful, verdict: verdict() };

  function verdict(): PeriodJudgement['verdict'] {
    if (minimum.days === null) return 'noMinimum';
    // Below the threshold no number of days is lawful in itself.
    if (facts.aboveThreshold === 'unknown') return 'unknown';
    if (days > minimum.days) return 'lawful';
    if (days === minimum.days) return 'exactlyMinimum';
    return days >= shortest ? 'unknown' : 'tooShort';
  }
}

/** The shortest period that could still be lawful, if what is not known were to the buyer's good. */
function shortestPossible(facts: PeriodFacts): number {
  if (facts.mayBeAgreed !== 'no') return 0;
  if (facts.shortening === 'unknown') return 10;
  const best = minimumTenderingPeriod({
    ...facts,
    electronicSubmission: yesUnlessNo(facts.electronicSubmission),
    documentsWithNotice: yesUnlessNo(facts.documentsWithNotice),
  });
  return best.days ?? 0;
}

function yesUnlessNo(fact: Ternary): Ternary {
  return fact === 'no' ? 'no' : 'yes';
}

/** Whether a planned procurement notice (UK3) allows a tendering period of 10 days. */
export interface PlannedNotice {
  /** Days from the planned notice to the tender notice. */
  readonly days: number;
  readonly qualifies: boolean;
  /** The tender notices for which it qualifies are published from `from` to `to`, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days on which a tender notice after this planned notice may carry a 10-day tendering period (s.15(3)). */
export function plannedNoticeWindow(planned: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  return {
    from: addDays(planned, 40),
    to: formatISO(addMonths(parseISO(planned), 12), { representation: 'date' }),
  };
}

/** A planned notice qualifies if it was published at least 40 days and not more than 12 months before (s.15(3)). */
export function qualifyingPlannedNotice(planned: LocalDate, tenderNotice: LocalDate): PlannedNotice {
  const { from, to } = plannedNoticeWindow(planned);
  const qualifies = from <= tenderNotice && tenderNotice <= to;
  return { days: daysBetween(planned, tenderNotice), qualifies, from, to };
}

/** The last of a number of days beginning with a day, which is day 1 (ss.53, 68, 73). */
function lastOfDaysBeginningWith(first: LocalDate, days: number): LocalDate {
  return addDays(first, days - 1);
}

/** By when the contract details notice (UK7) is due: 30 days beginning with the day of the contract, 120 for light touch (s.53(1)). */
export function contractDetailsNoticeDue(enteredInto: LocalDate, lightTouch: boolean): LocalDate {
  return lastOfDaysBeginningWith(enteredInto, lightTouch ? 120 : 30);
}

/** The last day on which offers hold: so many days after the day of the deadline. */
export function offersValidUntil(deadline: LocalDate, days: number): LocalDate {
  return addDays(deadline, days);
}
