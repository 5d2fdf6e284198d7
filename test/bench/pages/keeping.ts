import { exportDB, importDB } from 'dexie-export-import';
import { v7 as uuidv7 } from 'uuid';
import { browserStoredFiles } from '../../../renderer/src/host/storedFiles.ts';
import { bringBack } from '../../../renderer/src/safekeeping/bringBack.ts';
import { compareHeads } from '../../../renderer/src/safekeeping/compareHeads.ts';
import { findJournal, type Journal } from '../../../renderer/src/safekeeping/journal.ts';
import type { KeptState } from '../../../renderer/src/safekeeping/keptStates.ts';
import { flushOutbox } from '../../../renderer/src/safekeeping/outbox.ts';
import { takeSnapshot } from '../../../renderer/src/safekeeping/snapshots.ts';
import { changeOrganisation, createOrganisation } from '../../../renderer/src/store/commands/organisations.ts';
import { replaceContents } from '../../../renderer/src/store/contents.ts';
import { MusterDatabase } from '../../../renderer/src/store/db.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import { openStore } from '../../../renderer/src/store/openStore.ts';
import { lineageOf, type Store } from '../../../renderer/src/store/store.ts';
import { tableOf } from '../../../shared/domain/basics/tableOf.ts';
import { newOrganisation } from '../../../shared/domain/organisation/organisation.ts';
import { noRecords, recordTables } from '../../../shared/rows/records.ts';

const files = browserStoredFiles;

/** What the bench drives of the work outside the database, and the peers it is measured against. */
const keepingProbe = {
  /**
   * Milliseconds of `rounds` commands with their line in the journal, and in turn of a bare Dexie transaction that reads and
   * writes the same rows and one bare flush of as many bytes to a file.
   */
  async journalled(rounds: number): Promise<{ readonly commands: number[]; readonly floor: number[] }> {
    const store = await openNew(`bench-${uuidv7()}`, 0);
    const id = newId();
    await createOrganisation(store, id, 'Kestrel Row CIC');
    let journal = await journalOf(store);
    const commands: number[] = [];
    const floor: number[] = [];
    let bareBytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = journal.open?.bytes ?? 0;
      commands.push(
        await timed(async () => {
          await changeOrganisation(store, id, 'notes', (one) => ({ ...one, notes: `${round}` }));
          journal = await flushed(store, journal);
        }),
      );
      const line = new Uint8Array((journal.open?.bytes ?? 0) - before).fill(32);
      floor.push(
        await timed(async () => {
          await bareTransaction(store, id, round);
          await files.appendFile('journal', 'bare.jsonl', bareBytes, line);
        }),
      );
      bareBytes += line.length;
      // The bare transaction is no command: its entry goes, so that the next one finds the history as it left it.
      await store.db.history.bulkDelete(await store.db.history.where('seq').above(1_000_000).primaryKeys());
    }
    store.db.close();
    return { commands, floor };
  },

  /** Makes a workspace of `count` organisations, journalled and with one snapshot, in a database of this name. */
  async fill(database: string, count: number): Promise<void> {
    const store = await openNew(database, count);
    await flushed(store, await journalOf(store));
    await takeSnapshot(store.db, files, new Date(), 'Muster bench');
    await createOrganisation(store, newId(), 'One more');
    await flushed(store, await journalOf(store));
    store.db.close();
  },

  async compareHeads(database: string): Promise<number> {
    const store = await opened(database);
    const workspace = await store.db.workspace();
    if (workspace === undefined) throw new Error('no workspace');
    const milliseconds = await timed(() => compareHeads(store, files, workspace));
    store.db.close();
    return milliseconds;
  },

  /** Milliseconds to have every row of the database in memory at once, which is what the data itself takes. */
  async hold(database: string): Promise<number> {
    const db = new MusterDatabase(database);
    await db.open();
    const milliseconds = await timed(async () => {
      window.held = await Promise.all(db.tables.map((table) => table.toArray()));
    });
    db.close();
    return milliseconds;
  },

  /** Milliseconds of one backup, which stays in the private files under `bench-backup`. */
  async backUp(by: Peer, database: string): Promise<number> {
    const db = new MusterDatabase(database);
    await db.open();
    const milliseconds = await timed(async () => {
      if (by === 'muster') {
        const taken = await takeSnapshot(db, files, new Date(), 'Muster bench');
        if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
        localStorage.setItem('bench-snapshot', JSON.stringify(taken));
      } else {
        await write(by === 'json' ? await asJson(db) : await exportDB(db));
      }
    });
    db.close();
    return milliseconds;
  },

  /** Milliseconds of restoring what `backUp` left, into a database of its own. */
  async restore(by: Peer, source: string): Promise<number> {
    const name = `bench-restored-${newId()}`;
    if (by === 'muster') {
      const { name: snapshot, seq }: { name: string; seq: number } = JSON.parse(
        localStorage.getItem('bench-snapshot') ?? '{}',
      );
      const [lineage = ''] = snapshot.split('_');
      const state: KeptState = {
        lineage,
        snapshot,
        seq,
        place: 'own',
        workspaceName: '',
        at: '',
        fromJournal: 0,
        counts: tableOf(recordTables, () => 0),
      };
      return timed(async () => {
        const back = await bringBack(files, state, name);
        if (!back.ok) throw new Error(back.error.what);
      });
    }
    const blob = await read();
    if (by === 'dexieExportImport') {
      // It restores under the name that it exported.
      await new MusterDatabase(source).delete();
      return timed(() => importDB(blob));
    }
    const db = new MusterDatabase(name);
    await db.open();
    const milliseconds = await timed(async () => {
      const tables: Record<string, unknown[]> = JSON.parse(await blob.text());
      await db.transaction('rw', db.tables, async () => {
        for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkPut(rows);
      });
    });
    db.close();
    return milliseconds;
  },
};

