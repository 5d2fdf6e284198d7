import { readWorkspace, type ReadWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { asCopy } from '../../../shared/workspace/asCopy.ts';
import { serialiseWorkspace } from '../../../shared/workspace/serialiseWorkspace.ts';
import { type Result, unreachable } from '../../../shared/domain/basics/result.ts';
import { recordTables } from '../../../shared/rows/records.ts';
import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import { newId } from '../store/newId.ts';
import { addRecords } from '../store/commands/records.ts';
import { readContents, replaceContents } from '../store/contents.ts';
import { MusterDatabase } from '../store/db.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import type { WorkspaceAnswers, WorkspaceJob, WorkspacePlace, WorkspaceReport } from './workspaceJobs.ts';

type Job<K extends WorkspaceJob['kind']> = Extract<WorkspaceJob, { kind: K }>;

self.addEventListener('message', ({ data }: MessageEvent<WorkspaceJob>) => {
  answer(data)
    .then((answer) => post({ kind: 'answer', answer }))
    .catch((thrown: unknown) => post({ kind: 'crashed', detail: String(thrown) }));
});

function answer(job: WorkspaceJob): Promise<WorkspaceAnswers[keyof WorkspaceAnswers]> {
  switch (job.kind) {
    case 'serialise':
      return serialise(job);
    case 'inspect':
      return inspect(job);
    case 'replace':
      return replace(job);
    case 'addAsCopy':
      return addAsCopy(job);
    default:
      return unreachable(job);
  }
}

async function serialise({ place, savedBy }: Job<'serialise'>): Promise<WorkspaceAnswers['serialise']> {
  const store = await storeAt(place);
  const contents = store === null ? null : await readContents(store.db);
  if (contents === null) return { kind: 'gone' };
  post({ kind: 'progress', done: 0.3 });
  const savedAt = new Date().toISOString();
  const bytes = new Uint8Array(await serialiseWorkspace(contents, { savedAt, savedBy }));
  const { seq, changes } = contents.head;
  const holdsNothing = changes === 0 && recordTables.every((table) => contents[table].length === 0);
  return { kind: 'serialised', bytes, name: contents.workspace.name, savedAt, seq, changes, holdsNothing };
}

async function inspect({ bytes }: Job<'inspect'>): Promise<WorkspaceAnswers['inspect']> {
  const read = await readWithProgress(bytes);
  if (!read.ok) return { kind: 'refused', refusal: read.error };
  const { workspace, manifest, organisations, tenders, bids, capabilities, attachments, history } = read.value;
  return {
    kind: 'sound',
    workspaceName: workspace.name,
    savedAt: manifest.savedAt,
    savedBy: manifest.savedBy,
    organisations: organisations.length,
    tenders: tenders.length,
    bids: bids.length,
    capabilities: capabilities.length,
    attachments: attachments.length,
    changes: history.length,
  };
}

async function replace(job: Job<'replace'>): Promise<WorkspaceAnswers['replace']> {
  const read = await readWithProgress(job.bytes);
  if (!read.ok) return { kind: 'refused', refusal: read.error };
  const { manifest, ...contents } = read.value;
  const db = new MusterDatabase(job.database);
  await db.open();
  const label = `Opened ${job.fileName}`;
  const file = job.isSavedFile ? { at: manifest.savedAt, name: job.fileName } : null;
  const replaced = await replaceContents(db, contents, label, file, job.setAsideUpTo);
  db.close();
  return replaced ? { kind: 'replaced', workspaceId: contents.workspace.id } : { kind: 'changedMeanwhile' };
}

async function addAsCopy({ place, bytes, fileName }: Job<'addAsCopy'>): Promise<WorkspaceAnswers['addAsCopy']> {
  const read = await readWithProgress(bytes);
  if (!read.ok) return { kind: 'refused', refusal: read.error };
  const store = await storeAt(place);
  if (store === null) return { kind: 'notDone', problem: { kind: 'gone' } };
  const { attachments, ...records } = asCopy(read.value, newId);
  const added = await addRecords(store, records, attachments, fileName, true);
  return added.ok
    ? { kind: 'added', organisations: records.organisations.length }
    : { kind: 'notDone', problem: added.error };
}

/** The workspace itself, through the same checks as at the start; `null` where it is no longer there. */
async function storeAt(place: WorkspacePlace): Promise<Store | null> {
  const opening = await openStore(place);
  return opening.kind === 'ready' && opening.store.workspaceId === place.workspaceId ? opening.store : null;
}

function readWithProgress(bytes: Uint8Array): Promise<Result<ReadWorkspace, WorkspaceRefusal>> {
  return readWorkspace(bytes, { onProgress: (done) => post({ kind: 'progress', done }) });
}

function post(report: WorkspaceReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(report);
}
