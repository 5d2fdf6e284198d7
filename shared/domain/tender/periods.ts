import { currentDue } from './amendment.ts';
import { dayOf } from '../time/countdown.ts';
import type { Deadline } from './deadline.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { PublishedNotice } from './publishedNotices.ts';
import type { Tender } from './tender.ts';
import {
  judgeParticipationPeriod,
  judgeTenderingPeriod,
  type PeriodFacts,
  type PeriodJudgement,
  type PlannedNotice,
} from './timeLimits.ts';

/** From when a period is counted. */
interface PeriodStart {
  readonly on: LocalDate;
  /** Where the day is known from, for people. */
  readonly source: string;
}

/** A period that a deadline ends, judged; without a judgement where it is not known from when or by which rules it is counted. */
export interface JudgedPeriod {
  readonly kind: 'tendering' | 'participation';
  readonly deadline: Deadline;
  readonly start: PeriodStart | null;
  readonly judgement: PeriodJudgement | null;
  /** Why there is no verdict, for people; `''` where there is one. */
  readonly unknownBecause: string;
  /** What the law would ask for without the reason that shortens the period, where there is one. */
  readonly otherwise: PeriodJudgement | null;
}

/**
 * Judges every period for tenders and for requests to participate, each by its own start: requests and tenders of one stage from the
 * first tender notice (UK4), which later ones only amend, tenders of a second stage from the invitation (Procurement Act 2023 s.54(5)).
 */
export function judgedPeriods(
  tender: Tender,
  notices: readonly PublishedNotice[],
  deadlines: readonly Deadline[],
  planned: PlannedNotice | null,
): readonly JudgedPeriod[] {
  const tenderNotices = notices.filter(({ type }) => type === 'UK4');
  if (tenderNotices.length === 0) return [];
  if (tender.regime !== 'pa2023' && tender.regime !== 'unknown') return [];
  const original = tenderNotices.find(({ isUpdate }) => !isUpdate) ?? null;
  const hasFirstStage = deadlines.some(({ kind }) => kind === 'participation');
  const facts = periodFacts(tender, planned);

  return deadlines.flatMap((deadline): readonly JudgedPeriod[] => {
    if (deadline.kind === 'participation') return [judge('participation', deadline, fromNotice(), facts)];
    if (deadline.kind !== 'submission') return [];
    return hasFirstStage
      ? [judge('tendering', deadline, fromInvitation(tender, deadline), secondStageFacts(tender, facts))]
      : [judge('tendering', deadline, fromNotice(), facts)];
  });

  function fromNotice(): PeriodStart | string {
    if (original !== null) return original;
    const [update] = tenderNotices;
    return `Only an update of the tender notice is known (${update?.source ?? 'not named'}), and the days are counted from the first one. Import that notice, or add the date “UK4 published”.`;
  }

  function judge(
    kind: JudgedPeriod['kind'],
    deadline: Deadline,
    start: PeriodStart | string,
    facts: PeriodFacts,
  ): JudgedPeriod {
    const nothing = { kind, deadline, start: null, judgement: null, otherwise: null };
    if (tender.regime === 'unknown') {
      return { ...nothing, unknownBecause: 'Which rules apply is not known: choose them under “Value and rules”.' };
    }
    if (typeof start === 'string') return { ...nothing, unknownBecause: start };
    const day = dayOf(currentDue(deadline));
    if (day < start.on) {
      return {
        ...nothing,
        start,
        unknownBecause: 'The deadline lies before the day from which the period is counted.',
      };
    }
    if (kind === 'participation') {
      const judgement = judgeParticipationPeriod(start.on, day, facts);
      return { ...nothing, start, judgement, unknownBecause: reasonOf(judgement, facts) };
    }
    const judgement = judgeTenderingPeriod(start.on, day, facts);
    const unshortened = judgeTenderingPeriod(start.on, day, { ...facts, shortening: 'none' });
    const otherwise = judgement.minimum.days === unshortened.minimum.days ? null : unshortened;
    return { ...nothing, start, judgement, otherwise, unknownBecause: reasonOf(judgement, facts) };
  }
}

function reasonOf({ verdict }: PeriodJudgement, facts: PeriodFacts): string {
  if (verdict !== 'unknown') return '';
  if (facts.aboveThreshold === 'unknown') return 'Whether the contract is above the threshold is not known.';
  if (facts.mayBeAgreed === 'yes') return 'It is lawful only if the buyer agreed it with the suppliers invited.';
  if (facts.mayBeAgreed === 'unknown') {
    return 'All buyers but central government may make it shorter (s.54(4)), and which kind of buyer this is is not known: enter it under “Value and rules”.';
  }
  return 'It is lawful only if a reason applies that is not known.';
}

/** The invitation to the suppliers chosen in the first stage, for the lot of the deadline or for all. */
function fromInvitation({ deadlines }: Tender, { lotId }: Deadline): PeriodStart | string {
  const invitations = deadlines.filter(({ kind, state }) => kind === 'invitation' && state !== 'withdrawn');
  const invitation =
    invitations.find((each) => each.lotId === lotId) ?? invitations.find((each) => each.lotId === null);
  return invitation === undefined
    ? 'The day of the invitation to tender is not known. Add it as a date of the kind “Invitations to tender”.'
    : { on: dayOf(currentDue(invitation)), source: invitation.label };
}

/** Suppliers of a second stage are chosen beforehand, which lets all but central government shorten the period (s.54(4)). */
function secondStageFacts({ buyer, specialRegimes }: Tender, facts: PeriodFacts): PeriodFacts {
  const mayShorten =
    buyer.authority === 'subCentral' || buyer.authority === 'utility' || specialRegimes.includes('utilities');
  if (mayShorten) return { ...facts, shortening: 'preselectedSuppliers', mayBeAgreed: 'yes' };
  return buyer.authority === 'unknown' ? { ...facts, mayBeAgreed: 'unknown' } : facts;
}

/** Reads the reason for a shorter period from the notice's words; a planned notice that is known is measured, not believed. */
function periodFacts(tender: Tender, planned: PlannedNotice | null): PeriodFacts {
  const { aboveThreshold, specialRegimes, electronicSubmission, documentsWithNotice, acceleration } = tender;
  const facts = {
    aboveThreshold,
    lightTouch: specialRegimes.includes('lightTouch'),
    electronicSubmission,
    documentsWithNotice,
    mayBeAgreed: 'no' as const,
  };
  if (planned?.qualifies === true) return { ...facts, shortening: 'qualifyingPlannedNotice' };
  if (/urgen/i.test(acceleration)) return { ...facts, shortening: 'urgency' };
  if (/dynamic market/i.test(acceleration)) return { ...facts, shortening: 'dynamicMarket' };
  if (/planned/i.test(acceleration) && planned === null) return { ...facts, shortening: 'qualifyingPlannedNotice' };
  const isReasonKnown = acceleration === '' || /planned/i.test(acceleration);
  return { ...facts, shortening: isReasonKnown ? 'none' : 'unknown' };
}
