import { currentDue } from './amendment.ts';
import { awardRoute, type PublishedAward } from './award.ts';
import { dayOf, twoDaysBefore, type TwoDaysBefore } from '../time/countdown.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import type { LocalDate } from '../time/localDate.ts';
import { type JudgedPeriod, judgedPeriods } from './periods.ts';
import { type PublishedNotice, publishedNotices } from './publishedNotices.ts';
import type { Result } from '../basics/result.ts';
import { standingDeadlines } from './standingDates.ts';
import { standstillEnd, type StandstillEnd, type StandstillRule, standstillRule } from './standstill.ts';
import type { Ending, Tender } from './tender.ts';
import { plannedNoticeWindow, qualifyingPlannedNotice, type PlannedNotice } from './timeLimits.ts';
import { type BeyondCalendar, type CountedDay, type HolidayCalendar, workingDaysBefore } from '../time/workingDays.ts';

/** A planned procurement notice (UK3), and what it allows. */
interface PlannedProcurement {
  readonly notice: PublishedNotice;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Measured against the first tender notice; `null` while that is not known, which is when to prepare. */
  readonly against: PlannedNotice | null;
}

/** The standstill of one award, by one award notice. */
export interface AwardStandstill extends StandstillEnd {
  readonly notice: PublishedNotice;
  readonly award: PublishedAward;
  readonly rule: StandstillRule;
  /** The later notice that corrects this one and takes its place; `null` while this one counts. */
  readonly replacedBy: PublishedNotice | null;
  /** That the buyer has given up what was awarded since; `null` while the award stands. */
  readonly givenUp: Ending | null;
}

/** What follows from the dates of a tender. */
export interface CalculatedDates {
  readonly planned: PlannedProcurement | null;
  readonly periods: readonly JudgedPeriod[];
  /** Two days before each deadline for tenders or for requests to participate. */
  readonly readyBy: readonly {
    readonly deadline: Deadline;
    readonly at: Result<TwoDaysBefore, BeyondCalendar>;
  }[];
  /** Two working days before questions close: until when the members' questions must be in. */
  readonly questionCutOffs: readonly {
    readonly deadline: Deadline;
    readonly on: Result<CountedDay, BeyondCalendar>;
  }[];
  /** One for each award of each award notice (UK6), in the order of publication. */
  readonly standstills: readonly AwardStandstill[];
}

/** Calculates what the law and good practice make of a tender's dates (Procurement Act 2023 ss.15, 51, 54). */
export function calculateDates(tender: Tender, calendar: HolidayCalendar): CalculatedDates {
  const notices = publishedNotices(tender);
  const deadlines = standingDeadlines(tender).filter(({ state }) => state !== 'withdrawn');
  const ofKind = (...kinds: readonly DeadlineKind[]) => deadlines.filter(({ kind }) => kinds.includes(kind));
  const planned = plannedProcurement(notices);
  return {
    planned,
    periods: judgedPeriods(tender, notices, deadlines, planned?.against ?? null),
    readyBy: ofKind('participation', 'submission').flatMap((deadline) => {
      const due = currentDue(deadline);
      return due.kind === 'instant' ? [{ deadline, at: twoDaysBefore(due, calendar) }] : [];
    }),
    questionCutOffs: ofKind('questions').map((deadline) => ({
      deadline,
      on: workingDaysBefore(calendar, dayOf(currentDue(deadline)), 2),
    })),
    standstills: awardStandstills(tender, notices, calendar),
  };
}

function plannedProcurement(notices: readonly PublishedNotice[]): PlannedProcurement | null {
  const notice = notices.findLast(({ type }) => type === 'UK3');
  if (notice === undefined) return null;
  const tenderNotices = notices.filter(({ type }) => type === 'UK4');
  const original = tenderNotices.find(({ isUpdate }) => !isUpdate) ?? tenderNotices[0];
  const against = original === undefined ? null : qualifyingPlannedNotice(notice.on, original.on);
  return { notice, ...plannedNoticeWindow(notice.on), against };
}

function awardStandstills(
  tender: Tender,
  notices: readonly PublishedNotice[],
  calendar: HolidayCalendar,
): readonly AwardStandstill[] {
  const all = notices.filter(isAwardNotice).flatMap((notice) =>
    (notice.awards === null ? [awardByHand(tender, notices)] : joined(notice.awards)).map((award) => ({
      notice,
      award,
    })),
  );
  return all.map(({ notice, award }, at): AwardStandstill => {
    const later = all.slice(at + 1).find((each) => each.notice !== notice && replaces(each.award, award));
    const rule = standstillRule(tender.regime, award);
    const end = standstillEnd(rule, tender.regime, notice.on, award.standstillEnd, calendar);
    const givenUp = endingOf(tender, award, notices.slice(notices.indexOf(notice)));
    return Object.assign({ notice, award, rule, replacedBy: later?.notice ?? null, givenUp }, end);
  });
}

/** That the buyer ended the procurement, or gave up every lot of an award, by the award notice or one after it. */
function endingOf({ ended, lots }: Tender, award: PublishedAward, since: readonly PublishedNotice[]): Ending | null {
  const awarded = lots.filter(({ number }) => award.lots.length === 0 || award.lots.includes(number));
  const endings = awarded.flatMap((lot) => lot.ended ?? []);
  const ending = ended ?? (endings.length === awarded.length ? endings.at(-1) : null) ?? null;
  return ending !== null && since.some(({ source }) => source === ending.source) ? ending : null;
}

/** Awards of one notice that differ only in their suppliers, as those of a framework, have one standstill. */
function joined(awards: readonly PublishedAward[]): readonly PublishedAward[] {
  const byTerms = new Map<string, PublishedAward>();
  for (const award of awards) {
    const terms = JSON.stringify({ ...award, id: '', suppliers: [] });
    const same = byTerms.get(terms);
    const suppliers = [...new Set([...(same?.suppliers ?? []), ...award.suppliers])];
    byTerms.set(terms, { ...(same ?? award), suppliers });
  }
  return [...byTerms.values()];
}

/** Under the Act the contract award notice (UK6); other rules have no such types, and their award notices state awards. */
function isAwardNotice({ type, awards }: PublishedNotice): boolean {
  return type === 'UK6' || (type === null && awards !== null && awards.length > 0);
}

/** A correction takes the place of what was said of the same lots, or of everything where either names no lots. */
function replaces(later: PublishedAward, earlier: PublishedAward): boolean {
  if (!later.isCorrection) return false;
  const isForAll = later.lots.length === 0 || earlier.lots.length === 0;
  return isForAll || earlier.lots.every((lot) => later.lots.includes(lot));
}

/** An award notice of which only the day is known: the rest is as the tender says, and its one date for the end of a standstill. */
function awardByHand(tender: Tender, notices: readonly PublishedNotice[]): PublishedAward {
  const { procedure, aboveThreshold, specialRegimes, deadlines } = tender;
  const route = awardRoute({ procedure, justification: '', byPrivateUtility: false, usesDynamicMarket: false });
  const [stated, another] = deadlines.filter(({ kind, state }) => kind === 'standstillEnd' && state !== 'withdrawn');
  const hadTenderNotice = notices.some(({ type }) => type === 'UK4');
  return {
    id: '',
    lots: [],
    suppliers: [],
    standstillEnd: stated === undefined || another !== undefined ? null : dayOf(currentDue(stated)),
    aboveThreshold,
    lightTouch: specialRegimes.includes('lightTouch'),
    route: route === 'unknown' && procedure === '' && hadTenderNotice ? 'competition' : route,
    isCorrection: false,
  };
}
