import { dequal } from 'dequal';
import { revisionOf } from '../../../shared/domain/tender/amendment.ts';
import { standingDeadlines } from '../../../shared/domain/tender/standingDates.ts';
import type { Tender } from '../../../shared/domain/tender/tender.ts';
import type { RecordTable } from '../../../shared/rows/records.ts';
import type { Row } from './rowChange.ts';

/**
 * The row as it is to be stored: of a tender, each date that differs from the row before has its revision raised by one,
 * whatever the change was (an undo as well, or that the procurement was terminated), and none falls. Every row that a command, an undo or a replay writes goes through here.
 */
export function withDateRevisions(table: RecordTable, earlier: Row | null, later: Row | null): Row | null {
  if (table !== 'tenders' || earlier === null || later === null) return later;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rows of this table are tenders
  const [was, now] = [earlier as Tender, later as Tender];
  const revisions: Record<string, number> = { ...was.dateRevisions };
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
  const counted: Tender = { ...now, dateRevisions: revisions };
  return Object.keys(revisions).length === 0 ? now : counted;
}
