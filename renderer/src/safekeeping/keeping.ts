import type { Failed } from '../../../shared/host/failed.ts';
import type { Host } from '../../../shared/host/host.ts';
import type { SecondFolder } from '../../../shared/host/storedFiles.ts';
import { removeScratchDatabases } from '../store/databases.ts';
import { loadEntryCheck } from '../store/entryCheck.ts';
import { freeze, type Store } from '../store/store.ts';
import { watchHead } from '../store/watchHead.ts';
import { runKeepingJob } from '../workers/keepingClient.ts';
import type { Crashed } from '../workers/watchWorker.ts';
import type { Kept } from './compareHeads.ts';
import { findJournal, isRooted, type Journal } from './journal.ts';
import { flushOutbox } from './outbox.ts';
import { namedSnapshots, snapshotLock } from './namedSnapshots.ts';
import { type Fill, storageFill } from './fill.ts';
import { freeSpace, type Room } from './room.ts';
import type { SnapshotFailure } from './snapshotFailure.ts';

/** What is known of the work outside the database. */
export interface KeepingState {
  /** The newest history entry that the journal, with a snapshot where it needs one, brings back if the database is lost. */
  readonly journalled: number;
  readonly journalFailure: Failed | null;
  /** The newest snapshot that was read back as it was written; `null` where there is none yet. */
  readonly snapshot: ProvenSnapshot | null;
  readonly snapshotFailure: SnapshotFailure | null;
  /** How full what can become full was, when it was last looked at. */
  readonly fill: readonly Fill[];
  /** How far the backup is that is being made, from 0 to 1; `null` where none is, and in its first second. */
  readonly backingUp: number | null;
  /** What the next backup finds on the disk, when it was last looked at; `null` where nobody says. */
  readonly room: Room | null;
  readonly second: SecondFolder;
  /** When the newest copy in the second folder was taken. */
  readonly copiedAt: string | null;
  readonly copyFailure: Failed | Crashed | null;
  /** When every row was last read and found sound, in this session. */
  readonly scrubbedAt: string | null;
  /** Why not every row could be read, when that was last tried. */
  readonly scrubFailure: Crashed | null;
}

interface ProvenSnapshot {
  readonly name: string;
  readonly seq: number;
  readonly at: string;
}

/** Keeps the open workspace safe outside its database, for as long as it is open. */
export interface Keeping {
  readonly state: () => KeepingState;
  readonly watch: (watcher: () => void) => () => void;
  /** Brings the journal up to date; ends when it is, or cannot be. */
  readonly flush: () => Promise<void>;
  /** Takes a snapshot now. The answer is `null`, or why there is none. */
  readonly takeSnapshot: () => Promise<SnapshotFailure | null>;
  /** Looks about how full it has become; a backup tells exactly. */
  readonly measure: () => Promise<void>;
  /** Looks again at the second folder, after it was chosen, allowed or forgotten. */
  readonly lookAtSecondFolder: () => Promise<void>;
  readonly stop: () => void;
}

/** A snapshot follows so long after the last change, and at the latest after so many. */
const quiet = 60_000;
const manyChanges = 200;
/** A backup that takes longer says how far it is. */
const untilShown = 1000;
/** What a start leaves to be done begins so long after it: the first screen comes first. */
const settling = 500;
/** A journal that leads nowhere yet waits so long for its first snapshot. */
const patience = 1500;
/** So long after the last change everything is read once, to find what is damaged while there is a snapshot of it. */
const idle = 5 * 60_000;
/** With a backup of fewer bytes than these, and no more than so many stored altogether, every limit is far. */
const couldBeLarge = { backup: 2 * 2 ** 20, stored: 64 * 2 ** 20 };
/** A journal that could not be written is tried again so often, and at every change. */
const retry = 15_000;

/**
 * How far the work is safe: a journal that begins in the middle is worth nothing without a snapshot (the number of its last entry)
 * that leads to it, and one that is being caught up with may end before that.
 */
function reach(journal: Journal, snapshot: number | null): number {
  const led = isRooted(journal, snapshot) ? (journal.head?.seq ?? 0) : 0;
  return Math.max(led, snapshot ?? 0);
}

