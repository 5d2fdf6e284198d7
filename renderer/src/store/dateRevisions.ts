import { dequal } from 'dequal';
import { revisionOf } from '../../../shared/domain/tender/amendment.ts';
import { standingDeadlines } from '../../../shared/domain/tender/standingDates.ts';
import type { Tender } from '../../../shared/domain/tender/tender.ts';
import type { RecordTable } from '../../../shared/rows/records.ts';
import type { MusterDatabase } from './db.ts';
import type { Row } from './rowChange.ts';

/** The dates of a tender, with what their revisions depend on. */
export type TenderDates = Pick<Tender, 'id' | 'deadlines' | 'dateRevisions' | 'state'>;

/**
 * The row as it is to be stored: of a tender, each date that differs from the row before has its revision raised by one,
 * whatever the change was (an undo as well, or that the procurement was terminated), and none falls. Every row that a
 * command, an undo or a replay writes goes through here.
 */
export function withDateRevisions(table: RecordTable, earlier: Row | null, later: Row | null): Row | null {
  if (table !== 'tenders' || earlier === null || later === null) return later;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rows of this table are tenders
  return countedOn(earlier as Tender, later as Tender);
}

/**
 * Tenders that come from somewhere else, a file or an older state, in the place of those that are here: the revisions of their
 * dates go on from what is here, so that no calendar takes what now counts for older than what it has.
 */
export function countedOnFrom(here: readonly TenderDates[], tenders: readonly Tender[]): readonly Tender[] {
  const known = new Map(here.map((dates) => [dates.id, dates]));
  return tenders.map((tender) => countedOn(known.get(tender.id) ?? null, tender));
}

/** The dates of every tender of a database. */
export async function datesIn(db: MusterDatabase): Promise<readonly TenderDates[]> {
  const dates: TenderDates[] = [];
  // One after the other: a tender holds its notices word for word.
  await db.tenders.each(({ id, deadlines, dateRevisions, state }) => {
    dates.push({ id, deadlines, state, ...(dateRevisions === undefined ? {} : { dateRevisions }) });
  });
  return dates;
}

function countedOn(was: TenderDates | null, now: Tender): Tender {
  if (was === null) return now;
  const revisions: Record<string, number> = { ...now.dateRevisions };
  for (const [id, counted] of Object.entries(was.dateRevisions ?? {})) {
    revisions[id] = Math.max(counted, revisions[id] ?? 0);
  }
  const before = standingDeadlines(was);
  for (const deadline of standingDeadlines(now)) {
    const { id } = deadline;
    const old = before.find((one) => one.id === id);
    if (old !== undefined && dequal(old, deadline)) continue;
    const last = old === undefined ? was.dateRevisions?.[id] : revisionOf(was, old);
    if (last !== undefined) revisions[id] = Math.max(last + 1, revisionOf(now, deadline));
  }
  // A date that is taken away may come back, and goes on from its number.
  for (const old of was.deadlines) {
    if (!now.deadlines.some(({ id }) => id === old.id)) revisions[old.id] = revisionOf(was, old);
  }
  return Object.keys(revisions).length === 0 ? now : { ...now, dateRevisions: revisions };
}
