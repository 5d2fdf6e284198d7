import 'fake-indexeddb/auto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { bringBack } from '../../renderer/src/safekeeping/bringBack.ts';
import { compareHeads } from '../../renderer/src/safekeeping/compareHeads.ts';
import { eraseFromFiles } from '../../renderer/src/safekeeping/erasePerson.ts';
import { findInFiles } from '../../renderer/src/safekeeping/findPerson.ts';
import { keptStates } from '../../renderer/src/safekeeping/keptStates.ts';
import { copyOut } from '../../renderer/src/safekeeping/snapshots.ts';
import { changeOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { erasedSubjects, readContents } from '../../renderer/src/store/contents.ts';
import { erasePerson, readErasable } from '../../renderer/src/store/erasePerson.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { openStore } from '../../renderer/src/store/openStore.ts';
import type { Store } from '../../renderer/src/store/store.ts';
import { undo } from '../../renderer/src/store/undo.ts';
import type { Contact } from '../../shared/domain/organisation/organisation.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { identify, type Subject } from '../../shared/rows/personalData/person.ts';
import { serialiseWorkspace } from '../../shared/workspace/serialiseWorkspace.ts';
import { unpack, listZip } from '../../shared/workspace/zip.ts';
import { workspaceLimits } from '../../shared/workspace/limits.ts';
import { done, freshDatabase, openReady, rows } from '../store/support.ts';
import { saved } from '../workspace/contents.ts';
import { add, attach, filesIn, flush, journalOf, snapshot, workspaceOf } from './support.ts';
import { idOf } from '../support/ids.ts';

// Real files, flushed and read back.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const ada: Contact = {
  id: idOf('ada'),
  name: 'Ada Smith',
  role: '',
  purposes: [],
  email: 'ada@kestrel.example.org',
  phone: '',
};
const bo: Contact = { ...ada, id: idOf('bo'), name: 'Bo Lund', email: 'bo@kestrel.example.org' };
const traces = /Ada|Okoro|Smith|ada@/;
const none: ReadonlySet<string> = new Set();

let store: Store;
let files: StoredFiles;
let folder: string;
let subject: Subject;

async function change(id: string, what: string, contacts: readonly Contact[]): Promise<void> {
  await done(changeOrganisation(store, id, what, (now) => ({ ...now, contacts })));
}

/** Ada in the journal, in a snapshot here and in the second folder under her former name, and in a workspace set aside. */
beforeEach(async () => {
  store = await openReady(await freshDatabase());
  ({ files, folder } = await filesIn());
  const [id = ''] = await add(store, 'Kestrel Row CIC');
  subject = { kind: 'contact', organisationId: id, contactId: idOf('ada') };
  await change(id, 'added contact', [ada, bo]);
  await attach(store, id, 'insured');
  await flush(store, files);
  await copyOut(files, await snapshot(store, files));
  const contents = await readContents(store.db);
  if (contents === null) throw new Error('no workspace');
  await files.writeFile('setAside', 'before.muster', await serialiseWorkspace(contents, saved), 'refuse');
  await change(id, 'name of Ada Smith', [{ ...ada, name: 'Ada Okoro' }, bo]);
  await flush(store, files);
});

/** Every byte of every file, unpacked, by its name. */
async function texts(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const bytes = new Uint8Array(await readFile(path.join(name.parentPath, name.name)));
    const zip = name.name.endsWith('.muster') ? listZip(bytes, workspaceLimits) : null;
    const parts = zip?.ok === true ? zip.value.map((entry) => unpack(entry)) : [];
    const unpacked = parts.map((part) => (part.ok ? new TextDecoder('latin1').decode(part.value) : ''));
    found.set(
      path.join(path.basename(name.parentPath), name.name),
      [new TextDecoder('latin1').decode(bytes), ...unpacked].join('\n'),
    );
  }
  return found;
}

async function eraseEverywhere() {
  const person = identify(subject, await readErasable(store.db));
  const erased = await eraseFromFiles(files, person, none);
  expect((await erasePerson(store, { subject, reason: 'request', chosen: none })).ok).toBe(true);
  await flush(store, files);
  return erased;
}

test('no trace of an erased person is left in the journal, in snapshots here and in the second folder, and in what was set aside', async () => {
  expect([...(await texts()).values()].filter((text) => traces.test(text))).toHaveLength(4);
  expect(await eraseEverywhere()).toEqual({ kind: 'erased', rewritten: 4, left: [] });
  for (const [name, text] of await texts()) expect(text, name).not.toMatch(traces);
  const workspaces = [...(await texts())].filter(([name]) => name.endsWith('.muster'));
  expect(workspaces).toHaveLength(3);
  for (const [name, text] of workspaces) expect(text, name).toContain('Bo Lund');
});