/** `found`: what was kept of this lineage when the database was opened. */
export function startKeeping(store: Store, host: Host, lineage: string, found: Kept | Failed): Keeping {
  const kept: Kept =
    'kind' in found ? { journal: { lineage, segments: [], head: null, open: null }, snapshot: null } : found;
  let { journal } = kept;
  let isJournalKnown = !('kind' in found);
  let state: KeepingState = {
    journalled: reach(journal, kept.snapshot),
    journalFailure: 'kind' in found ? found : null,
    snapshot: null,
    snapshotFailure: null,
    second: { kind: 'none' },
    copiedAt: null,
    copyFailure: null,
    scrubbedAt: null,
    scrubFailure: null,
    fill: [],
    backingUp: null,
    room: null,
  };
  let newest = store.seenSeq;
  let isStopped = false;
  let flushing: Promise<void> | null = null;
  let isFlushAsked = false;
  let isSnapshotKnown = false;
  let snapshotting: Promise<SnapshotFailure | null> | null = null;
  /** What the newest backup comes to, without the attached files beside it. */
  let backupBytes: number | null = null;
  const watchers = new Set<() => void>();
  const timers = new Map<'quiet' | 'idle' | 'retry', ReturnType<typeof setTimeout>>();

  const change = (part: Partial<KeepingState>): void => {
    state = { ...state, ...part };
    for (const watcher of watchers) watcher();
  };
  const after = (name: 'quiet' | 'idle' | 'retry', milliseconds: number, work: () => void): void => {
    clearTimeout(timers.get(name));
    if (!isStopped) timers.set(name, setTimeout(work, milliseconds));
  };

  const journalled = (snapshot: ProvenSnapshot | null): number => reach(journal, snapshot?.seq ?? null);

  const flushOnce = async (): Promise<void> => {
    if (!isJournalKnown) {
      const again = await findJournal(host, lineage);
      if ('kind' in again && again.kind === 'newerFormat') return freeze(store, 'newerMuster');
      if ('kind' in again) return change({ journalFailure: again });
      journal = again;
      isJournalKnown = true;
    }
    const flushed = await flushOutbox(store.db, host, journal, (now) => {
      journal = now;
      change({ journalled: journalled(state.snapshot) });
    });
    if (flushed.kind === 'flushed') {
      journal = flushed.journal;
      change({ journalled: journalled(state.snapshot), journalFailure: null });
      if (isSnapshotKnown && !isStopped && state.journalled < (journal.head?.seq ?? 0)) void takeSnapshot();
      return;
    }
    if (flushed.kind === 'diverged') return freeze(store, 'historyBehind');
    if (flushed.kind === 'newerFormat') return freeze(store, 'newerMuster');
    change({ journalFailure: flushed });
  };

  const flush = (): Promise<void> => {
    isFlushAsked = true;
    flushing ??= (async () => {
      try {
        do {
          isFlushAsked = false;
          await flushOnce();
        } while (isFlushAsked);
      } catch (thrown) {
        // A database that has been closed says so itself.
        change({ journalFailure: { kind: 'failed', reason: 'other', detail: String(thrown) } });
      } finally {
        flushing = null;
      }
      if (state.journalFailure !== null) after('retry', retry, () => void flush());
    })();
    return flushing;
  };

  const copyOut = async (name: string, at: string): Promise<void> => {
    if (state.second.kind !== 'chosen') return;
    const answer = await runKeepingJob<'copyOut'>({ kind: 'copyOut', name }, host);
    if (answer.kind === 'copied') change({ copiedAt: at, copyFailure: null });
    else if (answer.kind !== 'cancelled') change({ copyFailure: answer });
    await lookAtSecondFolder();
  };

  const snapshotOnce = async (): Promise<SnapshotFailure | null> => {
    // A journal that is far behind takes minutes, and a backup makes good for it.
    await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, settling))]);
    const { appVersion } = await host.info();
    const job = { kind: 'snapshot', database: store.db.name, savedBy: `Muster ${appVersion}` } as const;
    const answer = await shown((onProgress) => runKeepingJob<'snapshot'>(job, host, { onProgress }));
    if (answer.kind === 'taken') {
      const { name, seq, at, bytes, fill } = answer;
      backupBytes = bytes;
      // The next entry begins a new piece of the journal, so that the old one can go when it is no longer needed.
      journal = { ...journal, open: null };
      const snapshot = { name, seq, at };
      change({ snapshot, snapshotFailure: null, journalled: journalled(snapshot) });
      await noteFill(fill);
      await copyOut(name, at);
      return null;
    }
    const failure: SnapshotFailure = answer.kind === 'cancelled' ? { kind: 'gone' } : answer;
    change({ snapshotFailure: failure });
    if ('fill' in failure) await noteFill(failure.fill);
    else await noteRoom();
    if (state.journalled < (journal.head?.seq ?? 0)) {
      if (failure.kind === 'failed') change({ journalFailure: failure });
      after('retry', retry, () => void flush());
    }
    return failure;
  };

  const takeSnapshot = (): Promise<SnapshotFailure | null> => {
    // Of several windows one does it.
    snapshotting ??= navigator.locks
      .request(snapshotLock, snapshotOnce)
      .catch((thrown: unknown) => {
        const failure: SnapshotFailure = { kind: 'crashed', reason: 'fault', detail: String(thrown) };
        change({ snapshotFailure: failure });
        return failure;
      })
      .finally(() => (snapshotting = null));
    return snapshotting;
  };

  /** A backup is said to be going on once it has taken a second. */
  const shown = async <T>(backUp: (onProgress: (done: number) => void) => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const show = (backingUp: number): void => {
      if (performance.now() - startedAt >= untilShown) change({ backingUp });
    };
    const timer = setTimeout(() => show(0), untilShown + 1);
    try {
      return await backUp(show);
    } finally {
      clearTimeout(timer);
      change({ backingUp: null });
    }
  };

  const noteRoom = async (): Promise<void> => {
    const free = await freeSpace(host);
    change({ room: free === null ? null : { free, needed: backupBytes } });
  };

  const noteFill = async (fill: readonly Fill[]): Promise<void> => {
    change({ fill: [...fill, ...(await storageFill())] });
    await noteRoom();
  };

  const measure = async (): Promise<void> => {
    await noteRoom();
    const answer = await runKeepingJob<'measure'>({ kind: 'measure', database: store.db.name }, host);
    if (answer.kind === 'measured') await noteFill(answer.fill);
  };

  const snapshotted = (): number => state.snapshot?.seq ?? kept.snapshot ?? 0;

  const snapshotIfBehind = (): void => {
    if (store.frozen === null && newest > snapshotted()) void takeSnapshot();
  };

  const scrubOnce = async (): Promise<void> => {
    if (state.scrubbedAt !== null || store.frozen !== null) return;
    const { journalled: told } = state;
    const answer = await runKeepingJob<'scrub'>({ kind: 'scrub', database: store.db.name }, host);
    if (isStopped) return;
    if (answer.kind === 'crashed') change({ scrubFailure: answer });
    if (answer.kind !== 'scrubbed') return;
    if (answer.faults.length === 0) {
      change({ scrubbedAt: new Date().toISOString(), scrubFailure: null });
      // A file outside the database is damaged or gone. The database is whole, so a new backup makes it good.
      if (answer.kept < told) await takeSnapshot();
      return;
    }
    store.faults = answer.faults;
    freeze(store, 'damaged');
  };

  const noteHead = (seq: number): void => {
    if (seq > newest) newest = seq;
    if (newest > state.journalled || journal.head === null) void flush();
    if (newest - snapshotted() >= manyChanges && state.snapshotFailure === null) snapshotIfBehind();
    after('quiet', quiet, snapshotIfBehind);
    after('idle', idle, () => void scrubOnce());
  };

  async function lookAtSecondFolder(): Promise<void> {
    const second = await host.secondFolder();
    if (second.kind !== 'none' && second.kind !== 'chosen') return;
    if (second.kind === 'none' || second.state !== 'ready') return change({ second });
    const listed = await host.listFiles('secondSnapshots');
    const copies = listed.kind === 'listed' ? namedSnapshots(listed.files) : [];
    const ours = copies.filter((copy) => copy.lineage === lineage).toSorted((a, b) => b.seq - a.seq);
    change({ second, copiedAt: ours[0]?.at ?? null });
  }

  /** What is there already, and what has to be made good after a run that was cut short. */
  const begin = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, settling));
    if (isStopped) return;
    void loadEntryCheck();
    void removeScratchDatabases().catch(() => undefined);
    stopWatching = watchHead(store, noteHead);
    const listed = await host.listFiles('snapshots');
    const own = listed.kind === 'listed' ? namedSnapshots(listed.files) : [];
    const [last] = own.filter((one) => one.lineage === lineage).toSorted((a, b) => b.seq - a.seq);
    backupBytes ??= last?.bytes ?? null;
    await noteRoom();
    if (last !== undefined && state.snapshot === null) change({ snapshot: last, journalled: journalled(last) });
    await flush();
    if (!isRooted(journal, state.snapshot?.seq ?? null)) {
      await new Promise((resolve) => setTimeout(resolve, patience));
      if (!isStopped) await takeSnapshot();
    }
    isSnapshotKnown = true;
    await lookAtSecondFolder();
    // What is small packed cannot be large unpacked, or it would not be trusted when it is opened. The last backup may be an old one.
    const isLarge =
      (last?.bytes ?? 0) > couldBeLarge.backup || (await storageFill()).some(({ used }) => used > couldBeLarge.stored);
    if (isLarge && !isStopped) await measure();
  };

  store.committed.add(noteHead);
  let stopWatching: (() => void) | null = null;
  const flushAtEnd = (): void => void flush();
  window.addEventListener('pagehide', flushAtEnd);
  void begin();

  return {
    state: () => state,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    flush,
    takeSnapshot,
    measure,
    lookAtSecondFolder,
    stop: () => {
      isStopped = true;
      store.committed.delete(noteHead);
      stopWatching?.();
      window.removeEventListener('pagehide', flushAtEnd);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
