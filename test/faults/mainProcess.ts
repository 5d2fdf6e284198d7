import { randomBytes } from 'node:crypto';
import { desktopHost } from '../../electron/main/host/desktopHost.ts';
import { appendToJournal, findJournal } from '../../renderer/src/safekeeping/journal.ts';
import { noRecords } from '../../shared/rows/records.ts';
import { snapshotFileName } from '../../shared/journal/fileNames.ts';
import type { Failed } from '../../shared/host/failed.ts';
import type { NewerSegment } from '../../shared/journal/segment.ts';
import { encodeTables, serialiseSnapshot } from '../../shared/workspace/serialiseWorkspace.ts';
import type { Entry } from './verify.ts';
import { lineAfter, organisationsOf, sha256Of } from './history.ts';

// The host of the main process at work, in a process of its own that can be killed: everything that a window asks of it
// while someone works. It tells what it has answered, line by line.

/** What the host has said is written. */
export type Told =
  | { readonly kind: 'journalled'; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'kept';
      readonly folder: 'snapshots' | 'attachments';
      readonly name: string;
      readonly sha256: string;
    }
  | { readonly kind: 'noted'; readonly database: string };

const [, , dataFolder = '', lineage = ''] = process.argv;
const workspace = { id: lineage, name: 'Alder Vale bids', createdAt: '2026-11-26T09:00:00.000Z' };
const nothing = () => Promise.resolve(null);
const host = desktopHost({
  appVersion: '0.0.0',
  dataFolder,
  takeOpenedFile: () => Promise.resolve({ kind: 'cancelled' }),
  askWhereToSave: nothing,
  askWhatToOpen: nothing,
  showInFolder: () => undefined,
} as unknown as Parameters<typeof desktopHost>[0]);

await Promise.all([journalAlways(), snapshotsAlways(), attachmentsAlways(), notesAlways()]);

async function journalAlways(): Promise<void> {
  let journal = sound(await findJournal(host, lineage));
  for (;;) {
    const base = journal.head ?? { seq: 0, id: null };
    const lines = [lineAfter(base)];
    while (Math.random() < 0.5) lines.push(lineAfter(lines.at(-1)?.entry ?? base));
    const appended = sound(await appendToJournal(host, journal, workspace, base, lines));
    if (appended.kind === 'moved') throw new Error('Nobody else writes to this journal.');
    tell({ kind: 'journalled', entries: lines.map(({ entry }) => [entry.seq, entry.id]) });
    journal = Math.random() < 0.05 ? { ...appended.journal, open: null } : appended.journal;
  }
}

async function snapshotsAlways(): Promise<void> {
  for (;;) {
    const lines = [lineAfter({ seq: 0, id: null })];
    for (let more = Math.random() * 120; more > 0; more -= 1)
      lines.push(lineAfter(lines.at(-1)?.entry ?? { seq: 0, id: null }));
    const history = lines.map(({ entry }) => entry);
    const contents = { ...noRecords, organisations: organisationsOf(lines), workspace, history, attachments: [] };
    const at = new Date().toISOString();
    const bytes = await serialiseSnapshot(workspace, encodeTables(contents), [], { savedAt: at, savedBy: 'Muster' });
    // The same name again and again, so that whole snapshots are also replaced.
    const name = snapshotFileName({ lineage, seq: lines.length % 8, at: '2026-11-26T09:00:00Z' });
    await keep('snapshots', name, bytes);
  }
}

async function attachmentsAlways(): Promise<void> {
  for (;;) {
    const bytes = new Uint8Array(randomBytes(Math.floor(Math.random() * 300_000)));
    await keep('attachments', sha256Of(bytes), bytes);
  }
}

async function notesAlways(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const database = `muster-${round}`;
    sound(await host.writeMarker({ workspaceId: lineage, database }));
    tell({ kind: 'noted', database });
  }
}

async function keep(folder: 'snapshots' | 'attachments', name: string, bytes: Uint8Array): Promise<void> {
  sound(await host.writeFile(folder, name, bytes, 'replace'));
  tell({ kind: 'kept', folder, name, sha256: sha256Of(bytes) });
}

function sound<T extends object>(outcome: T): Exclude<T, Failed | NewerSegment> {
  if ('kind' in outcome && (outcome.kind === 'failed' || outcome.kind === 'newerFormat'))
    throw new Error(JSON.stringify(outcome));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a failure has just been excluded
  return outcome as Exclude<T, Failed | NewerSegment>;
}

function tell(told: Told): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
