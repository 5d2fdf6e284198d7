import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { JournalLine } from '../../shared/journal/segment.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { schemaVersion } from '../../shared/rows/schemaVersion.ts';

const at = '2026-11-26T09:00:00.000Z';

/** A line of the journal that follows `after`: an organisation added. */
export function lineAfter(after: { readonly seq: number; readonly id: string | null }): JournalLine {
  const seq = after.seq + 1;
  const organisation = newOrganisation(newId(), `Organisation ${seq}`);
  const entry: HistoryEntry = {
    seq,
    id: newId(),
    at,
    label: `Added ${organisation.name}`,
    kind: 'do',
    reverses: null,
    schemaVersion,
    changes: [{ table: 'organisations', id: organisation.id, before: null, after: organisation }],
    undoTop: seq,
    redoTop: null,
    below: seq === 1 ? null : seq - 1,
  };
  return { after: after.id, entry, attachments: [] };
}

export function organisationsOf(lines: readonly JournalLine[]): readonly Organisation[] {
  return lines.flatMap(({ entry }) => entry.changes.map(({ after }) => after as Organisation));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
