import { browserHost } from '../../../renderer/src/host/browserHost.ts';
import { erase } from '../../../renderer/src/parts/erasure/erase.ts';
import { findPerson } from '../../../renderer/src/parts/erasure/findPerson.ts';
import { changeOrganisation, createOrganisation } from '../../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import { placeOf, type Store } from '../../../renderer/src/store/store.ts';
import { keepDraft } from '../../../renderer/src/ui/draftStorage.ts';
import { runWorkspaceJob } from '../../../renderer/src/workers/workspaceClient.ts';
import type { Subject } from '../../../shared/rows/personalData/person.ts';
import { workspaceLimits } from '../../../shared/workspace/limits.ts';
import { listZip, unpack } from '../../../shared/workspace/zip.ts';

type Contact = Extract<Subject, { kind: 'contact' }>;

/** A person of this one name as a contact, with a former role in the history and a text that is being typed. */
export async function addPerson(store: Store, name: string): Promise<Contact> {
  const subject = { kind: 'contact', organisationId: newId(), contactId: newId() } as const;
  await createOrganisation(store, subject.organisationId, 'Kestrel Row CIC');
  for (const role of ['Director', 'Chair']) {
    const contact = { id: subject.contactId, name, role, purposes: [], email: `${name}@example.org`, phone: '' };
    await changeOrganisation(store, subject.organisationId, 'contacts', (one) => ({ ...one, contacts: [contact] }));
  }
  keepDraft(`${newId()}.notes`, `Ring ${name} before ten.`);
  return subject;
}

/** Keeps the workspace as it is among what was set aside. */
export async function setAside(store: Store, name: string): Promise<void> {
  const place = placeOf(store);
  const answer = await runWorkspaceJob<'serialise'>({ kind: 'serialise', place, savedBy: 'a fault', passphrase: null });
  if (answer.kind !== 'serialised') throw new Error(JSON.stringify(answer));
  await browserHost.writeFile('setAside', name, answer.bytes, 'refuse');
}

/** Erases a person as the dialog does; `null`, or what the person at the screen is told. */
export async function erasePerson(store: Store, subject: Contact, name: string): Promise<string | null> {
  const found = await findPerson(store, browserHost, subject);
  if (found.kind !== 'found') return found.answer.kind;
  const request = { subject, reason: 'request', chosen: new Set<string>(), kept: new Set<string>() } as const;
  const erased = await erase(store, browserHost, request, { ...found.person, name });
  if (erased.kind === 'failed') return erased.sentence;
  return erased.left.length === 0 ? null : JSON.stringify(erased.left);
}

/** Every place on this computer that has a name in it: tables of the database, stored files, what was being typed. */
export async function tracesOf(store: Store, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  const look = (where: string, text: string): void => void (text.includes(name) && found.push(where));
  for (const table of store.db.tables)
    if (table.name !== 'attachments') look(table.name, JSON.stringify(await table.toArray()));
  look('drafts', JSON.stringify(Object.entries(localStorage)));
  const root = await navigator.storage.getDirectory();
  for await (const [folder, place] of root.entries()) {
    if (!(place instanceof FileSystemDirectoryHandle)) continue;
    // Half-written files are in the folder too, though no list shows them.
    for await (const [file, handle] of place.entries())
      if (handle instanceof FileSystemFileHandle)
        look(`${folder}/${file}`, textOf(new Uint8Array(await (await handle.getFile()).arrayBuffer())));
  }
  return found;
}

/** What a file says, and each part of it where it is packed. */
function textOf(bytes: Uint8Array): string {
  const zip = listZip(bytes, workspaceLimits);
  const parts = zip.ok ? zip.value.flatMap((entry) => unpack(entry)) : [];
  const unpacked = parts.flatMap((part) => (part.ok ? part.value : []));
  return [bytes, ...unpacked].map((part) => new TextDecoder('latin1').decode(part)).join('\n');
}