test('what is kept still agrees with the database, and brings the same back, with its attached file', async () => {
  await eraseEverywhere();
  expect(await compareHeads(store, files, await workspaceOf(store))).toMatchObject({ kind: 'agree', replayed: 0 });
  expect((await journalOf(store, files)).head?.seq).toBe((await workspaceOf(store)).head.seq);
  const [newest] = await keptStates(files, 'own');
  if (newest === undefined) throw new Error('nothing is kept');
  const database = `muster-${newId()}`;
  const back = await bringBack(files, newest, database);
  if (!back.ok) throw new Error(back.error.what);
  const opening = await openStore({ workspaceId: back.value.workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  expect(await rows(opening.store)).toEqual(await rows(store));
  expect(await opening.store.db.attachments.count()).toBe(1);
  await done(undo(opening.store));
  expect(JSON.stringify(await rows(opening.store))).not.toMatch(traces);
});

test('a file that cannot be read is named, and the others are rewritten', async () => {
  await files.writeFile('setAside', 'broken.muster', new Uint8Array([1, 2, 3]), 'refuse');
  const { rewritten, left } = await eraseEverywhere();
  expect(rewritten).toBe(4);
  expect(left).toEqual([{ name: 'broken.muster', why: expect.stringMatching(/\w/) }]);
});

test('a folder that cannot be looked at is named, since the person may be in it', async () => {
  const failing: StoredFiles = {
    ...files,
    listFiles: (place) =>
      place === 'snapshots'
        ? Promise.resolve({ kind: 'failed', reason: 'other', detail: 'the disk does not answer' })
        : files.listFiles(place),
  };
  const person = identify(subject, await readErasable(store.db));
  const { rewritten, left } = await eraseFromFiles(failing, person, none);
  expect(rewritten).toBe(3);
  expect(left).toEqual([{ name: 'The backups on this computer', why: 'the disk does not answer' }]);
});

test('cut short after the files, it is done again', async () => {
  await eraseFromFiles(files, identify(subject, await readErasable(store.db)), none);
  expect(await compareHeads(store, files, await workspaceOf(store))).toMatchObject({ kind: 'agree' });
  expect(await eraseEverywhere()).toMatchObject({ rewritten: 0, left: [] });
  for (const [name, text] of await texts()) expect(text, name).not.toMatch(traces);
});

test('what crashes have left, which may hold the person, goes as a whole', async () => {
  await mkdir(path.join(folder, 'reports'));
  await writeFile(path.join(folder, 'reports/crash.txt'), 'Ada Smith');
  await eraseFromFiles(files, identify(subject, await readErasable(store.db)), none);
  expect(await readdir(path.join(folder, 'reports'))).toEqual([]);
});

const note = 'Ring Ada Okoro at home, she is ill.';

/** Goes back to before the last change, which named Ada in the notes of an organisation that is no longer there. */
async function goBackBeforeNote(): Promise<void> {
  const before = await snapshot(store, files);
  const [other = ''] = await add(store, 'Lapwing');
  await done(changeOrganisation(store, other, 'notes', (now) => ({ ...now, notes: note })));
  await flush(store, files);
  await snapshot(store, files);
  const older = (await keptStates(files, 'own')).find((state) => state.snapshot === before && state.fromJournal === 0);
  if (older === undefined) throw new Error('nothing is kept');
  const database = `muster-${newId()}`;
  const back = await bringBack(files, older, database);
  if (!back.ok) throw new Error(back.error.what);
  const opening = await openStore({ workspaceId: back.value.workspaceId, database });
  if (opening.kind !== 'ready') throw new Error(opening.kind);
  ({ store } = opening);
}

test('a place that only another lineage has is offered, and erased from there where it is chosen', async () => {
  await goBackBeforeNote();
  const person = identify(subject, await readErasable(store.db));
  const found = await findInFiles(files, person);
  const offered = found.places.filter(({ certain }) => !certain);
  expect(offered.map(({ record, field, excerpt }) => [record, field, excerpt])).toEqual([['Lapwing', 'notes', note]]);
  const chosen = new Set(offered.map(({ key }) => key));
  expect((await eraseFromFiles(files, found.person, chosen)).left).toEqual([]);
  await erasePerson(store, { subject, reason: 'request', chosen, known: found.person });
  for (const [name, text] of await texts()) expect(text, name).not.toMatch(traces);
});

test('a place that nobody looked at is named with its file; one that was looked at and left is not', async () => {
  await goBackBeforeNote();
  const person = identify(subject, await readErasable(store.db));
  const { left } = await eraseFromFiles(files, person, none);
  expect(left.map((one) => 'places' in one && one.places.map(({ record, field }) => [record, field]))).toEqual([
    [['Lapwing', 'notes']],
    [['Lapwing', 'notes']],
  ]);
  const looked = await findInFiles(files, person);
  const again = await eraseFromFiles(files, person, none, new Set(looked.places.map(({ key }) => key)));
  expect(again.left).toEqual([]);
});

test('a name that only a workspace set aside knows is learned from it, and found in the journal', async () => {
  await files.writeFile('setAside', 'broken.muster', new Uint8Array([1, 2, 3]), 'refuse');
  const { history: _history, ...rows } = await readErasable(store.db);
  const person = identify(subject, { ...rows, history: [] });
  expect(person.names).toEqual(['Ada Okoro']);
  const found = await findInFiles(files, person);
  expect([...found.person.names].sort()).toEqual(['Ada Okoro', 'Ada Smith']);
  expect(found.left).toEqual([{ name: 'broken.muster', why: expect.stringMatching(/\w/) }]);
});

test('a state from before the erasure, in a folder that was not there then, says whom it brings back', async () => {
  const name = (await readdir(path.join(folder, 'secondSnapshots'))).find((one) => one.endsWith('.muster')) ?? '';
  const copy = await readFile(path.join(folder, 'secondSnapshots', name));
  await eraseEverywhere();
  await writeFile(path.join(folder, 'secondSnapshots', name), copy);
  const [state] = await keptStates(files, 'second');
  if (state === undefined) throw new Error('nothing is kept');
  const database = `muster-${newId()}`;
  const back = await bringBack(files, { ...state, fromJournal: 0 }, database, await erasedSubjects(store.db));
  expect(back).toMatchObject({ ok: true, value: { heldAgain: ['Ada Smith'] } });
});

test('what a run that was cut short had half written a moment ago goes as well', async () => {
  const half = '.muster-11111111-1111-4111-8111-111111111111.tmp';
  for (const place of ['snapshots', 'set-aside', 'secondSnapshots'])
    await writeFile(path.join(folder, place, half), 'Ada');
  expect(await eraseEverywhere()).toMatchObject({ left: [] });
  for (const [name, text] of await texts()) expect(text, name).not.toMatch(traces);
});
