import { v7 as uuidv7 } from 'uuid';
import { changeOrganisation } from '../../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import { addRecords } from '../../../renderer/src/store/commands/records.ts';
import { createWorkspace } from '../../../renderer/src/store/contents.ts';
import { MusterDatabase, type StoredHistoryEntry } from '../../../renderer/src/store/db.ts';
import { firstDatabase, openStore } from '../../../renderer/src/store/openStore.ts';
import type { Store } from '../../../renderer/src/store/store.ts';
import { newOrganisation, type Organisation } from '../../../shared/domain/organisation.ts';

/** What the bench drives in the page: the real store, and the floor it is measured against. */
const probe = {
  /** Makes the application's own workspace hold `organisations`, in chunks as an import would. */
  async seed(organisations: readonly Organisation[]): Promise<void> {
    const store = await openNew(firstDatabase);
    for (let at = 0; at < organisations.length; at += 1000) {
      await addRecords(store, { organisations: organisations.slice(at, at + 1000) }, [], 'the bench');
    }
    store.db.close();
  },

  /**
   * Milliseconds of `rounds` commands that change one organisation, and in turn of bare Dexie transactions that read
   * and write the same rows.
   */
  async command(rounds: number): Promise<{ readonly commands: number[]; readonly floor: number[] }> {
    const store = await openNew(`bench-${uuidv7()}`);
    const id = newId();
    await addRecords(store, { organisations: [newOrganisation(id, 'Kestrel Row CIC')] }, [], 'the bench');
    const commands: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      commands.push(
        await timed(() => changeOrganisation(store, id, 'notes', (one) => ({ ...one, notes: `${round}` }))),
      );
      floor.push(await timed(() => bareTransaction(store, id, round)));
    }
    store.db.close();
    return { commands, floor };
  },
};

async function openNew(name: string): Promise<Store> {
  const db = new MusterDatabase(name);
  await db.open();
  const workspace = { id: newId(), name: 'Bench', createdAt: new Date().toISOString() };
  await createWorkspace(db, workspace);
  db.close();
  const opening = await openStore({ workspaceId: workspace.id, database: name });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}

function bareTransaction({ db }: Store, id: string, round: number): Promise<unknown> {
  return db.transaction('rw', [db.organisations, db.history, db.meta], async () => {
    const workspace = await db.workspace();
    const before = await db.organisations.get(id);
    if (workspace === undefined || before === undefined) return;
    const after = { ...before, notes: `bare ${round}` };
    await db.organisations.put(after);
    const seq = workspace.head.seq + 1;
    await db.history.add({
      seq,
      id: uuidv7(),
      at: new Date().toISOString(),
      label: 'bare',
      kind: 'do',
      reverses: null,
      schemaVersion: 2,
      changes: [{ table: 'organisations', id, before, after }],
      undoTop: seq,
      redoTop: null,
      below: null,
      touched: [id],
    } satisfies StoredHistoryEntry);
    await db.meta.put({ ...workspace, head: { ...workspace.head, seq } });
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
