import { done, freshDatabase, openReady, rows } from './support.ts';
import { describe, expect, test } from 'vitest';
import {
  changeOrganisation,
  createOrganisation,
  removeOrganisations,
} from '../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { recordExport, recordSaved } from '../../renderer/src/store/commands/workspace.ts';
import type { CommandOutcome } from '../../renderer/src/store/runCommand.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';

function rename(store: Store, id: string, name: string): Promise<CommandOutcome> {
  return changeOrganisation(store, id, 'legal name', (organisation) => ({ ...organisation, name }));
}

async function names(store: Store): Promise<readonly string[]> {
  return (await store.db.organisations.toArray()).map((organisation) => organisation.name).sort();
}

describe('a command', () => {
  test('writes the rows and one history entry with what was there before and after', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    await done(createOrganisation(store, id, 'Kestrel Row CIC'));
    await done(rename(store, id, 'Kestrel Row C.I.C.'));

    const entries = await store.db.history.toArray();
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(entries[1]).toMatchObject({ kind: 'do', label: 'Added Kestrel Row CIC', touched: [id] });
    expect(entries[2]?.changes).toEqual([
      {
        table: 'organisations',
        id,
        before: { id, name: 'Kestrel Row CIC' },
        after: { id, name: 'Kestrel Row C.I.C.' },
      },
    ]);
  });

  test('that changes nothing leaves no trace', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    await done(createOrganisation(store, id, 'Hollowell Trust'));
    const before = await store.db.history.count();
    const outcome = await changeOrganisation(store, id, 'notes', (organisation) => organisation);
    expect(outcome).toEqual({ ok: true, value: null });
    expect(await store.db.history.count()).toBe(before);
  });

  test('on a removed organisation is refused with a reason and writes nothing', async () => {
    const store = await openReady(await freshDatabase());
    const outcome = await rename(store, newId(), 'Nobody');
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await store.db.history.count()).toBe(1);
  });

  test('that throws half-way rolls everything back', async () => {
    const store = await openReady(await freshDatabase());
    store.db.history.hook('creating', () => {
      throw new Error('The entry could not be stored.');
    });
    const organisations = [newOrganisation(newId(), 'Brindle Works Ltd')];
    const outcome = await addRecords(store, { organisations }, [], 'x');
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(await names(store)).toEqual([]);
    expect(await store.db.history.count()).toBe(1);
  });
});

describe('undo and redo', () => {
  test('walk back and forth through everything, also after a restart', async () => {
    const database = await freshDatabase();
    let store = await openReady(database);
    const [a, b] = [newId(), newId()];
    const states: (readonly unknown[])[] = [await rows(store)];
    const step = async (outcome: Promise<CommandOutcome>): Promise<void> => {
      await done(outcome);
      states.push(await rows(store));
    };
    await step(createOrganisation(store, a, 'Kestrel Row CIC'));
    await step(createOrganisation(store, b, 'Hollowell Trust'));
    await step(rename(store, a, 'Kestrel'));
    await step(removeOrganisations(store, [a, b]));

    for (let at = states.length - 2; at >= 0; at -= 1) {
      store.db.close();
      store = await openReady(database);
      await done(undo(store));
      expect(await rows(store)).toEqual(states[at]);
    }
    expect(await undo(store)).toMatchObject({
      ok: false,
      error: { kind: 'refused', sentence: 'There is nothing to undo.' },
    });

    for (let at = 1; at < states.length; at += 1) {
      store.db.close();
      store = await openReady(database);
      await done(redo(store));
      expect(await rows(store)).toEqual(states[at]);
    }
    expect(await redo(store)).toMatchObject({ ok: false, error: { sentence: 'There is nothing to redo.' } });
  });

  test('a new command after an undo ends what could be redone', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    await done(createOrganisation(store, id, 'A'));
    await done(rename(store, id, 'B'));
    await done(undo(store));
    await done(rename(store, id, 'C'));
    expect(await redo(store)).toMatchObject({ ok: false, error: { sentence: 'There is nothing to redo.' } });
    await done(undo(store));
    expect(await names(store)).toEqual(['A']);
    await done(undo(store));
    expect(await names(store)).toEqual([]);
  });

  test('random walks of commands, undo and redo agree with a plain list of states', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    await done(createOrganisation(store, id, '0'));
    const past = ['0'];
    const future: string[] = [];
    let seed = 20_261_123;
    const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    for (let step = 1; step <= 200; step += 1) {
      const dice = random();
      if (dice < 0.4) {
        await done(rename(store, id, String(step)));
        past.push(String(step));
        future.length = 0;
      } else if (dice < 0.75 && past.length > 1) {
        await done(undo(store));
        future.push(past.pop() ?? '');
      } else if (future.length > 0) {
        await done(redo(store));
        past.push(future.pop() ?? '');
      }
      expect(await names(store)).toEqual([past.at(-1)]);
    }
  }, 60_000);

  test('pass over facts: an export cannot be undone and does not stop undo', async () => {
    const store = await openReady(await freshDatabase());
    await done(createOrganisation(store, newId(), 'A'));
    await done(recordExport(store, '1 organisation', 'organisations.csv'));
    await done(undo(store));
    expect(await names(store)).toEqual([]);
    expect((await store.db.history.toArray()).map((entry) => entry.kind)).toEqual(['fact', 'do', 'fact', 'undo']);
  });

  test('refuse where the row has been changed since, and say so', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    await done(createOrganisation(store, id, 'A'));
    await store.db.organisations.update(id, { notes: 'written by something that is not a command' });
    const outcome = await undo(store);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await names(store)).toEqual(['A']);
  });

  test('take away a field that the row did not have before', async () => {
    const store = await openReady(await freshDatabase());
    const id = newId();
    await done(createOrganisation(store, id, 'A'));
    const before = await rows(store);
    const vision = 'a field of a later Muster';
    await done(changeOrganisation(store, id, 'vision', (organisation) => ({ ...organisation, vision })));
    const after = await rows(store);
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
    await done(redo(store));
    expect(await rows(store)).toEqual(after);
  });

  test('take back a mass change as one step', async () => {
    const store = await openReady(await freshDatabase());
    const many = Array.from({ length: 300 }, (_, at) => newOrganisation(newId(), `Organisation ${at}`));
    await done(addRecords(store, { organisations: many }, [], 'cluster.muster', true));
    expect(await store.db.organisations.count()).toBe(300);
    await done(undo(store));
    expect(await store.db.organisations.count()).toBe(0);
  }, 60_000);
});

test('saving to a file counts what has changed since', async () => {
  const store = await openReady(await freshDatabase());
  await done(createOrganisation(store, newId(), 'A'));
  const { head } = (await store.db.workspace()) ?? { head: null };
  await done(
    recordSaved(store, {
      at: '2026-11-23T10:00:00.000Z',
      name: 'w.muster',
      changes: head?.changes ?? -1,
      confirmed: true,
    }),
  );
  await done(createOrganisation(store, newId(), 'B'));
  await done(undo(store));
  const workspace = await store.db.workspace();
  expect((workspace?.head.changes ?? 0) - (workspace?.lastSaved?.changes ?? 0)).toBe(2);
});
