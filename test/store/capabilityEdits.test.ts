import { done, freshDatabase, openReady, rows } from './support.ts';
import { beforeEach, expect, test } from 'vitest';
import { addCapabilities, moveToGroup, setCells } from '../../renderer/src/store/commands/capabilities.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { undo } from '../../renderer/src/store/undo.ts';
import type { CapabilityCell } from '../../shared/domain/capability/capability.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { idOf } from '../support/ids.ts';

const organisation = newOrganisation(idOf('kestrel'), 'Kestrel Row CIC');
const capabilities = ['Arboriculture', 'Mowing', 'Safeguarding'].map((name, at) => ({
  id: idOf(name),
  name,
  group: at < 2 ? 'Parks' : 'People',
  description: '',
}));

let store: Store;
beforeEach(async () => {
  store = await openReady(await freshDatabase());
  await done(addRecords(store, { organisations: [organisation] }, [], 'x.muster'));
  await done(addCapabilities(store, capabilities));
});

test('two keys pressed faster than anything is drawn both count, each seeing what the other left', async () => {
  const edit = (cell: (now: CapabilityCell | null) => CapabilityCell | null) =>
    setCells(store, [{ organisationId: idOf('kestrel'), capabilityId: idOf('Mowing'), cell }], 'a key');
  await Promise.all([
    edit(() => ({ level: 3, confidence: 'claimed', note: '' })),
    edit((now) => now && { ...now, confidence: 'verified' }),
  ]);
  expect((await store.db.capabilityProfiles.get(idOf('kestrel')))?.cells).toEqual({
    [idOf('Mowing')]: { level: 3, confidence: 'verified', note: '' },
  });
});

test('a group is renamed as one step, and undone as one', async () => {
  const before = await rows(store);
  const entry = await done(
    moveToGroup(store, [idOf('Arboriculture'), idOf('Mowing')], 'Green spaces', 'Renamed the group Parks'),
  );
  expect(entry?.label).toBe('Renamed the group Parks');
  expect((await store.db.capabilities.toArray()).map(({ group }) => group)).toEqual([
    'Green spaces',
    'Green spaces',
    'People',
  ]);
  await done(undo(store));
  expect(await rows(store)).toEqual(before);
});

test('moving capabilities to the group they are in records nothing', async () => {
  expect(await done(moveToGroup(store, [idOf('Arboriculture')], 'Parks', 'x'))).toBeNull();
});
