import { Dexie } from 'dexie';
import type { MusterDatabase } from './db.ts';

export const firstDatabase = 'muster';

/** A database that was in use before something was brought back or begun anew in another. */
export interface OldDatabase {
  readonly name: string;
  /** When it was begun (a UTC instant); `null` for the first of this computer. */
  readonly begunAt: string | null;
}

/** The names of all databases of workspaces, in the order in which they were begun. */
async function workspaceDatabases(): Promise<readonly string[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name?.startsWith(firstDatabase) === true ? [name] : [])).sort();
}

/**
 * A name for a database that is begun now. It ends with the moment, but always sorts after the names that are there, so that
 * a clock that went back does not make an older database look like the newest.
 */
export async function newDatabaseName(now: Date): Promise<string> {
  const names = await workspaceDatabases().catch(() => []);
  const times = names.flatMap((name) => begunAt(name) ?? []).map((at) => Date.parse(at));
  const moment = new Date(Math.max(now.getTime(), ...times.map((time) => time + 1)));
  return `${firstDatabase}-${moment.toISOString().replaceAll(':', '')}`;
}

/**
 * The newest database that holds a workspace; of those begun after `than`, where it is given. `null` where there is none. One
 * that was begun and never filled, because Muster was ended meanwhile, does not count.
 */
export async function newestHolding(than: string | null): Promise<string | null> {
  const names = await workspaceDatabases();
  for (const name of names.filter((one) => than === null || one > than).toReversed()) {
    if (await holdsWorkspace(name)) return name;
  }
  return null;
}

async function holdsWorkspace(name: string): Promise<boolean> {
  // Damaged: opening it says so, and an older one does not silently take its place.
  return asItIs(name, async (meta) => (await meta.get('workspace')) !== undefined, false).catch(() => true);
}

/** The program and version that last wrote to a database, of whatever version it is; `null` where it does not say. */
export async function writerOf(name: string): Promise<string | null> {
  const row: unknown = await asItIs<unknown>(name, (meta) => meta.get('workspace'), null).catch(() => null);
  if (typeof row !== 'object' || row === null || !('writtenBy' in row)) return null;
  return typeof row.writtenBy === 'string' ? row.writtenBy.slice(0, 80) : null;
}

/** Opens a database in whatever version it has: opened as ours, an older one would be brought up to date. */
async function asItIs<T>(name: string, work: (meta: MusterDatabase['meta']) => PromiseLike<T>, ifNone: T): Promise<T> {
  const db = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
  try {
    await db.open();
    const meta = db.tables.find((table) => table.name === 'meta');
    return meta === undefined ? ifNone : await work(meta);
  } finally {
    db.close();
  }
}

/**
 * Notes in a database that work goes on in another. It is written in one transaction, so that a command of any window comes
 * before it or is refused. What is damaged cannot be noted in, and no longer takes commands either.
 */
export async function leave(name: string, goesOnIn: string | null): Promise<void> {
  const note = (meta: MusterDatabase['meta']): PromiseLike<unknown> =>
    meta
      .where('key')
      .equals('workspace')
      .modify((row, place) => {
        if (row.key !== 'workspace') return;
        const { left: _left, ...workspace } = row;
        place.value = goesOnIn === null ? workspace : { ...workspace, left: goesOnIn };
      });
  // Its windows are told as well.
  await asItIs(name, note, undefined).catch(() => undefined);
}

const lockPrefix = 'muster:database:';
const openPrefix = 'muster:open:';

let letGoOfHeld: () => void = () => undefined;

/** Says to other windows which database this one has open, which ones it relies on, and no longer those of before. */
export function holdDatabases(names: readonly string[], open: string | null): void {
  letGoOfHeld();
  const isLetGo = new Promise<void>((resolve) => (letGoOfHeld = resolve));
  for (const name of new Set(names)) {
    void navigator.locks.request(lockPrefix + name, { mode: 'shared' }, () => isLetGo);
  }
  if (open !== null) void navigator.locks.request(openPrefix + open, { mode: 'shared' }, () => isLetGo);
}

/** The databases that any window has open. */
export function openDatabases(): Promise<ReadonlySet<string>> {
  return lockedUnder(openPrefix);
}

async function lockedUnder(prefix: string): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : [])));
}

/** The databases of workspaces that nobody uses, newest first. `named`: what the marker names, which is never one of them. */
export async function oldDatabases(named: readonly string[]): Promise<readonly OldDatabase[]> {
  const [names, held] = await Promise.all([workspaceDatabases(), lockedUnder(lockPrefix)]);
  return names
    .filter((name) => !named.includes(name) && !held.has(name))
    .toReversed()
    .map((name) => ({ name, begunAt: begunAt(name) }));
}

/** Removes one for good, unless a window has it open: `false`. What is kept of it outside the database stays. */
export function removeDatabase(name: string): Promise<boolean> {
  return navigator.locks.request(lockPrefix + name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await Dexie.delete(name);
    return true;
  });
}

const scratchPrefix = 'scratch-';

/** Works with the name of a database that holds a copy for as long: no other window takes it for left behind meanwhile. */
export function withScratchDatabase<T>(work: (name: string) => Promise<T>): Promise<T> {
  const name = scratchPrefix + crypto.randomUUID();
  return navigator.locks.request(lockPrefix + name, () => work(name));
}

/**
 * Removes the copies that work left behind when it was cancelled, reloaded away or killed: they hold a whole workspace. One that is
 * still worked with in another window is waited for.
 */
export async function removeScratchDatabases(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (name.startsWith(scratchPrefix)) await navigator.locks.request(lockPrefix + name, () => Dexie.delete(name));
  }
}

/** Their names end with the moment, without the colons. */
function begunAt(name: string): string | null {
  const [, day, hours, minutes, rest] =
    /^-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3}Z)$/.exec(name.slice(firstDatabase.length)) ?? [];
  return day === undefined ? null : `${day}T${hours}:${minutes}:${rest}`;
}
