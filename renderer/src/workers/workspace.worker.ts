import { proveWorkspace, readWorkspace, type ReadWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { asCopy } from '../../../shared/workspace/asCopy.ts';
import { serialiseTables } from '../../../shared/workspace/serialiseWorkspace.ts';
import { type Result, unreachable } from '../../../shared/domain/basics/result.ts';
import { copiesOf } from '../../../shared/rows/personalData/copies.ts';
import { placesOf } from '../../../shared/rows/personalData/erase.ts';
import { identify } from '../../../shared/rows/personalData/person.ts';
import { stillHeld } from '../../../shared/rows/personalData/stillHeld.ts';
import { recordTables } from '../../../shared/rows/records.ts';
import type { WorkspaceRefusal } from '../../../shared/workspace/refusal.ts';
import { newId } from '../store/newId.ts';
import { checkAttachments, keepFile } from '../store/attachments.ts';
import { addRecords } from '../store/commands/records.ts';
import { attachmentFacts, readAttachments, replaceContents } from '../store/contents.ts';
import { readEncoded } from '../safekeeping/encodedTables.ts';
import { fillOf, share } from '../safekeeping/fill.ts';
import { MusterDatabase } from '../store/db.ts';
import { erasePerson, readErasable } from '../store/erasePerson.ts';
import { storeAt } from '../store/openStore.ts';
import { readPeople } from '../store/people.ts';
import { onJob, report } from './onJob.ts';
import type { WorkspaceAnswers, WorkspaceJob, WorkspaceProgress } from './workspaceJobs.ts';

type Job<K extends WorkspaceJob['kind']> = Extract<WorkspaceJob, { kind: K }>;

onJob<WorkspaceJob, WorkspaceAnswers[keyof WorkspaceAnswers]>(answer, (answer) =>
  // The bytes of a workspace file go over without being copied: the window would have to wait for it.
  answer.kind === 'serialised' ? [answer.bytes.buffer] : [],
);

function answer(job: WorkspaceJob): Promise<WorkspaceAnswers[keyof WorkspaceAnswers]> {
  switch (job.kind) {
    case 'serialise':
      return serialise(job);
    case 'unlock':
      return unlock(job);
    case 'inspect':
      return inspect(job);
    case 'replace':
      return replace(job);
    case 'addAsCopy':
      return addAsCopy(job);
    case 'keepFile':
      return keep(job);
    case 'checkAttachments':
      return check(job);
    case 'people':
      return people(job);
    case 'findPerson':
      return findPerson(job);
    case 'erase':
      return erase(job);
    default:
      return unreachable(job);
  }
}

async function serialise({ place, savedBy, passphrase }: Job<'serialise'>): Promise<WorkspaceAnswers['serialise']> {
  const store = await storeAt(place);
  // Protecting a file takes its time as well.
  const all = passphrase === null ? 1 : 0.7;
  const from = (start: number, end: number) => (done: number) =>
    post({ kind: 'progress', done: all * (start + done * (end - start)) });
  const packed = store === null ? ({ kind: 'gone' } as const) : await pack(store.db, savedBy, from(0, 0.5));
  if (packed.kind !== 'packed') return packed;
  const { file, ...about } = packed;
  // A file that could not be opened again must not be taken for a saved one.
  const refusal = await proveWorkspace(file, from(0.7, 1));
  if (refusal !== null) return { kind: 'unsound', refusal };
  const bytes = passphrase === null ? file : await protectFile(file, passphrase);
  return { ...about, kind: 'serialised', bytes };
}

/** The workspace as the bytes of a file. What these were made of is let go of with this call. */
async function pack(db: MusterDatabase, savedBy: string, onProgress: (done: number) => void) {
  const encoded = await readEncoded(db, onProgress);
  if (encoded === null) return { kind: 'gone' } as const;
  const { row, tables, bytes: tableBytes } = encoded;
  const facts = await attachmentFacts(db);
  const tooLarge = (packedBytes: number) => {
    const fill = fillOf(tableBytes, packedBytes, facts);
    return fill.some((one) => share(one) > 1) ? ({ kind: 'tooLarge', fill } as const) : null;
  };
  const lacking = tooLarge(0);
  if (lacking !== null) return lacking;
  const attachments = await readAttachments(db, facts);
  if (tables === null || attachments === null) return { kind: 'gone' } as const;
  const { id, name, createdAt, head } = row;
  const savedAt = new Date().toISOString();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing here is shared between threads
  const file = (await serialiseTables({ id, name, createdAt }, tables, attachments, {
    savedAt,
    savedBy,
  })) as Uint8Array<ArrayBuffer>;
  const { seq, changes } = head;
  const holdsNothing = changes === 0 && recordTables.every((table) => tables[table].rows === 0);
  const attached = facts.reduce((sum, { size }) => sum + size, 0);
  return (
    tooLarge(file.length - attached) ?? ({ kind: 'packed', file, name, savedAt, seq, changes, holdsNothing } as const)
  );
}

async function protectFile(file: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const { protect } = await import('../../../shared/workspace/passphrase.ts');
  return protect(file, passphrase, { onProgress: (done) => post({ kind: 'progress', done: 0.7 + done * 0.3 }) });
}

async function unlock({ bytes, passphrase }: Job<'unlock'>): Promise<WorkspaceAnswers['unlock']> {
  const { unprotect } = await import('../../../shared/workspace/passphrase.ts');
  const opened = await unprotect(bytes, passphrase, { onProgress: (done) => post({ kind: 'progress', done }) });
  return opened.ok ? { kind: 'unlocked', bytes: opened.value } : { kind: 'refused', refusal: opened.error };
}

async function inspect({ bytes, erased }: Job<'inspect'>): Promise<WorkspaceAnswers['inspect']> {
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
    heldAgain: stillHeld(read.value, erased),
    bytes: manifest.entries.reduce((sum, entry) => sum + entry.bytes, 0),
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
  const replaced = await replaceContents(db, contents, label, file, job.setAsideUpTo, job.lineage);
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
  return added.ok ? { kind: 'added' } : { kind: 'notDone', problem: added.error };
}

async function keep({ place, file, mediaType }: Job<'keepFile'>): Promise<WorkspaceAnswers['keepFile']> {
  const store = await storeAt(place);
  if (store === null) return { kind: 'notDone', problem: { kind: 'gone' } };
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < file.size) return { kind: 'notDone', problem: { kind: 'diskFull' } };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  post({ kind: 'progress', done: 0.3 });
  const kept = await keepFile(store, bytes, mediaType, (done) => post({ kind: 'progress', done: 0.3 + done * 0.7 }));
  return kept.ok ? { kind: 'kept', file: kept.value } : { kind: 'notDone', problem: kept.error };
}

