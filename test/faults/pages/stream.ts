import { bringBackState } from '../../../renderer/src/features/workspace/backups/bringBackState.ts';
import { browserHost } from '../../../renderer/src/host/browserHost.ts';
import { failureSentence } from '../../../renderer/src/host/failureSentence.ts';
import type { Place } from '../../../renderer/src/safekeeping/inUse.ts';
import type { Keeping } from '../../../renderer/src/safekeeping/keeping.ts';
import { createOrganisation } from '../../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import { redo, undo } from '../../../renderer/src/store/undo.ts';
import { problemSentence } from '../../../renderer/src/store/problemSentence.ts';
import type { CommandProblem } from '../../../renderer/src/store/runCommand.ts';
import type { Store } from '../../../renderer/src/store/store.ts';
import { startUp } from '../../../renderer/src/app/startUp.ts';
import { startWorkspace } from '../../../renderer/src/app/startWorkspace.ts';
import { runKeepingJob } from '../../../renderer/src/workers/keepingClient.ts';
import { numbersFrom } from '../chance.ts';
import { type Entry, type Verdict, verify } from '../verify.ts';
import { anyCommand, attach } from './commands.ts';
import { addPerson, erasePerson, setAside, tracesOf } from './erasing.ts';
import {
  keptMarker,
  openLargeFile,
  type OpenedFile,
  openSavedFile,
  putStaleMarker,
  savedFile,
  takeSetAside,
} from './files.ts';

/** What the page tells as it goes; it is killed at any moment, and what was not told by then was not acknowledged. */
export type Report =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'committed'; readonly entry: Entry }
  /** Everything up to this entry is what the safety light calls saved. */
  | { readonly kind: 'saved'; readonly seq: number };

/** `silently`: opened, whatever had to be made good. `choice`: brought back as the recovery screen does. */
export type Opened =
  | { readonly kind: 'silently'; readonly milliseconds: number; readonly database: string }
  | { readonly kind: 'choice'; readonly problem: string; readonly milliseconds: number; readonly database: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'nothingKept'; readonly problem: string };

declare global {
  interface Window {
    /** The binding of whoever drives the page. */
    tell?: (report: string) => void;
    stream: typeof stream;
  }
}

let place: Place | null = null;
let open: { readonly store: Store; readonly keeping: Keeping } | null = null;

function tell(report: Report): void {
  window.tell?.(JSON.stringify(report));
}

function theOpen(): { readonly store: Store; readonly keeping: Keeping } {
  if (open === null) throw new Error('Nothing is open.');
  return open;
}

function thePlace(): Place {
  if (place === null) throw new Error('Nothing was looked at.');
  return place;
}

type Start =
  { readonly kind: 'ready' } | { readonly kind: 'empty' } | { readonly kind: 'problem'; readonly problem: string };

async function start(): Promise<Start> {
  const started = await startUp(browserHost);
  place = started.place;
  if (started.kind === 'problem') return { kind: 'problem', problem: started.problem.kind };
  if (started.kind === 'empty') return { kind: 'empty' };
  const { store } = started.place;
  const { keeping } = started;
  open = { store, keeping };
  let saved = 0;
  keeping.watch(() => {
    const { journalled, journalFailure } = keeping.state();
    if (journalFailure === null && journalled > saved) tell({ kind: 'saved', seq: (saved = journalled) });
  });
  store.committed.add((seq) => {
    void tellCommitted(store, seq);
  });
  return { kind: 'ready' };
}

/** So often a person looks again where what was listed has been tidied up meanwhile. */
const looks = 5;

