import 'fake-indexeddb/auto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { compareHeads } from '../../renderer/src/safekeeping/compareHeads.ts';
import { findJournal, type Journal } from '../../renderer/src/safekeeping/journal.ts';
import { keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { rotate, takeSnapshot } from '../../renderer/src/safekeeping/snapshots.ts';
import { createWorkspace } from '../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { parseSnapshotName } from '../../shared/journal/fileNames.ts';
import { encodeLine } from '../../shared/journal/segment.ts';
import { type Next, numbersFrom, pick } from './chance.ts';
import { type Finding, Tally } from './fault.ts';
import { lineAfter } from './history.ts';
import { anyCommand } from './pages/commands.ts';
import { type Entry, verify } from './verify.ts';

/** What was done to the files: the lines of the journal and the snapshots that it took away, by their numbers. */
interface Harm {
  readonly lines?: readonly number[];
  readonly snapshots?: readonly number[];
}

export interface Scene {
  readonly store: Store;
  readonly files: StoredFiles;
  readonly folder: string;
  readonly next: Next;
  /** The clock by which snapshots are dated. */
  now: Date;
}

type Kind = readonly [fault: string, harm: (scene: Scene) => Promise<Harm> | Harm];

/** The ways in which the files outside the database were harmed, each a line of the table. */
export const keptFileFaults: readonly Kind[] = [
  ['Journal with a torn last line', tornLine],
  ['Journal with a missing middle', missingMiddle],
  ['Journal with a foreign line', foreignLine],
  ['Journal with flipped bits', flippedLine],
  ['Journal folder gone', ({ folder }) => remove(folder, 'journal')],
  ['Snapshot with one flipped bit', flippedSnapshot],
  ['Snapshot folder gone', ({ folder }) => remove(folder, 'snapshots')],
  ['Two snapshots with equal times', equalTimes],
  ['A clock that went back a year', clockBack],
];

/** Work that is done once and harmed many times: the tables as they were half way and at the end, and the files. */
export interface Work {
  readonly folder: string;
  readonly workspace: { readonly workspaceId: string };
  readonly halfWay: Tables;
  readonly end: Tables;
  readonly head: number;
}

type Tables = ReadonlyMap<string, readonly unknown[]>;

export async function makeWork(folder: string, seed: number): Promise<Work> {
  const next = numbersFrom(seed);
  const database = `muster-${newId()}`;
  const db = new MusterDatabase(database);
  await db.open();
  const workspaceId = newId();
  await createWorkspace(db, { id: workspaceId, name: 'Alder Vale bids', createdAt: '2026-11-26T09:00:00.000Z' });
  db.close();
  const store = await opened(database, workspaceId);
  const files = storedFiles((name) => Promise.resolve(ownFolder(folder, name)));
  const scene: Scene = { store, files, folder, next, now: new Date('2026-11-26T09:00:00Z') };
  await goOn(scene, 12);
  await backUp(scene);
  await goOn(scene, 8);
  const halfWay = await tablesOf(store.db);
  await goOn(scene, 4);
  await backUp(scene);
  await goOn(scene, 10);
  const end = await tablesOf(store.db);
  const head = store.seenSeq;
  store.db.close();
  return { folder, workspace: { workspaceId }, halfWay, end, head };
}

/**
 * Harms copies of the files with the database whole, behind or gone, and does what the start does. With the database whole
 * nothing may be lost, also not when it goes later; otherwise nothing of what the harm has left.
 */
export async function harmKeptFiles(work: Work, [fault, harm]: Kind, times: number, seed: number): Promise<Finding> {
  const tally = new Tally(fault);
  const next = numbersFrom(seed);
  for (; tally.injected < times; tally.injected += 1) {
    const folder = `${work.folder}-copy`;
    cpSync(work.folder, folder, { recursive: true });
    const database = pick(['whole', 'behind', 'gone'] as const, next);
    const scene = await sceneOf(work, folder, database === 'behind' ? 'halfWay' : 'end', next);
    const { store } = scene;
    const before = tally.lost + tally.wrong.length;
    try {
      const done = await harm(scene);
      if (database === 'whole') await withWhole(scene, tally);
      else await withLess(scene, database, done, Math.max(work.head, store.seenSeq), tally);
    } catch (problem) {
      tally.wrong.push(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
    }
    if (tally.lost + tally.wrong.length > before) tally.wrong.push(`… at ${tally.injected}, database ${database}`);
    await store.db.delete();
    rmSync(folder, { recursive: true });
  }
  return tally.finding();
}

/** The work as it stood half way or at the end in the database, with the files in `folder`. */
export async function sceneOf(work: Work, folder: string, at: 'halfWay' | 'end', next: Next): Promise<Scene> {
  const files = storedFiles((name) => Promise.resolve(ownFolder(folder, name)));
  return { store: await stored(work, work[at]), files, folder, next, now: new Date('2026-11-27T09:00:00Z') };
}

/** The start agrees, work goes on, the next backup comes; and then the database is lost. */
async function withWhole(scene: Scene, tally: Tally): Promise<void> {
  const { store, files } = scene;
  const startedAt = performance.now();
  const compared = await compare(scene);
  tally.milliseconds.push(Math.round(performance.now() - startedAt));
  if (compared.kind !== 'agree') return void tally.wrong.push(`Whole, and yet ${compared.kind}.`);
  tally.silently += 1;
  await goOn(scene, 3);
  await backUp(scene);
  await goOn(scene, 2);
  const all = await entriesOf(store);
  tally.acknowledged += all.length;
  await fromFiles(files, all, all.length, tally);
}

/** What the harm has left comes back: silently where it leads on from the database, else by choice. */
async function withLess(
  scene: Scene,
  database: 'behind' | 'gone',
  harm: Harm,
  head: number,
  tally: Tally,
): Promise<void> {
  const all = await acknowledgedIn(scene);
  const reach = reachOf(scene, harm, head);
  tally.acknowledged += all.length;
  const startedAt = performance.now();
  const compared = database === 'behind' ? await compare(scene) : null;
  if (compared?.kind === 'agree') {
    tally.silently += 1;
    const { lost, torn } = await verify(
      scene.store.db,
      all.filter(([seq]) => seq <= reach),
    );
    tally.lost += lost;
    tally.wrong.push(...torn);
  } else {
    tally.byChoice += 1;
    await fromFiles(scene.files, all, reach, tally);
  }
  tally.milliseconds.push(Math.round(performance.now() - startedAt));
}

/** Follows the first offer of the recovery screen, which has to reach as far as anything that is left. */
async function fromFiles(files: StoredFiles, all: readonly Entry[], reach: number, tally: Tally): Promise<void> {
  const [newest] = await keptStates(files, 'own');
  if (newest === undefined) {
    tally.lost += reach;
    return;
  }
  const name = `muster-${newId()}`;
  const back = await bringBack(files, newest, name);
  if (!back.ok) {
    tally.lost += reach;
    return void tally.wrong.push(`The first offer could not be brought back: ${back.error.what}`);
  }
  const db = new MusterDatabase(name);
  await db.open();
  const { lost, torn } = await verify(
    db,
    all.filter(([seq]) => seq <= reach),
  );
  tally.lost += lost;
  tally.wrong.push(...torn);
  await db.delete();
}

/** How far the lines and snapshots that are left lead, worked out from what was taken away. */
function reachOf({ folder }: Scene, { lines = [], snapshots = [] }: Harm, head: number): number {
  const starts = namesIn(folder, 'snapshots').flatMap((name) => parseSnapshotName(name)?.seq ?? []);
  const journal = new Set(linesIn(folder).flatMap(({ seq }) => seq ?? []));
  const hasBeginning = namesIn(folder, 'journal').some((name) => name.includes('_000000000_'));
  const sound = [...(hasBeginning ? [0] : []), ...starts.filter((seq) => !snapshots.includes(seq))];
  return Math.max(0, ...sound.map((from) => follow(from)));
  function follow(from: number): number {
    let at = from;
    while (at < head && journal.has(at + 1) && !lines.includes(at + 1)) at += 1;
    return at;
  }
}

function tornLine({ folder, next }: Scene): Harm {
  const file = lastPiece(folder);
  const bytes = readFileSync(file);
  const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const line = linesIn(folder).findLast((one) => one.file === file);
  truncateSync(file, last + next(bytes.length - last - 1));
  return { lines: [line?.seq ?? 0] };
}

function missingMiddle({ folder, next }: Scene): Harm {
  const lines = linesIn(folder).filter(({ seq }) => seq !== null);
  const from = next(lines.length - 2);
  const gone = lines.slice(from, from + 1 + next(4)).slice(0, lines.length - 1 - from);
  for (const { file, text } of gone) writeFileSync(file, readFileSync(file, 'utf8').replace(`${text}\n`, ''));
  return { lines: gone.map(({ seq }) => seq ?? 0) };
}

function foreignLine({ folder, next }: Scene): Harm {
  const file = pick(namesIn(folder, 'journal'), next);
  const place = path.join(folder, 'journal', file);
  const lines = readFileSync(place, 'utf8').trimEnd().split('\n');
  const foreign = new TextDecoder().decode(encodeLine(lineAfter({ seq: next(60), id: newId() }))).trimEnd();
  const strange = [foreign, 'not a line of ours', '', `0badc0de {"seq":${next(99)}}`, lines[0] ?? ''];
  lines.splice(1 + next(lines.length), 0, pick(strange, next));
  writeFileSync(place, `${lines.join('\n')}\n`);
  return {};
}

function flippedLine({ folder, next }: Scene): Harm {
  const { file, text, seq } = pick(linesIn(folder), next);
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text) + next(Buffer.byteLength(text));
  bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
  writeFileSync(file, bytes);
  // A damaged first line costs nothing but the beginning of a workspace that has no snapshot.
  return { lines: seq === null ? [] : [seq] };
}

function flippedSnapshot({ folder, next }: Scene): Harm {
  const name = pick(namesIn(folder, 'snapshots'), next);
  const file = path.join(folder, 'snapshots', name);
  const bytes = readFileSync(file);
  const at = next(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
  writeFileSync(file, bytes);
  return { snapshots: [parseSnapshotName(name)?.seq ?? 0] };
}

async function equalTimes(scene: Scene): Promise<Harm> {
  if (!(await isCurrent(scene))) return {};
  for (let more = 2 + scene.next(4); more > 0; more -= 1) {
    await backUp(scene, 0);
    if (scene.next(2) === 0) await goOn(scene, 1);
  }
  return {};
}

async function clockBack(scene: Scene): Promise<Harm> {
  if (!(await isCurrent(scene))) return {};
  for (let more = 2 + scene.next(5); more > 0; more -= 1) {
    scene.now = new Date(scene.now.getTime() + pick([-365, -1, 1, 400], scene.next) * 86_400_000);
    await backUp(scene);
    await goOn(scene, 1 + scene.next(2));
  }
  return {};
}

/** A database that is behind takes no part in work that goes on. */
async function isCurrent({ store, files }: Scene): Promise<boolean> {
  const journal = await findJournal(files, store.lineage);
  return !('kind' in journal) && journal.head?.seq === store.seenSeq;
}

function remove(folder: string, name: string): Harm {
  rmSync(path.join(folder, name), { recursive: true });
  return {};
}

interface Line {
  readonly file: string;
  readonly text: string;
  /** `null` for the first line of a piece. */
  readonly seq: number | null;
}

function linesIn(folder: string): readonly Line[] {
  return namesIn(folder, 'journal').flatMap((name) => {
    const file = path.join(folder, 'journal', name);
    const texts = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return texts.map((text) => ({ file, text, seq: seqOf(text) }));
  });
}

function seqOf(text: string): number | null {
  try {
    const value = JSON.parse(text.slice(9)) as { readonly entry?: { readonly seq: number } };
    return value.entry?.seq ?? null;
  } catch {
    return null;
  }
}

function lastPiece(folder: string): string {
  return path.join(folder, 'journal', namesIn(folder, 'journal').at(-1) ?? '');
}

function namesIn(folder: string, name: string): readonly string[] {
  mkdirSync(path.join(folder, name), { recursive: true });
  return readdirSync(path.join(folder, name)).toSorted();
}

export async function acknowledgedIn(scene: Scene): Promise<readonly Entry[]> {
  const before = await entriesOf(scene.store);
  const journal = linesIn(scene.folder.replace(/-(copy|newer)$/, '')).map(({ text }) => text);
  const lines = journal.flatMap((text) => {
    const value = JSON.parse(text.slice(9)) as { readonly entry?: { readonly seq: number; readonly id: string } };
    return value.entry === undefined ? [] : [[value.entry.seq, value.entry.id] as const];
  });
  return [...new Map([...lines, ...before])];
}

async function entriesOf({ db }: Store): Promise<readonly Entry[]> {
  return (await db.history.toArray()).map(({ seq, id }) => [seq, id] as const);
}

export async function journalOf({ store, files }: Pick<Scene, 'store' | 'files'>): Promise<Journal> {
  const journal = await findJournal(files, store.lineage);
  if ('kind' in journal) throw new Error('no journal');
  return journal;
}

async function goOn({ store, files, next }: Scene, commands: number): Promise<void> {
  for (let done = 0; done < commands;) {
    const outcome = await anyCommand(store, next);
    if (outcome.ok && outcome.value !== null) done += 1;
    else if (!outcome.ok && outcome.error.kind !== 'refused') throw new Error(JSON.stringify(outcome.error));
    const flushed = await flushOutbox(store.db, files, await journalOf({ store, files }));
    if (flushed.kind !== 'flushed') throw new Error(`not flushed: ${JSON.stringify(flushed)}`);
  }
}

/** As the worker of the application does, and as the main thread begins a new piece of the journal afterwards. */
async function backUp(scene: Scene, hours = 1): Promise<void> {
  const { store, files } = scene;
  scene.now = new Date(scene.now.getTime() + hours * 3_600_000);
  const taken = await takeSnapshot(store.db, files, scene.now, 'Muster');
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
  await rotate(files, taken.name);
}

export async function compare({ store, files }: Scene) {
  const workspace = await store.db.workspace();
  if (workspace === undefined) throw new Error('no workspace');
  return compareHeads(store, files, workspace);
}

async function tablesOf(db: MusterDatabase): Promise<Tables> {
  const tables = new Map<string, readonly unknown[]>();
  for (const table of db.tables) tables.set(table.name, await table.toArray());
  return tables;
}

async function stored({ workspace }: Work, tables: Tables): Promise<Store> {
  const database = `muster-${newId()}`;
  const db = new MusterDatabase(database);
  await db.open();
  for (const table of db.tables) await table.bulkPut([...(tables.get(table.name) ?? [])]);
  db.close();
  return opened(database, workspace.workspaceId);
}

async function opened(database: string, workspaceId: string): Promise<Store> {
  const opening = await openStore({ workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}