async function check({ place }: Job<'checkAttachments'>): Promise<WorkspaceAnswers['checkAttachments']> {
  const store = await storeAt(place);
  if (store === null) return { kind: 'gone' };
  return { kind: 'checked', report: await checkAttachments(store.db, (done) => post({ kind: 'progress', done })) };
}

async function people({ place, today }: Job<'people'>): Promise<WorkspaceAnswers['people']> {
  const store = await storeAt(place);
  return store === null ? { kind: 'gone' } : { kind: 'people', people: await readPeople(store.db, today) };
}

async function findPerson({ place, subject, known }: Job<'findPerson'>): Promise<WorkspaceAnswers['findPerson']> {
  const store = await storeAt(place);
  if (store === null) return { kind: 'gone' };
  const contents = await readErasable(store.db);
  const person = identify(subject, contents, known);
  return { kind: 'found', person, places: placesOf(contents, person), copies: copiesOf(contents.history, person) };
}

async function erase({ place, request }: Job<'erase'>): Promise<WorkspaceAnswers['erase']> {
  const store = await storeAt(place);
  if (store === null) return { kind: 'notDone', problem: { kind: 'gone' } };
  const done = await erasePerson(store, request);
  return done.ok ? { kind: 'erased', done: done.value } : { kind: 'notDone', problem: done.error };
}

function readWithProgress(bytes: Uint8Array): Promise<Result<ReadWorkspace, WorkspaceRefusal>> {
  return readWorkspace(bytes, { onProgress: (done) => post({ kind: 'progress', done }) });
}

function post(progress: WorkspaceProgress): void {
  report(progress);
}