export type Peer = 'muster' | 'json' | 'dexieExportImport';

async function asJson(db: MusterDatabase): Promise<Blob> {
  const tables: Record<string, unknown> = {};
  await db.transaction('r', db.tables, async () => {
    for (const table of [...recordTables, 'history', 'meta']) tables[table] = await db.table(table).toArray();
  });
  return new Blob([JSON.stringify(tables)]);
}

async function write(blob: Blob): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle('bench-backup', { create: true });
  const stream = await file.createWritable();
  await stream.write(blob);
  await stream.close();
}

async function read(): Promise<File> {
  const root = await navigator.storage.getDirectory();
  return (await root.getFileHandle('bench-backup')).getFile();
}

async function openNew(name: string, count: number): Promise<Store> {
  const db = new MusterDatabase(name);
  await db.open();
  const workspace = { id: newId(), name: 'Bench', createdAt: new Date().toISOString() };
  const organisations = Array.from({ length: count }, (_, at) => ({
    ...newOrganisation(newId(), `Organisation ${at}`),
    notes: `Met at the meeting of ${at % 28} March; supplies to three landlords since ${2000 + (at % 26)}.`,
  }));
  const contents = { ...noRecords, organisations, workspace, history: [], attachments: [] };
  await replaceContents(db, contents, 'Started', null, null);
  db.close();
  return opened(name);
}

async function opened(name: string): Promise<Store> {
  const opening = await openStore({ workspaceId: '', database: name });
  if (opening.kind === 'ready') return opening.store;
  if (opening.kind !== 'differs') throw new Error(opening.kind);
  const again = await openStore({ workspaceId: opening.found, database: name });
  if (again.kind !== 'ready') throw new Error(again.kind);
  return again.store;
}

async function journalOf({ db }: Store): Promise<Journal> {
  const workspace = await db.workspace();
  if (workspace === undefined) throw new Error('no workspace');
  const found = await findJournal(files, lineageOf(workspace));
  if ('kind' in found) throw new Error(JSON.stringify(found));
  return found;
}

async function flushed(store: Store, journal: Journal): Promise<Journal> {
  const outcome = await flushOutbox(store.db, files, journal);
  if (outcome.kind !== 'flushed') throw new Error(JSON.stringify(outcome));
  return outcome.journal;
}

function bareTransaction({ db }: Store, id: string, round: number): Promise<unknown> {
  return db.transaction('rw', [db.organisations, db.history, db.meta], async () => {
    const workspace = await db.workspace();
    const before = await db.organisations.get(id);
    const last = await db.history.get(workspace?.head.seq ?? 0);
    if (workspace === undefined || before === undefined || last === undefined) return;
    await db.organisations.put(before);
    await db.history.add({ ...last, seq: 1_000_001 + round, id: uuidv7() });
    await db.meta.put(workspace);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

declare global {
  interface Window {
    keepingProbe: typeof keepingProbe;
    held?: readonly unknown[];
  }
}
window.keepingProbe = keepingProbe;
