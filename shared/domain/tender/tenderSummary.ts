import { amendmentsOf, currentDue } from './amendment.ts';
import { endOf } from '../time/countdown.ts';
import type { Deadline, Due } from './deadline.ts';
import { foldText } from '../basics/foldText.ts';
import { standingDeadlines } from './standingDates.ts';
import type { Tender } from './tender.ts';

/** A deadline as a list shows it. */
export interface DeadlineLine extends Pick<Deadline, 'id' | 'kind' | 'label' | 'lotId' | 'state'> {
  readonly due: Due;
  /** The moment from which it is too late, a UTC instant; sorts as text. */
  readonly endsAt: string;
  /** How often it has been moved. */
  readonly amendments: number;
}

/** One line of the list of tenders, small enough to hold for thousands: without texts, lots and published notices. */
export interface TenderSummary extends Pick<
  Tender,
  'id' | 'title' | 'reference' | 'ocid' | 'noticeType' | 'regime' | 'value' | 'state'
> {
  /** The buyer's name. */
  readonly buyer: string;
  /** How many lots there are. */
  readonly lots: number;
  /** Codes only. */
  readonly cpv: readonly string[];
  readonly regions: readonly string[];
  /** Soonest first. */
  readonly deadlines: readonly DeadlineLine[];
  /** Everything that a search looks through, folded. */
  readonly haystack: string;
}

export function summariseTender(tender: Tender): TenderSummary {
  const { id, title, reference, ocid, buyer, noticeType, regime, value, state, lots, cpv, regions, source } = tender;
  const searchable = [
    title,
    reference,
    ocid ?? '',
    buyer.name,
    ...(source.kind === 'ocds' ? source.releases.map((release) => release.id) : []),
    ...lots.map((lot) => lot.title),
    ...cpv.flatMap(({ code, description }) => [code, description]),
    ...regions,
  ];
  return {
    id,
    title,
    reference,
    ocid,
    noticeType,
    regime,
    value,
    state,
    buyer: buyer.name,
    lots: lots.length,
    cpv: cpv.map(({ code }) => code),
    regions,
    deadlines: deadlineLines(tender),
    haystack: foldText(searchable.join('\n')),
  };
}

/** The deadlines of a tender as they count, soonest first. */
export function deadlineLines(tender: Pick<Tender, 'deadlines' | 'state'>): readonly DeadlineLine[] {
  return standingDeadlines(tender).map(deadlineLine).toSorted(bySoonest);
}

/** The soonest open deadline to come, of lines that stand soonest first; `null` where there is none. */
export function nextDeadline(lines: readonly DeadlineLine[], now: Date): DeadlineLine | null {
  const at = now.toISOString();
  return lines.find(({ state, endsAt }) => state === 'open' && endsAt > at) ?? null;
}

/** An open deadline with the tender that it belongs to. */
export interface AgendaEntry {
  readonly tender: TenderSummary;
  readonly deadline: DeadlineLine;
}

export interface Agenda {
  /** What is still to come, soonest first. */
  readonly upcoming: readonly AgendaEntry[];
  /** What has passed without having been met or withdrawn, latest first. */
  readonly passed: readonly AgendaEntry[];
}

/** The open deadlines of all tenders at a moment. */
export function agendaOf(tenders: readonly TenderSummary[], now: Date): Agenda {
  const at = now.toISOString();
  const entries = tenders
    .flatMap((tender) => tender.deadlines.map((deadline): AgendaEntry => ({ tender, deadline })))
    .filter(({ deadline }) => deadline.state === 'open')
    .sort((a, b) => bySoonest(a.deadline, b.deadline));
  const passed = entries.filter(({ deadline }) => deadline.endsAt <= at);
  return { upcoming: entries.slice(passed.length), passed: passed.reverse() };
}

function deadlineLine(deadline: Deadline): DeadlineLine {
  const { id, kind, label, lotId, state } = deadline;
  const due = currentDue(deadline);
  return { id, kind, label, lotId, state, due, endsAt: endOf(due).toISOString(), amendments: amendmentsOf(deadline) };
}

function bySoonest(a: DeadlineLine, b: DeadlineLine): number {
  if (a.endsAt === b.endsAt) return 0;
  return a.endsAt < b.endsAt ? -1 : 1;
}