/** Brings back the newest state; of one lineage, where it is given. */
async function bringNewestBack(problem: string, startedAt: number, lineage?: string): Promise<Opened> {
  let why = '';
  for (let look = 0; look < looks; look += 1) {
    const found = await runKeepingJob<'keptStates'>({ kind: 'keptStates', place: 'own' }, browserHost);
    const states = found.kind === 'found' ? found.states : [];
    const newest = states.find((state) => lineage === undefined || state.lineage === lineage);
    if (newest === undefined) return { kind: 'nothingKept', problem: `${problem}, and ${JSON.stringify(found)}` };
    const back = await bringBackState(browserHost, thePlace(), newest);
    if (back.kind === 'opened') {
      close();
      const again = await start();
      if (again.kind !== 'ready')
        return { kind: 'nothingKept', problem: `after bringing back: ${JSON.stringify(again)}` };
      return { ...took('choice', startedAt), problem, database: theOpen().store.db.name };
    }
    why = `${back.sentence.what} ${back.sentence.next}`;
  }
  return { kind: 'nothingKept', problem: why };
}

function close(): void {
  open?.keeping.stop();
  open?.store.db.close();
  open = null;
}

/** What a driver does with the real store, its journal and snapshots, in a page of the real browser shell. */
const stream = {
  /** Opens what is there as the application does, and follows the recovery screen's first offer where it must. */
  async open(): Promise<Opened> {
    const startedAt = performance.now();
    close();
    const started = await start();
    if (started.kind === 'empty') return { kind: 'empty' };
    if (started.kind === 'problem') return bringNewestBack(started.problem, startedAt);
    return { ...took('silently', startedAt), database: theOpen().store.db.name };
  },

  /** What the application does when reading failed: it lets go, looks again and, where all seems well, reads everything. */
  async openAgain(): Promise<Opened> {
    const startedAt = performance.now();
    close();
    const started = await start();
    if (started.kind === 'empty') return { kind: 'empty' };
    if (started.kind === 'problem') return bringNewestBack(started.problem, startedAt);
    const { db } = theOpen().store;
    const scrubbed = await runKeepingJob<'scrub'>({ kind: 'scrub', database: db.name }, browserHost);
    if (scrubbed.kind === 'scrubbed' && scrubbed.faults.length === 0) {
      return { ...took('silently', startedAt), database: db.name };
    }
    const marker = { workspaceId: theOpen().store.workspaceId, database: db.name };
    close();
    place = { kind: 'recovery', marker };
    return bringNewestBack(`faulty: ${JSON.stringify(scrubbed)}`, startedAt);
  },

  /**
   * What Settings does when someone brings a former state back although nothing is lost, or the newest of a history that was
   * left; work then goes on in that.
   */
  async goBack(lineage?: string): Promise<readonly Entry[]> {
    const opened = await bringNewestBack('chosen in Settings', performance.now(), lineage);
    if (opened.kind !== 'choice') throw new Error(JSON.stringify(opened));
    return (await verify(theOpen().store.db, [])).entries;
  },

  /** Which history is open, and in which database. */
  inUse(): { readonly lineage: string; readonly database: string } {
    const { lineage, db } = theOpen().store;
    return { lineage, database: db.name };
  },

  marker: keptMarker,
  putStaleMarker,

  /** Starts the workspace of an empty profile. */
  async begin(): Promise<string | null> {
    const here = thePlace();
    if (here.kind === 'workspace') return 'There is a workspace.';
    const outcome = await startWorkspace(browserHost, here, 'Alder Vale bids');
    return outcome.kind === 'started' ? null : outcome.kind;
  },

  async flushed(): Promise<number> {
    const { keeping } = theOpen();
    await keeping.flush();
    return keeping.state().journalled;
  },

  verify(acknowledged: readonly Entry[]): Promise<Verdict> {
    return verify(theOpen().store.db, acknowledged);
  },

  /**
   * Gives commands without a pause, `count` of them or until it is killed; some wait for the journal and some do not. `backsUp`: after
   * about how many of them a snapshot is taken.
   */
  async run(seed: number, count: number, backsUp = 25): Promise<string | null> {
    const { store, keeping } = theOpen();
    const next = numbersFrom(seed);
    for (let done = 0; done < count; done += 1) {
      const outcome = await anyCommand(store, next);
      if (!outcome.ok && outcome.error.kind !== 'refused') return outcome.error.kind;
      if (next(3) === 0) await keeping.flush();
      if (next(backsUp) === 0) void keeping.takeSnapshot();
    }
    await keeping.flush();
    return null;
  },

  async snapshot(): Promise<string | null> {
    return (await theOpen().keeping.takeSnapshot())?.kind ?? null;
  },

  openFile(how: 'replace' | 'add', count: number): Promise<OpenedFile> {
    return openLargeFile(theOpen().store, how, count);
  },

  savedFile(): Promise<string> {
    return savedFile(theOpen().store);
  },

  openSavedFile(base64: string): Promise<OpenedFile> {
    return openSavedFile(thePlace(), base64);
  },

  takeSetAside,

  /** A person who is in rows, history, journal, a snapshot and a workspace that was set aside. */
  async addPerson(name: string): ReturnType<typeof addPerson> {
    const { store, keeping } = theOpen();
    const subject = await addPerson(store, name);
    await keeping.takeSnapshot();
    await setAside(store, `${name}.muster`.replace('Wexcombe', 'aside-'));
    return subject;
  },

  erasePerson(subject: Awaited<ReturnType<typeof addPerson>>, name: string): Promise<string | null> {
    return erasePerson(theOpen().store, subject, name);
  },

  tracesOf(name: string): Promise<readonly string[]> {
    return tracesOf(theOpen().store, name);
  },

  organisations(): Promise<number> {
    return theOpen().store.db.organisations.count();
  },

  /** Makes one organisation after another, each a command of its own. */
  async make(count: number): Promise<void> {
    const { store, keeping } = theOpen();
    for (let at = 0; at < count; at += 1) await createOrganisation(store, newId(), `Organisation ${at}`);
    await keeping.flush();
  },

  /** Takes back, or brings back, one command after another until there is none, and counts them. */
  async undoAll(way: 'undo' | 'redo'): Promise<number> {
    const { store, keeping } = theOpen();
    const step = way === 'undo' ? undo : redo;
    let done = 0;
    while ((await step(store)).ok) done += 1;
    await keeping.flush();
    return done;
  },

  /** Takes back and brings back by chance, some steps in a row, until it is killed. */
  async undoAndRedo(seed: number): Promise<never> {
    const { store, keeping } = theOpen();
    const next = numbersFrom(seed);
    for (let step = undo; ; step = next(4) === 0 ? (step === undo ? redo : undo) : step) {
      const outcome = await step(store);
      if (!outcome.ok && outcome.error.kind !== 'refused') throw new Error(outcome.error.kind);
      if (next(3) === 0) await keeping.flush();
      if (next(25) === 0) void keeping.takeSnapshot();
    }
  },

  /** Attaches files of a megabyte each until one is not stored, and gives what the form then says. */
  async fill(seed: number, most: number): Promise<{ readonly kind: string; readonly sentence: string } | null> {
    const { store, keeping } = theOpen();
    const next = numbersFrom(seed);
    const id = newId();
    const made = await createOrganisation(store, id, 'With many files');
    if (!made.ok) return said(made.error);
    for (let at = 0; at < most; at += 1) {
      const outcome = await attach(store, id, next, 1_000_000);
      if (!outcome.ok) return said(outcome.error);
      await keeping.flush();
      const { journalFailure } = keeping.state();
      if (journalFailure !== null) return { kind: journalFailure.reason, sentence: failureSentence(journalFailure) };
    }
    return null;
  },
};

function took<Kind extends string>(kind: Kind, startedAt: number) {
  return { kind, milliseconds: Math.round(performance.now() - startedAt) };
}

window.stream = stream;
tell({ kind: 'loaded' });

function said(problem: CommandProblem) {
  return { kind: problem.kind, sentence: problemSentence(problem) };
}

async function tellCommitted(store: Store, seq: number): Promise<void> {
  const entry = await store.db.history.get(seq);
  if (entry !== undefined) tell({ kind: 'committed', entry: [entry.seq, entry.id] });
}
