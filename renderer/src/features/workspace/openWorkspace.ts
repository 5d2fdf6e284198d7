import type { Host } from '../../../../shared/host/host.ts';
import { type RefusalSentence, refusalSentence } from '../../../../shared/workspace/refusal.ts';
import { failureSentence } from '../../host/failureSentence.ts';
import { changeInUse, type Place, putInUse } from '../../safekeeping/inUse.ts';
import { nextLineage } from '../../safekeeping/lineages.ts';
import { recordTables } from '../../../../shared/rows/records.ts';
import { erasedSubjects } from '../../store/contents.ts';
import { newDatabaseName } from '../../store/databases.ts';
import { MusterDatabase } from '../../store/db.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { placeOf, type Store } from '../../store/store.ts';
import { removeDraftsWhere } from '../../ui/draftStorage.ts';
import { startLongWork } from '../../ui/longWork.tsx';
import { crashSentence } from '../../workers/crashSentence.ts';
import type { NoAnswer } from '../../workers/runJob.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';
import type { Inspected } from '../../workers/workspaceJobs.ts';
import { setAsideName } from './fileNames.ts';
import { overtaken } from './overtaken.ts';
import { lackOfRoom } from './room.ts';
import { serialise } from './saveWorkspace.ts';
import type { NamedFile } from './workspaceFilesContext.ts';

/** It did not work: what happened, what is safe, what to do next. */
interface NotOpened {
  readonly kind: 'notOpened';
  readonly sentence: RefusalSentence;
}

type Stopped = NotOpened | { readonly kind: 'cancelled' };

/** `again` tells why the passphrase did not do; any other refusal would meet every passphrase. */
export type Unlocked =
  | { readonly kind: 'unlocked'; readonly bytes: Uint8Array }
  | { readonly kind: 'again'; readonly sentence: RefusalSentence }
  | Stopped;

/** Opens what protects a workspace file; what is inside is then inspected like any other. */
export async function unlockFile(
  { bytes }: NamedFile,
  passphrase: string,
  watch: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
): Promise<Unlocked> {
  const answer = await runWorkspaceJob<'unlock'>({ kind: 'unlock', bytes, passphrase }, watch);
  if (answer.kind === 'unlocked') return answer;
  if (answer.kind !== 'refused') return stopped(answer);
  const sentence = refusalSentence(answer.refusal);
  return answer.refusal.kind === 'wrongPassphrase' ? { kind: 'again', sentence } : notOpened(sentence);
}

/** Reads a whole workspace file and finds out whether it is sound, without changing anything. */
export async function inspectFile(
  place: Place,
  { name, bytes }: NamedFile,
  cancelling: AbortController,
): Promise<Inspected | Stopped> {
  const erased = place.kind === 'workspace' ? await erasedSubjects(place.store.db) : [];
  const work = startLongWork(`Reading ${name}`, () => cancelling.abort());
  const answer = await runWorkspaceJob<'inspect'>(
    { kind: 'inspect', bytes, erased },
    { onProgress: work.progress, signal: cancelling.signal },
  );
  work.end();
  if (answer.kind === 'sound') return answer;
  return answer.kind === 'refused' ? notOpened(refusalSentence(answer.refusal)) : stopped(answer);
}

export type Replaced = { readonly kind: 'opened'; readonly setAside: string | null } | Stopped;

/**
 * Puts a workspace file in the place of what is there. A workspace that is there is first set aside on this computer;
 * where that fails, or someone changes it meanwhile, nothing is replaced. `bytes` is how much the file holds.
 */
export async function replaceWorkspace(place: Place, host: Host, file: NamedFile, bytes: number): Promise<Replaced> {
  const replaced = await changeInUse(host, place, () => replace(place, host, file, bytes));
  return replaced ?? notOpened(overtaken);
}

