import { done, freshDatabase, openReady, rows } from './support.ts';
import { expect, test, vi } from 'vitest';
import { createBid, changeBid } from '../../renderer/src/store/commands/bids.ts';
import {
  changeOrganisation,
  createOrganisation,
  removeOrganisations,
} from '../../renderer/src/store/commands/organisations.ts';
import { createTender } from '../../renderer/src/store/commands/tenders.ts';
import { readContents } from '../../renderer/src/store/contents.ts';
import { erasePerson } from '../../renderer/src/store/erasePerson.ts';
import { watchSummaries } from '../../renderer/src/store/queries/summaries.ts';
import { directoryView } from '../../renderer/src/store/queries/directory.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { redo, undo } from '../../renderer/src/store/undo.ts';
import type { Contact } from '../../shared/domain/organisation/organisation.ts';
import { unpack, listZip } from '../../shared/workspace/zip.ts';
import { workspaceLimits } from '../../shared/workspace/limits.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { saved } from '../workspace/contents.ts';
import { idOf } from '../support/ids.ts';

// Every step of a long history is read back whole.
vi.setConfig({ testTimeout: 30_000 });

const subject = { kind: 'contact', organisationId: idOf('o'), contactId: idOf('ada') } as const;
const traces = /Ada|Okoro|Smith|Director|ada@|960001/;

const ada: Contact = { id: idOf('ada'), name: '', role: '', purposes: [], email: '', phone: '' };
const bo: Contact = { ...ada, id: idOf('bo'), name: 'Bo Lund', email: 'bo@kestrel.example.org' };

/** One command for each pause in typing, as the organisation's page gives them. */
async function type(store: Store, what: string, changed: Partial<Contact>): Promise<void> {
  await done(
    changeOrganisation(store, idOf('o'), what, (now) => ({
      ...now,
      contacts: now.contacts.map((each) => (each.id === idOf('ada') ? { ...each, ...changed } : each)),
    })),
  );
}

async function adaEverywhere(): Promise<Store> {
  const store = await openReady(await freshDatabase());
  await done(createOrganisation(store, idOf('o'), 'Kestrel Row CIC'));
  await done(changeOrganisation(store, idOf('o'), 'added contact', (now) => ({ ...now, contacts: [bo, ada] })));
  await type(store, 'name of contact', { name: 'Ada Sm' });
  await type(store, 'name of Ada Sm', { name: 'Ada Smith' });
  await type(store, 'name of Ada Smith', { name: 'Ada Okoro' });
  await type(store, 'e-mail of Ada Okoro', { email: 'ada@kestrel.example.org' });
  await type(store, 'phone of Ada Okoro', { phone: '01632 960001' });
  await type(store, 'role of Ada Okoro', { role: 'Director', purposes: ['signatory'] });
  await done(createTender(store, idOf('t'), 'Parks'));
  await done(createBid(store, idOf('b'), idOf('t'), { name: 'Kestrel Row Partnership', leadId: idOf('o') }));
  await done(
    changeBid(store, idOf('b'), 'who signs', (now) => ({
      ...now,
      signatory: { name: 'Ada Okoro', role: 'Director' },
      members: now.members.map((member) => ({ ...member, signatories: ['Ada Okoro', 'Bo Lund'] })),
    })),
  );
  await done(undo(store));
  await done(redo(store));
  return store;
}

async function dump({ db }: Store): Promise<string> {
  return JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
}

/** Every byte of every file in a saved workspace, as text. */
async function savedText(store: Store): Promise<string> {
  const contents = await readContents(store.db);
  if (contents === null) throw new Error('no workspace');
  const zip = listZip(await serialiseWorkspace(contents, saved), workspaceLimits);
  if (!zip.ok) throw new Error('no zip');
  return zip.value
    .map((entry) => unpack(entry))
    .map((file) => (file.ok ? new TextDecoder('latin1').decode(file.value) : ''))
    .join('\n');
}

test('no trace of an erased person is left in the database or in a saved workspace, and the fact of it is recorded', async () => {
  const store = await adaEverywhere();
  expect(await dump(store)).toMatch(traces);
  const outcome = await erasePerson(store, { subject, reason: 'request', chosen: new Set() });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  expect(await dump(store)).not.toMatch(traces);
  expect(await savedText(store)).not.toMatch(traces);
  expect(await dump(store)).toContain('Bo Lund');
  const last = await store.db.history.orderBy('seq').last();
  expect(last).toMatchObject({
    kind: 'fact',
    changes: [],
    touched: [idOf('o'), idOf('b')],
    erased: {
      subject,
      reason: 'request',
      places: 3,
      records: [
        { table: 'organisations', id: idOf('o') },
        { table: 'bids', id: idOf('b') },
      ],
    },
  });
  expect(outcome.value.person.emails).toEqual(['ada@kestrel.example.org']);
  expect((await store.db.workspace())?.head.seq).toBe(last?.seq);
});

test('undo all the way and redo all the way still work, and never bring the person back', async () => {
  const store = await adaEverywhere();
  await erasePerson(store, { subject, reason: 'retentionOver', chosen: new Set() });
  const before = await rows(store);
  let steps = 0;
  while ((await store.db.workspace())?.head.undoTop !== null) {
    await done(undo(store));
    expect(await dump(store)).not.toMatch(traces);
    steps += 1;
  }
  expect(steps).toBe(11);
  expect(await store.db.organisations.count()).toBe(0);
  while (steps > 0) {
    await done(redo(store));
    steps -= 1;
  }
  expect(await rows(store)).toEqual(before);
  expect(await dump(store)).not.toMatch(traces);
});

test('a person who is only in the history, since the organisation was removed, is erased there', async () => {
  const store = await openReady(await freshDatabase());
  await done(createOrganisation(store, idOf('o'), 'Kestrel Row CIC'));
  const whole = { ...ada, name: 'Ada Okoro', email: 'ada@kestrel.example.org' };
  await done(changeOrganisation(store, idOf('o'), 'added contact', (now) => ({ ...now, contacts: [whole] })));
  await done(removeOrganisations(store, [idOf('o')]));
  const outcome = await erasePerson(store, { subject, reason: 'request', chosen: new Set() });
  expect(outcome).toMatchObject({ ok: true, value: { erased: { places: 1, records: [] } } });
  await done(undo(store));
  expect((await store.db.organisations.get(idOf('o')))?.contacts[0]?.name).toBe('erased person');
  expect(await dump(store)).not.toMatch(traces);
});

test('the directory no longer finds the person, without being read again', async () => {
  const store = await adaEverywhere();
  const watched = watchSummaries(store, directoryView, '2027-01-01');
  await vi.waitFor(() => expect(watched.state.complete).toBe(true));
  expect(JSON.stringify(watched.state)).toContain('ada okoro');
  await erasePerson(store, { subject, reason: 'request', chosen: new Set() });
  await vi.waitFor(() => expect(JSON.stringify(watched.state)).not.toContain('ada okoro'));
});

test('nothing is changed where the disk is full', async () => {
  const store = await adaEverywhere();
  const before = await dump(store);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  expect(await erasePerson(store, { subject, reason: 'request', chosen: new Set() })).toMatchObject({
    ok: false,
    error: { kind: 'diskFull' },
  });
  put.mockRestore();
  expect(await dump(store)).toBe(before);
});
