import 'fake-indexeddb/auto';
import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { compareHeads } from '../../renderer/src/safekeeping/compareHeads.ts';
import { type KeptState, keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import { isRooted } from '../../renderer/src/safekeeping/journal.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { copyOut, rotate, takeSnapshot } from '../../renderer/src/safekeeping/snapshots.ts';
import { createWorkspace, readContents, replaceContents } from '../../renderer/src/store/contents.ts';
import { removeOrganisations } from '../../renderer/src/store/commands/organisations.ts';
import { MusterDatabase } from '../../renderer/src/store/db.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { encodeLine, type JournalLine } from '../../shared/journal/segment.ts';
import { done, freshDatabase, openReady, rows, workspace } from '../store/support.ts';
import { add, attach, filesIn, flush, journalOf, snapshot, workspaceOf } from './support.ts';

let store: Store;
let files: StoredFiles;
let folder: string;

beforeEach(async () => {
  store = await openReady(await freshDatabase());
  ({ files, folder } = await filesIn());
  await flush(store, files);
});

async function compare(present = store) {
  return compareHeads(present, files, await workspaceOf(present));
}

async function states(): Promise<readonly KeptState[]> {
  return keptStates(files, 'own');
}

/** The store that a kept state becomes. */
async function broughtBack(state: KeptState | undefined): Promise<Store> {
  if (state === undefined) throw new Error('nothing is kept');
  const database = `muster-${newId()}`;
  const back = await bringBack(files, state, database);
  if (!back.ok) throw new Error(back.error.what);
  const opening = await openStore({ workspaceId: back.value.workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}

async function onlyFile(name: string): Promise<string> {
  const [file, ...more] = await readdir(path.join(folder, name));
  if (file === undefined || more.length > 0) throw new Error(`${more.length + 1} files in ${name}`);
  return path.join(folder, name, file);
}

/** The database as it was at a former time, made to stand for the present one: what a disk or a copy can do. */
async function asItWas(make: (old: Store) => Promise<unknown>): Promise<Store> {
  const name = `muster-${newId()}`;
  const { lineage } = await workspaceOf(store);
  const db = new MusterDatabase(name);
  await db.open();
  await createWorkspace(db, workspace);
  const present = await db.workspace();
  if (present !== undefined && lineage !== undefined) await db.meta.put({ ...present, lineage });
  const first = await store.db.history.get(1);
  if (first !== undefined) await db.history.put(first);
  db.close();
  const old = await openReady(name);
  await make(old);
  return old;
}

describe('the journal', () => {
  test('alone brings a workspace back that was never backed up, with undo, redo and attached files', async () => {
    const [kestrel = '', hollowell = ''] = await add(store, 'Kestrel Row', 'Hollowell Trust');
    const sha256 = await attach(store, kestrel, 'insured');
    await done(removeOrganisations(store, [hollowell]));
    await done(undo(store));
    await done(undo(store));
    await done(redo(store));
    await flush(store, files);
    const [newest] = await states();
    expect(newest).toMatchObject({ snapshot: null, fromJournal: 8, seq: 8, counts: { organisations: 2 } });
    const back = await broughtBack(newest);
    expect(await rows(back)).toEqual(await rows(store));
    expect((await back.db.attachments.get(sha256))?.bytes).toEqual(new TextEncoder().encode('insured'));
    await done(undo(back));
    await done(undo(back));
    await done(undo(store));
    await done(undo(store));
    expect(await rows(back)).toEqual(await rows(store));
  });

  test('that could not be written for a while is caught up with', async () => {
    await flush(store, files);
    await add(store, 'One', 'Two', 'Three');
    expect(await compare()).toMatchObject({ kind: 'agree', replayed: 0 });
    expect((await flush(store, files)).head?.seq).toBe(4);
    expect((await states())[0]?.counts.organisations).toBe(3);
  });

  test('gets every entry once when two windows write it', async () => {
    const [one, other] = [await journalOf(store, files), await journalOf(store, files)];
    await add(store, 'One');
    await flushOutbox(store.db, files, one);
    await add(store, 'Two');
    expect(await flushOutbox(store.db, files, other)).toMatchObject({ kind: 'flushed', journal: { head: { seq: 3 } } });
    const lines = (await readFile(await onlyFile('journal'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line.slice(9)).entry?.seq)).toEqual([undefined, 1, 2, 3]);
  });

  test('that is ahead of the database does not take a change of another history for written', async () => {
    await add(store, 'One', 'Two');
    const ahead = await flush(store, files);
    const old = await asItWas((other) => add(other, 'Another'));
    expect(await flushOutbox(old.db, files, ahead)).toEqual({ kind: 'diverged' });
  });

  test('is not gone on with for what was put in the place of its workspace', async () => {
    await add(store, 'One');
    const journal = await flush(store, files);
    const contents = await readContents(store.db);
    if (contents === null) throw new Error('gone');
    await replaceContents(store.db, contents, 'Opened a file', null, contents.head.seq);
    expect(await flushOutbox(store.db, files, journal)).toEqual({ kind: 'diverged' });
  });

  test('that had to begin in the middle is worth nothing without a snapshot that leads to it', async () => {
    expect(isRooted(await flush(store, files), null)).toBe(true);
    await add(store, 'One', 'Two');
    await flush(store, files);
    await snapshot(store, files);
    await add(store, 'Three');
    await rm(path.join(folder, 'journal'), { recursive: true });
    const begun = await flush(store, files);
    expect([begun.head?.seq, isRooted(begun, 3), isRooted(begun, 4)]).toEqual([4, false, true]);
  });

  test('with a torn last line goes on in a new piece, and the torn change is written again', async () => {
    await add(store, 'One', 'Two');
    await flush(store, files);
    const file = await onlyFile('journal');
    await truncate(file, (await readFile(file)).length - 20);
    expect(await compare()).toMatchObject({ kind: 'agree', kept: { journal: { head: { seq: 2 }, open: null } } });
    await add(store, 'Three');
    expect((await flush(store, files)).head?.seq).toBe(4);
    const back = await broughtBack((await states())[0]);
    expect(await rows(back)).toEqual(await rows(store));
  });

  test('with foreign lines in it is read over them', async () => {
    await add(store, 'One');
    await flush(store, files);
    await appendFile(await onlyFile('journal'), '0badc0de {"entry":{"seq":9}}\nrubbish\n');
    expect(await compare()).toMatchObject({ kind: 'agree', kept: { journal: { head: { seq: 2 }, open: null } } });
    await add(store, 'Two');
    await flush(store, files);
    expect(await rows(await broughtBack((await states())[0]))).toEqual(await rows(store));
  });

  test('whose last line is of another history does not pass for one that reaches further', async () => {
    await add(store, 'One');
    await flush(store, files);
    const entry = { ...(await store.db.history.get(2)), seq: 9, id: newId() };
    const line = encodeLine({ after: newId(), entry, attachments: [] } as unknown as JournalLine);
    await appendFile(await onlyFile('journal'), line);
    expect(await compare()).toMatchObject({ kind: 'agree', kept: { journal: { head: { seq: 2 }, open: null } } });
  });

  test('with a damaged middle or first line still leads on from a snapshot behind it', async () => {
    await add(store, 'One', 'Two');
    await flush(store, files);
    await snapshot(store, files);
    await add(store, 'Three', 'Four');
    await flush(store, files);
    const file = await onlyFile('journal');
    const whole = await readFile(file, 'utf8');
    const lines = whole.split('\n');
    for (const damaged of [0, 2]) {
      await writeFile(file, lines.map((line, at) => (at === damaged ? `${line.slice(0, -3)}???` : line)).join('\n'));
      expect((await states())[0]).toMatchObject({ seq: 5, fromJournal: 2 });
    }
  });

  test('is known to reach as far as the piece that reaches furthest, when two windows wrote different ones', async () => {
    const left = await journalOf(store, files);
    await add(store, 'One');
    await flushOutbox(store.db, files, { ...left, open: null });
    await add(store, 'Two', 'Three');
    await flushOutbox(store.db, files, left);
    const found = await journalOf(store, files);
    expect(found).toMatchObject({ head: { seq: 4 }, open: null });
    const old = await asItWas(() => Promise.resolve());
    expect(await compare(old)).toMatchObject({ kind: 'agree', replayed: 3 });
    expect(await rows(old)).toEqual(await rows(store));
  });

  test('with a missing middle is not led over, and the snapshot is offered', async () => {
    await add(store, 'One');
    await flush(store, files);
    await snapshot(store, files);
    await add(store, 'Two', 'Three', 'Four');
    await flush(store, files);
    const file = await onlyFile('journal');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, lines.filter((_, at) => at !== 3).join('\n'));
    expect((await states())[0]).toMatchObject({ seq: 2, fromJournal: 0 });
    // The next snapshot, of a database that is sound, makes good what the journal lost.
    expect(await compare()).toMatchObject({ kind: 'agree', replayed: 0 });
    await snapshot(store, files);
    expect((await states())[0]).toMatchObject({ seq: 5, fromJournal: 0 });
  });
});

describe('at the start', () => {
  test('a database that lost its last changes has them again, in silence', async () => {
    await add(store, 'One', 'Two');
    const [before] = [await rows(store)];
    await flush(store, files);
    const old = await asItWas(() => Promise.resolve());
    expect(await compare(old)).toMatchObject({ kind: 'agree', replayed: 2 });
    expect(await rows(old)).toEqual(before);
    expect((await workspaceOf(old)).head).toEqual((await workspaceOf(store)).head);
    await done(undo(old));
    await done(undo(store));
    expect(await rows(old)).toEqual(await rows(store));
  });

  test('six hundred lost changes are carried out again in order', async () => {
    const names = Array.from({ length: 600 }, (_, at) => `Organisation ${at}`);
    await add(store, ...names);
    await flush(store, files);
    const old = await asItWas(() => Promise.resolve());
    expect(await compare(old)).toMatchObject({ kind: 'agree', replayed: 600 });
    expect(await rows(old)).toEqual(await rows(store));
  });

  test('changes that another window makes during the comparison are no difference', async () => {
    const before = await workspaceOf(store);
    await add(store, 'One', 'Two');
    await flush(store, files);
    expect(await compareHeads(store, files, before)).toMatchObject({ kind: 'agree', replayed: 0 });
  });

  test('two windows that start at once carry out what was lost once', async () => {
    await add(store, 'One', 'Two', 'Three');
    await flush(store, files);
    const old = await asItWas(() => Promise.resolve());
    const other = await openReady(old.db.name);
    const both = await Promise.all([compare(old), compare(other)]);
    expect(both.map(({ kind }) => kind)).toEqual(['agree', 'agree']);
    expect(await rows(old)).toEqual(await rows(store));
  });

  test('a database that went its own way is not written to', async () => {
    await add(store, 'One', 'Two');
    await flush(store, files);
    const old = await asItWas((other) => add(other, 'Another'));
    expect(await compare(old)).toEqual({ kind: 'diverged', database: 2, kept: 3 });
    const longer = await asItWas((other) => add(other, 'A', 'B', 'C', 'D'));
    expect(await compare(longer)).toMatchObject({ kind: 'diverged', kept: 3 });
  });

  test('a database whose rows do not fit the journal is not written to', async () => {
    const [id = ''] = await add(store, 'One');
    await done(removeOrganisations(store, [id]));
    await flush(store, files);
    const old = await asItWas(async ({ db }) => {
      const row = (await store.db.history.get(2))?.changes[0]?.after;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- put there behind the back of the history
      await db.organisations.put({ ...(row as object), id, name: 'Not what was stored' } as never);
    });
    expect(await compare(old)).toMatchObject({ kind: 'diverged' });
    expect((await old.db.organisations.get(id))?.name).toBe('Not what was stored');
  });

  test('a snapshot that reaches further than database and journal is noticed', async () => {
    await add(store, 'One', 'Two');
    await snapshot(store, files);
    const old = await asItWas(() => Promise.resolve());
    expect(await compare(old)).toEqual({ kind: 'diverged', database: 1, kept: 3 });
  });

  test('files that cannot be read are nothing against the database', async () => {
    await rm(path.join(folder, 'journal'), { recursive: true });
    await writeFile(path.join(folder, 'journal'), 'a file where the folder should be');
    expect(await compare()).toMatchObject({ kind: 'unknown' });
  });

  test('another workspace in its place leaves the journal of the first alone', async () => {
    await add(store, 'One');
    await flush(store, files);
    const other = await openReady(await freshDatabase());
    expect(await compare(other)).toMatchObject({ kind: 'agree', kept: { journal: { head: null } } });
    await flush(other, files);
    expect(new Set((await states()).map(({ lineage }) => lineage)).size).toBe(2);
  });
});

describe('a snapshot', () => {
  test('with the journal after it brings everything back, and attached files are kept once', async () => {
    const [id = ''] = await add(store, 'One');
    await flush(store, files);
    await attach(store, id, 'insured');
    await snapshot(store, files);
    await snapshot(store, files, new Date(Date.now() + 3_600_000));
    await add(store, 'Two');
    await flush(store, files);
    expect(await readdir(path.join(folder, 'attachments'))).toHaveLength(1);
    const [newest, ...older] = await states();
    expect(newest).toMatchObject({ seq: 4, fromJournal: 1, counts: { organisations: 2 } });
    expect(older.map(({ seq }) => seq)).toEqual([3, 3]);
    const back = await broughtBack(newest);
    expect(await rows(back)).toEqual(await rows(store));
    expect(await back.db.attachments.toArray()).toEqual(await store.db.attachments.toArray());
  });

  test('with one flipped bit is passed over, and the older one with the journal loses nothing', async () => {
    await add(store, 'One');
    await flush(store, files);
    await snapshot(store, files, new Date('2026-11-26T09:00:00Z'));
    await add(store, 'Two');
    await flush(store, files);
    const name = await snapshot(store, files, new Date('2026-11-26T10:00:00Z'));
    await add(store, 'Three');
    await flush(store, files);
    await rotate(files, name);
    const file = path.join(folder, 'snapshots', name);
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 16;
    await writeFile(file, bytes);
    const [newest] = await states();
    expect(newest).toMatchObject({ seq: 4, fromJournal: 2 });
    expect(await rows(await broughtBack(newest))).toEqual(await rows(store));
  });

  test('whose attached file is gone or altered brings back everything else, and says so', async () => {
    const [id = ''] = await add(store, 'One');
    const sha256 = await attach(store, id, 'insured');
    await flush(store, files);
    await snapshot(store, files);
    await writeFile(path.join(folder, 'attachments', sha256), 'altered');
    const [newest] = await states();
    if (newest === undefined) throw new Error('nothing is kept');
    expect(await bringBack(files, newest, `muster-${newId()}`)).toMatchObject({
      ok: true,
      value: { missing: ['proof.txt'] },
    });
  });

  test('on a full or read-only disk is a failure, and the ones before it stay', async () => {
    await add(store, 'One');
    const name = await snapshot(store, files);
    const failing: StoredFiles = {
      ...files,
      writeFile: () => Promise.resolve({ kind: 'failed', reason: 'diskFull', detail: 'no space left on device' }),
    };
    expect(await takeSnapshot(store.db, failing, new Date(), 'Muster')).toMatchObject({ reason: 'diskFull' });
    expect(await readdir(path.join(folder, 'snapshots'))).toEqual([name]);
  });

  test('that reads back otherwise than it was written does not count', async () => {
    await add(store, 'One');
    const lying: StoredFiles = {
      ...files,
      readFile: async (place, name, from) => {
        const read = await files.readFile(place, name, from);
        return read.kind === 'read' ? { ...read, bytes: read.bytes.map((byte) => byte ^ 1) } : read;
      },
    };
    expect(await takeSnapshot(store.db, lying, new Date(), 'Muster')).toMatchObject({ kind: 'failed' });
    expect(await readdir(path.join(folder, 'snapshots'))).toEqual([]);
  });

  test('copied to a second folder is led on from by the journal, where the own snapshots are gone', async () => {
    await add(store, 'One');
    await flush(store, files);
    await copyOut(files, await snapshot(store, files));
    await add(store, 'Two');
    await flush(store, files);
    await rm(path.join(folder, 'snapshots'), { recursive: true });
    const [there, copy, ...more] = await keptStates(files, 'second');
    expect([there, copy, more]).toMatchObject([{ seq: 3, fromJournal: 1, place: 'second' }, { seq: 2 }, []]);
    expect(await rows(await broughtBack(there))).toEqual(await rows(store));
  });

  test('copied to a second folder is enough on another computer', async () => {
    const [id = ''] = await add(store, 'One');
    await attach(store, id, 'insured');
    await flush(store, files);
    expect(await copyOut(files, await snapshot(store, files))).toBeNull();
    for (const own of ['journal', 'snapshots', 'attachments']) await rm(path.join(folder, own), { recursive: true });
    const [there] = await keptStates(files, 'second');
    const back = await broughtBack(there);
    expect(await rows(back)).toEqual(await rows(store));
    expect(await back.db.attachments.toArray()).toEqual(await store.db.attachments.toArray());
  });
});
