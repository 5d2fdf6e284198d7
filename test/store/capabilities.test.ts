import { done, freshDatabase, openReady, refusal, rows } from './support.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addCapabilities,
  type CellEdit,
  changeCapability,
  removeCapability,
  setCells,
} from '../../renderer/src/store/commands/capabilities.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import type { Capability, CapabilityCell, Level } from '../../shared/domain/capability/capability.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';
import { arboriculture, fullContents } from '../workspace/fullContents.ts';
import { idOf } from '../support/ids.ts';

const capabilities: readonly Capability[] = Array.from({ length: 100 }, (_, at) => ({
  id: idOf(`capability-${at}`),
  name: `Capability ${at}`,
  group: `Group ${at % 5}`,
  description: '',
}));
const organisations = Array.from({ length: 20 }, (_, at) =>
  newOrganisation(idOf(`organisation-${at}`), `Organisation ${at}`),
);

function cell(level: Level, note = ''): CapabilityCell {
  return { level, confidence: 'claimed', note };
}

function edit(organisation: number, capability: number, to: CapabilityCell | null): CellEdit {
  return {
    organisationId: idOf(`organisation-${organisation}`),
    capabilityId: idOf(`capability-${capability}`),
    cell: to,
  };
}

const everyCell = organisations.flatMap((_, row) => capabilities.map((_, column) => edit(row, column, cell(2))));

let store: Store;
beforeEach(async () => {
  store = await openReady(await freshDatabase());
  await done(addRecords(store, { organisations }, [], 'x.muster'));
  await done(addCapabilities(store, capabilities, true));
});

describe('cells', () => {
  test('are set one or two thousand at a time, each time as one step', async () => {
    const before = await rows(store);
    expect((await done(setCells(store, everyCell, '2,000 cells pasted')))?.label).toBe(
      'Capabilities: 2,000 cells pasted',
    );
    expect(await store.db.capabilityProfiles.count()).toBe(20);
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
    await done(redo(store));
    expect((await store.db.capabilityProfiles.get(idOf('organisation-19')))?.cells[idOf('capability-99')]).toEqual(
      cell(2),
    );
  });

  test('cost the history what was changed, not the row they stand in', async () => {
    await done(setCells(store, everyCell, '2,000 cells pasted'));
    const before = await rows(store);
    const entry = await done(setCells(store, [edit(3, 7, cell(4))], 'level'));
    expect(entry?.changes).toEqual([
      {
        table: 'capabilityProfiles',
        id: idOf('organisation-3'),
        before: { id: idOf('organisation-3'), cells: { [idOf('capability-7')]: cell(2) } },
        after: { id: idOf('organisation-3'), cells: { [idOf('capability-7')]: cell(4) } },
      },
    ]);
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
  });

  test('set for the first time in a row that has others become unknown again by undo', async () => {
    await done(setCells(store, [edit(0, 0, cell(1))], 'one'));
    const before = await rows(store);
    await done(setCells(store, [edit(0, 1, cell(2))], 'another'));
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
  });

  test('become unknown again, which is not nothing', async () => {
    await done(setCells(store, [edit(0, 0, cell(0)), edit(0, 1, cell(1))], 'two'));
    const entry = await done(setCells(store, [edit(0, 0, null), edit(0, 5, null)], 'cleared'));
    expect(entry?.changes).toMatchObject([
      { before: { cells: { [idOf('capability-0')]: cell(0) } }, after: { cells: {} } },
    ]);
    expect((await store.db.capabilityProfiles.get(idOf('organisation-0')))?.cells).toEqual({
      [idOf('capability-1')]: cell(1),
    });
    await done(undo(store));
    expect((await store.db.capabilityProfiles.get(idOf('organisation-0')))?.cells[idOf('capability-0')]).toEqual(
      cell(0),
    );
  });

  test('set to what they are record nothing', async () => {
    await done(setCells(store, [edit(0, 0, cell(3, 'seen'))], 'one'));
    expect(await done(setCells(store, [edit(0, 0, cell(3, 'seen')), edit(1, 1, null)], 'again'))).toBeNull();
  });

  test('of an organisation or a capability that is gone are refused, and none of the others is set', async () => {
    expect(await refusal(setCells(store, [edit(0, 0, cell(1)), edit(99, 0, cell(1))], 'x'))).toBe(
      'This organisation has been removed. Undo brings it back.',
    );
    expect(await refusal(setCells(store, [edit(0, 0, cell(1)), edit(0, 500, cell(1))], 'x'))).toBe(
      'This capability has been removed. Undo brings it back.',
    );
    expect(await store.db.capabilityProfiles.count()).toBe(0);
  });

  test('set in two windows at once are both kept', async () => {
    await Promise.all([
      done(setCells(store, [edit(0, 0, cell(1))], 'one')),
      done(setCells(store, [edit(0, 1, cell(2))], 'other')),
    ]);
    const profile = await store.db.capabilityProfiles.get(idOf('organisation-0'));
    expect(profile?.cells).toEqual({ [idOf('capability-0')]: cell(1), [idOf('capability-1')]: cell(2) });
  });
});

describe('a capability', () => {
  test('is renamed as one step', async () => {
    const name = 'Grass';
    const rename = (one: Capability) => ({ ...one, name });
    expect((await done(changeCapability(store, idOf('capability-0'), 'name', rename)))?.label).toBe('Grass: name');
    expect(await done(changeCapability(store, idOf('capability-0'), 'name', rename))).toBeNull();
  });

  test('is removed while its cells stay out of sight, and finds them again', async () => {
    await done(setCells(store, [edit(0, 0, cell(3))], 'one'));
    const before = await rows(store);
    const entry = await done(removeCapability(store, idOf('capability-0')));
    expect(entry?.changes.map(({ table }) => table)).toEqual(['capabilities']);
    expect(await refusal(removeCapability(store, idOf('capability-0')))).toBe(
      'This capability has already been removed.',
    );
    await done(undo(store));
    expect(await rows(store)).toEqual(before);
  });

  test('that a requirement of a bid asks for is not removed', async () => {
    const { organisations, tenders, bids, capabilities } = fullContents;
    await done(addRecords(store, { organisations, tenders, bids, capabilities }, [], 'full.muster'));
    expect(await refusal(removeCapability(store, arboriculture.id))).toBe(
      'A requirement of the bid “Kestrel Row Partnership” asks for Arboriculture. Change the requirement first.',
    );
  });
});
