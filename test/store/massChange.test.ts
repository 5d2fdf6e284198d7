import { done, freshDatabase, openReady, rows } from './support.ts';
import { beforeEach, expect, test } from 'vitest';
import { addCapabilities, moveToGroup, setCells } from '../../renderer/src/store/commands/capabilities.ts';
import { removeOrganisations } from '../../renderer/src/store/commands/organisations.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { adoptNotices } from '../../renderer/src/store/commands/tenders.ts';
import type { CommandOutcome } from '../../renderer/src/store/runCommand.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { newTender } from '../../shared/domain/tender/newTender.ts';
import { idOf } from '../support/ids.ts';

const organisations = Array.from({ length: 20 }, (_, at) => newOrganisation(idOf(`o-${at}`), `Organisation ${at}`));
const capabilities = Array.from({ length: 12 }, (_, at) => ({
  id: idOf(`c-${at}`),
  name: `C ${at}`,
  group: '',
  description: '',
}));

const tender = (id: string, ocid: string | null) => ({ ...newTender(id, id), ocid });

let store: Store;
beforeEach(async () => {
  store = await openReady(await freshDatabase());
  await done(addRecords(store, { organisations, capabilities }, [], 'x.muster'));
});

async function size(outcome: Promise<CommandOutcome>): Promise<unknown> {
  const result = await outcome;
  return result.ok || result.error.kind !== 'massChange' ? result : result.error.size;
}

const idsOf = (count: number) => organisations.slice(0, count).map(({ id }) => id);

test('the store itself refuses a mass change that nobody confirmed, and says how large it is', async () => {
  const before = await rows(store);
  expect(await size(removeOrganisations(store, idsOf(5)))).toEqual({
    table: 'organisations',
    what: 'remove',
    count: 5,
    total: 20,
  });
  expect(await rows(store)).toEqual(before);
  await done(removeOrganisations(store, idsOf(4)));
});

test('confirmed it is carried out, and undone and redone as one step without being asked again', async () => {
  const before = await rows(store);
  await done(removeOrganisations(store, idsOf(20), true));
  expect(await store.db.organisations.count()).toBe(0);
  await done(undo(store));
  expect(await rows(store)).toEqual(before);
  await done(redo(store));
  expect(await store.db.organisations.count()).toBe(0);
});

test('what is added is counted by number alone', async () => {
  const many = Array.from({ length: 51 }, (_, at) => ({
    id: idOf(`n-${at}`),
    name: `N ${at}`,
    group: '',
    description: '',
  }));
  expect(await size(addCapabilities(store, many))).toMatchObject({ table: 'capabilities', what: 'add', count: 51 });
  expect((await done(addCapabilities(store, many.slice(1))))?.label).toBe('Added 50 capabilities');
});

test('cells count by the organisations whose records they change', async () => {
  const cell = { level: 2, confidence: 'claimed', note: '' } as const;
  const inEach = (level: 2 | 3) =>
    idsOf(20).map((organisationId) => ({ organisationId, capabilityId: idOf('c-0'), cell: { ...cell, level } }));
  await done(setCells(store, inEach(2), 'first said'));
  expect(await size(setCells(store, inEach(3), 'pasted'))).toMatchObject({ what: 'change', count: 20, total: 20 });
  await done(setCells(store, inEach(3).slice(0, 4), 'pasted'));
  await done(setCells(store, inEach(3), 'pasted', true));
});

test('a profile that goes with its organisation is not counted beside it', async () => {
  const cell = { level: 2, confidence: 'claimed', note: '' } as const;
  await done(
    addRecords(
      store,
      { organisations: Array.from({ length: 80 }, (_, at) => newOrganisation(idOf(`m-${at}`), `M ${at}`)) },
      [],
      'm',
      true,
    ),
  );
  await done(
    setCells(
      store,
      idsOf(12).map((organisationId) => ({ organisationId, capabilityId: idOf('c-0'), cell })),
      'said',
    ),
  );
  await done(removeOrganisations(store, idsOf(12)));
  expect(await store.db.capabilityProfiles.count()).toBe(0);
});

test('moving a third of the capabilities to another group is asked about', async () => {
  const ids = capabilities.slice(0, 4).map(({ id }) => id);
  expect(await size(moveToGroup(store, ids, 'Parks', 'Moved'))).toMatchObject({ what: 'change', count: 4, total: 12 });
  await done(moveToGroup(store, ids, 'Parks', 'Moved', true));
});

test('notices adopted together are one step, and each procurement becomes one tender', async () => {
  await done(adoptNotices(store, [tender(idOf('t-1'), 'ocds-1')]));
  const entry = await done(
    adoptNotices(store, [
      tender(idOf('t-2'), 'ocds-1'),
      tender(idOf('t-3'), 'ocds-2'),
      tender(idOf('t-4'), 'ocds-2'),
      tender(idOf('t-5'), null),
    ]),
  );
  expect(entry?.label).toBe('Adopted 2 notices');
  expect((await store.db.tenders.toArray()).map(({ id }) => id)).toEqual([idOf('t-1'), idOf('t-3'), idOf('t-5')]);
  await done(undo(store));
  expect((await store.db.tenders.toArray()).map(({ id }) => id)).toEqual([idOf('t-1')]);
});
