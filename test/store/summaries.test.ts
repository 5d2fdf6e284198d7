import { done, freshDatabase, openReady } from './support.ts';
import { expect, test, vi } from 'vitest';
import { createOrganisation, removeOrganisations } from '../../renderer/src/store/commands/organisations.ts';
import { addRecords } from '../../renderer/src/store/commands/records.ts';
import { changeTender, createTender } from '../../renderer/src/store/commands/tenders.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { directoryView } from '../../renderer/src/store/queries/directory.ts';
import { watchSummaries } from '../../renderer/src/store/queries/summaries.ts';
import { tenderView } from '../../renderer/src/store/queries/tenders.ts';
import { undo } from '../../renderer/src/store/undo.ts';
import { newOrganisation } from '../../shared/domain/organisation/organisation.ts';

function until(holds: () => void): Promise<void> {
  return vi.waitFor(holds, { timeout: 20_000 });
}

test('a list holds every row, and follows what is added, changed, removed and undone', async () => {
  const store = await openReady(await freshDatabase());
  const many = Array.from({ length: 1500 }, (_, at) => newOrganisation(newId(), `Organisation ${at}`));
  await done(addRecords(store, { organisations: many }, [], 'x.muster', true));
  const list = watchSummaries(store, directoryView, '2026-11-23');
  const names = () => list.state.summaries.map(({ name }) => name);
  await until(() => expect(list.state).toMatchObject({ complete: true, summaries: { length: 1500 } }));

  const id = newId();
  await done(createOrganisation(store, id, 'Kestrel Row CIC'));
  await until(() => expect(names()).toContain('Kestrel Row CIC'));
  await done(removeOrganisations(store, [id]));
  await until(() => expect(names()).not.toContain('Kestrel Row CIC'));
  await done(undo(store));
  await until(() => expect(names()).toContain('Kestrel Row CIC'));
}, 60_000);

test('the list of tenders follows another window, whose history names only the part that changed', async () => {
  const database = await freshDatabase();
  const [here, there] = [await openReady(database), await openReady(database)];
  const id = newId();
  await done(createTender(there, id, 'Parks', { reference: 'TMBC-2027-014' }));
  const list = watchSummaries(here, tenderView);
  await until(() => expect(list.state.summaries).toHaveLength(1));
  await done(changeTender(there, id, 'state', (tender) => ({ ...tender, state: 'bidding' })));
  await until(() =>
    expect(list.state.summaries).toMatchObject([{ title: 'Parks', reference: 'TMBC-2027-014', state: 'bidding' }]),
  );
});

test('a new day reads the directory anew and lets go of the old one', async () => {
  const store = await openReady(await freshDatabase());
  const monday = watchSummaries(store, directoryView, '2026-11-23');
  expect(watchSummaries(store, directoryView, '2026-11-23')).toBe(monday);
  await until(() => expect(monday.state.complete).toBe(true));
  const tuesday = watchSummaries(store, directoryView, '2026-11-24');
  await done(createOrganisation(store, newId(), 'Kestrel Row CIC'));
  await until(() => expect(tuesday.state.summaries).toHaveLength(1));
  expect(monday.state.summaries).toHaveLength(0);
});
