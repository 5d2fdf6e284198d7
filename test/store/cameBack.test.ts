import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { changeBid, createBid } from '../../renderer/src/store/commands/bids.ts';
import { changeOrganisation, createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { createTender } from '../../renderer/src/store/commands/tenders.ts';
import { erasedSubjects, readContents, replaceContents } from '../../renderer/src/store/contents.ts';
import { erasePerson } from '../../renderer/src/store/erasePerson.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import { readPeople } from '../../renderer/src/store/people.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { stillHeld } from '../../shared/rows/personalData/stillHeld.ts';
import { idOf } from '../support/ids.ts';
import { done, freshDatabase, openReady, workspace } from './support.ts';

vi.setConfig({ testTimeout: 30_000 });

const organisationId = idOf('o');
const contact = { id: idOf('ada'), name: 'Ada Okoro', role: '', purposes: [], email: '', phone: '' };
const ada = { kind: 'contact', organisationId, contactId: contact.id } as const;
const signatory = { kind: 'signatory', bidId: idOf('b'), name: 'Cy Reed' } as const;
const chosen: ReadonlySet<string> = new Set();

async function contentsOf(store: Store) {
  const contents = await readContents(store.db);
  if (contents === null) throw new Error('no workspace');
  return contents;
}

/** A workspace with a contact and somebody who signs for a bid, as it was before both were erased from it. */
async function erasedFrom() {
  const store = await openReady(await freshDatabase());
  await done(createOrganisation(store, organisationId, 'Kestrel Row CIC'));
  await done(changeOrganisation(store, organisationId, 'contact', (now) => ({ ...now, contacts: [contact] })));
  await done(createTender(store, idOf('t'), 'Parks'));
  await done(createBid(store, idOf('b'), idOf('t'), { name: 'Kestrel Row Partnership', leadId: organisationId }));
  const signs = { name: signatory.name, role: '' };
  await done(changeBid(store, idOf('b'), 'who signs', (now) => ({ ...now, signatory: signs })));
  const before = await contentsOf(store);
  for (const subject of [ada, signatory]) await erasePerson(store, { subject, reason: 'request', chosen });
  return { store, before };
}

async function replacedBy(store: Store, contents: Awaited<ReturnType<typeof contentsOf>>): Promise<Store> {
  const { head } = await contentsOf(store);
  expect(await replaceContents(store.db, contents, 'Opened before.muster', null, head.seq)).toBe(true);
  const opening = await openStore({ workspaceId: workspace.id, database: store.db.name });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  return opening.store;
}

async function cameBack({ db }: Store) {
  return (await readPeople(db, '2027-01-01')).filter(({ wasErased }) => wasErased).map(({ name }) => name);
}

test('who was erased is known in a file from before it, and not in one from after it', async () => {
  const { store, before } = await erasedFrom();
  const erased = await erasedSubjects(store.db);
  expect(stillHeld(before, erased)).toEqual(['Ada Okoro', 'Cy Reed']);
  expect(stillHeld(await contentsOf(store), erased)).toEqual([]);
  expect(await cameBack(store)).toEqual([]);
});

test('opened in the place of what they were erased from, it says who came back, until they are erased again', async () => {
  const { store, before } = await erasedFrom();
  const opened = await replacedBy(store, before);
  expect(await cameBack(opened)).toEqual(['Ada Okoro', 'Cy Reed']);
  // However many other files are opened in between.
  const again = await replacedBy(opened, before);
  expect(await cameBack(again)).toEqual(['Ada Okoro', 'Cy Reed']);
  for (const subject of [ada, signatory]) await erasePerson(again, { subject, reason: 'request', chosen });
  expect(await cameBack(again)).toEqual([]);
});

test('who came back in the history alone is offered too', async () => {
  const { store, before } = await erasedFrom();
  const [organisation] = before.organisations;
  if (organisation === undefined) throw new Error('no organisation');
  const opened = await replacedBy(store, { ...before, organisations: [{ ...organisation, contacts: [] }] });
  expect(await cameBack(opened)).toContain('Ada Okoro');
});
