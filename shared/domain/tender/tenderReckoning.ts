import { currentDue } from './amendment.ts';
import { dayOf, twoDaysBefore, type TwoDaysBefore } from '../time/countdown.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { addDays, daysBetween, type LocalDate } from '../time/localDate.ts';
import { type PublishedNotice, publishedNotices } from './publishedNotices.ts';
import type { Result } from '../basics/result.ts';
import type { Tender } from './tender.ts';
import {
  judgeTenderingPeriod,
  minimumParticipationPeriod,
  type PeriodFacts,
  type PeriodJudgement,
  plannedNoticeWindow,
  qualifyingPlannedNotice,
  type PlannedNotice,
  standstill,
  type Standstill,
  standstillRequired,
} from './timeLimits.ts';
import type { Ternary } from '../organisation/organisation.ts';
import { type BeyondCalendar, type CountedDay, type HolidayCalendar, workingDaysBefore } from '../time/workingDays.ts';

/** A period that a deadline ends, judged. */
export interface JudgedPeriod {
  readonly kind: 'tendering' | 'participation';
  readonly deadline: Deadline;
  /** The notice that began it. */
  readonly notice: PublishedNotice;
  readonly judgement: PeriodJudgement;
  /** What the law would ask for without the reason that shortens the period, where there is one. */
  readonly otherwise: PeriodJudgement | null;
}

/** A planned procurement notice (UK3), and what it allows. */
interface PlannedProcurement {
  readonly notice: PublishedNotice;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Measured against the tender notice; `null` while there is none, which is when to prepare. */
  readonly against: PlannedNotice | null;
}

/** What follows from the dates of a tender. */
export interface TenderReckoning {
  readonly planned: PlannedProcurement | null;
  readonly periods: readonly JudgedPeriod[];
  /** Two days before tenders are due. */
  readonly twoDaysBefore: Result<TwoDaysBefore, BeyondCalendar> | null;
  /** Two working days before questions close: until when the members' questions must be in. */
  readonly questionCutOff: Result<CountedDay, BeyondCalendar> | null;
  /** From the contract award notice (UK6), where it is known. */
  readonly standstill: {
    readonly notice: PublishedNotice;
    readonly required: Ternary;
    readonly end: Result<Standstill, BeyondCalendar>;
  } | null;
}

/**
 * Reckons what the law and good practice make of a tender's dates. Periods run from the first tender notice (UK4): later ones amend it
 * (Procurement Act 2023 ss.15, 51, 54).
 */
export function reckonTender(tender: Tender, calendar: HolidayCalendar): TenderReckoning {
  const notices = publishedNotices(tender);
  const tenderNotice = notices.find(({ type }) => type === 'UK4') ?? null;
  const award = notices.find(({ type }) => type === 'UK6') ?? null;
  const planned = plannedProcurement(notices, tenderNotice);
  const submission = openDeadline(tender, 'submission');
  const questions = openDeadline(tender, 'questions');
  const due = submission === undefined ? null : currentDue(submission);
  return {
    planned,
    periods: tenderNotice === null ? [] : judgedPeriods(tender, tenderNotice, planned),
    twoDaysBefore: due?.kind === 'instant' ? twoDaysBefore(due, calendar) : null,
    questionCutOff: questions === undefined ? null : workingDaysBefore(calendar, dayOf(currentDue(questions)), 2),
    standstill:
      award === null
        ? null
        : {
            notice: award,
            required: standstillRequired({
              aboveThreshold: tender.aboveThreshold,
              lightTouch: tender.specialRegimes.includes('lightTouch'),
              route: tenderNotice === null ? 'unknown' : 'competition',
            }),
            end: standstill(calendar, award.on),
          },
  };
}

function openDeadline({ deadlines }: Tender, kind: DeadlineKind): Deadline | undefined {
  return deadlines.find((deadline) => deadline.kind === kind && deadline.state !== 'withdrawn');
}

function plannedProcurement(
  notices: readonly PublishedNotice[],
  tenderNotice: PublishedNotice | null,
): PlannedProcurement | null {
  const notice = notices.findLast(({ type }) => type === 'UK3');
  if (notice === undefined) return null;
  const against = tenderNotice === null ? null : qualifyingPlannedNotice(notice.on, tenderNotice.on);
  return { notice, ...plannedNoticeWindow(notice.on), against };
}

function judgedPeriods(
  tender: Tender,
  notice: PublishedNotice,
  planned: PlannedProcurement | null,
): readonly JudgedPeriod[] {
  if (tender.regime === 'legacy') return [];
  const facts = periodFacts(tender, planned);
  const plain: PeriodFacts = { ...facts, shortening: 'none' };
  const participation = openDeadline(tender, 'participation');
  if (participation !== undefined) {
    const day = dayOf(currentDue(participation));
    const judgement = judgeParticipation(notice.on, day, facts);
    return [{ kind: 'participation', deadline: participation, notice, judgement, otherwise: null }];
  }
  const submission = openDeadline(tender, 'submission');
  if (submission === undefined) return [];
  const day = dayOf(currentDue(submission));
  const judgement = judgeTenderingPeriod(notice.on, day, facts);
  const unshortened = judgeTenderingPeriod(notice.on, day, plain);
  const otherwise = judgement.minimum.days === unshortened.minimum.days ? null : unshortened;
  return [{ kind: 'tendering', deadline: submission, notice, judgement, otherwise }];
}

function judgeParticipation(invited: LocalDate, deadline: LocalDate, facts: PeriodFacts): PeriodJudgement {
  const minimum = minimumParticipationPeriod(facts);
  const days = daysBetween(invited, deadline);
  const earliestLawful = minimum.days === null ? null : addDays(invited, minimum.days);
  return { firstDay: addDays(invited, 1), lastDay: deadline, days, minimum, earliestLawful, verdict: verdict() };

  function verdict(): PeriodJudgement['verdict'] {
    if (minimum.days === null || days > minimum.days) return 'lawful';
    if (days === minimum.days) return 'exactlyMinimum';
    const mayBeLawful = facts.aboveThreshold === 'unknown' || (facts.shortening === 'unknown' && days >= 10);
    return mayBeLawful ? 'unknown' : 'tooShort';
  }
}

/** Reads the reason for a shorter period from the notice's words; a planned notice that is known is measured, not believed. */
function periodFacts(tender: Tender, planned: PlannedProcurement | null): PeriodFacts {
  const { aboveThreshold, specialRegimes, electronicSubmission, documentsWithNotice, acceleration } = tender;
  const facts = {
    aboveThreshold,
    lightTouch: specialRegimes.includes('lightTouch'),
    electronicSubmission,
    documentsWithNotice,
  };
  const against = planned?.against ?? null;
  if (against?.qualifies === true) return { ...facts, shortening: 'qualifyingPlannedNotice' };
  if (/urgen/i.test(acceleration)) return { ...facts, shortening: 'urgency' };
  if (/dynamic market/i.test(acceleration)) return { ...facts, shortening: 'dynamicMarket' };
  if (/planned/i.test(acceleration) && against === null) return { ...facts, shortening: 'qualifyingPlannedNotice' };
  const isReasonKnown = acceleration === '' || /planned/i.test(acceleration);
  return { ...facts, shortening: isReasonKnown ? 'none' : 'unknown' };
}