async function replace(place: Place, host: Host, file: NamedFile, bytes: number): Promise<Replaced> {
  const aside = place.kind === 'workspace' ? await setPresentAside(place.store, host, bytes) : nothingToLose;
  if (aside.kind !== 'setAside') return aside;
  const lack = await lackOfRoom(host, { stored: bytes });
  if (lack !== null) return noRoom(lack);
  const database = await databaseOf(place);
  const answer = await runWorkspaceJob<'replace'>({
    kind: 'replace',
    database,
    bytes: file.bytes,
    fileName: file.name,
    isSavedFile: file.from === 'disk',
    setAsideUpTo: aside.seq,
    lineage: await nextLineage(host, place.kind === 'workspace' ? [place.store.lineage] : []),
  });
  if (answer.kind === 'refused') return notOpened(refusalSentence(answer.refusal));
  if (answer.kind === 'changedMeanwhile') {
    return notOpened({
      what: 'The workspace that is open was changed while it was being set aside.',
      safe: 'Nothing was replaced.',
      next: 'Close other windows of Muster and open the file again.',
    });
  }
  if (answer.kind !== 'replaced') return stopped(answer);
  const noted = await putInUse(host, { workspaceId: answer.workspaceId, database });
  // In the usual place the next start finds it and writes the marker again; a new place would be forgotten.
  if (noted.kind === 'written' || place.kind !== 'recovery') {
    // What cannot be found out now does no harm: nobody is shown a draft whose record is not there.
    await removeDraftsOfOthers(database).catch(() => undefined);
    return { kind: 'opened', setAside: aside.name };
  }
  return notOpened({
    what: 'The workspace was put in place, but Muster could not note where.',
    safe: 'Nothing that was there before was changed.',
    next: failureSentence(noted, 'own'),
  });
}

/** Takes away what was being typed into records that are not in what was opened. */
async function removeDraftsOfOthers(database: string): Promise<void> {
  const db = new MusterDatabase(database);
  const here = new Set<string>();
  try {
    await db.open();
    for (const table of recordTables) {
      for (const id of await db.table<unknown, string>(table).toCollection().primaryKeys()) here.add(id);
    }
  } finally {
    db.close();
  }
  removeDraftsWhere((name) => !here.has(name.split('.')[0] ?? ''));
}

async function databaseOf(place: Place): Promise<string> {
  if (place.kind === 'workspace') return place.store.db.name;
  return place.kind === 'empty' ? place.database : newDatabaseName(new Date());
}

export type Added = { readonly kind: 'added' } | Stopped;

/** Adds the records of a workspace file beside those that are there, as one step that can be undone. */
export async function addAsCopy(store: Store, host: Host, { name, bytes }: NamedFile, held: number): Promise<Added> {
  const lack = await lackOfRoom(host, { stored: held });
  if (lack !== null) return noRoom(lack);
  const cancelling = new AbortController();
  const work = startLongWork(`Adding ${name}`, () => cancelling.abort());
  const place = placeOf(store);
  const answer = await runWorkspaceJob<'addAsCopy'>(
    { kind: 'addAsCopy', place, bytes, fileName: name },
    { onProgress: work.progress, signal: cancelling.signal },
  );
  work.end();
  if (answer.kind === 'added') return answer;
  if (answer.kind === 'refused') return notOpened(refusalSentence(answer.refusal));
  if (answer.kind !== 'notDone') return stopped(answer);
  const { problem } = answer;
  return notOpened({
    what: 'The records were not added.',
    safe: 'Nothing was changed.',
    next: problem.kind === 'gone' ? 'Reload Muster (Ctrl+R), then try again.' : problemSentence(problem),
  });
}

interface SetAside {
  readonly kind: 'setAside';
  readonly name: string | null;
  readonly seq: number | null;
}

const nothingToLose: SetAside = { kind: 'setAside', name: null, seq: null };

/** `toCome` is how much is to be stored after it: what could not be put in place is not set aside either. */
async function setPresentAside(store: Store, host: Host, toCome: number): Promise<SetAside | Stopped> {
  const present = await serialise(store, host, 'Setting aside what is here', null);
  if (present === null) return { kind: 'cancelled' };
  if (present.holdsNothing) return { kind: 'setAside', name: null, seq: present.seq };
  const lack = await lackOfRoom(host, { stored: toCome, written: present.bytes.length });
  if (lack !== null) return noRoom(lack);
  const name = setAsideName(present.name, new Date());
  const written = await host.writeFile('setAside', name, present.bytes, 'refuse');
  if (written.kind === 'written') return { kind: 'setAside', name, seq: present.seq };
  return notOpened({
    what: 'The workspace that is open could not be set aside.',
    safe: 'Nothing was replaced.',
    next: failureSentence(written, 'own'),
  });
}

function stopped(answer: NoAnswer): Stopped {
  if (answer.kind === 'cancelled') return answer;
  return notOpened({
    what: 'Muster could not finish this.',
    safe: 'Nothing was changed.',
    next: crashSentence(answer),
  });
}

function noRoom(lack: string): NotOpened {
  return notOpened({
    what: `There is not enough room. ${lack}`,
    safe: 'Nothing was changed.',
    next: 'Make room on the disk, then open the file again.',
  });
}

function notOpened(sentence: RefusalSentence): NotOpened {
  return { kind: 'notOpened', sentence };
}
