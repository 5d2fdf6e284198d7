import { replaceWorkspace, addAsCopy } from '../../../renderer/src/features/workspace/openWorkspace.ts';
import type { NamedFile } from '../../../renderer/src/features/workspace/workspaceFilesContext.ts';
import { browserHost } from '../../../renderer/src/host/browserHost.ts';
import type { Place } from '../../../renderer/src/safekeeping/inUse.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import { runWorkspaceJob } from '../../../renderer/src/workers/workspaceClient.ts';
import { placeOf, type Store } from '../../../renderer/src/store/store.ts';
import { newOrganisation } from '../../../shared/domain/organisation/organisation.ts';
import { noRecords } from '../../../shared/rows/records.ts';
import { readWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { serialiseWorkspace } from '../../../shared/workspace/serialiseWorkspace.ts';
import type { Entry } from '../verify.ts';

/** How opening a file ended: `null` where it is open, else what the person is told. */
export type OpenedFile = string | null;

/** Opens a workspace file of `count` organisations in place of what is open, or adds it beside that. */
export async function openLargeFile(store: Store, how: 'replace' | 'add', count: number): Promise<OpenedFile> {
  const file = await largeFile(count);
  // What the file holds is given as nothing, so that the room runs out in the middle and not at the check before it.
  const answer =
    how === 'replace'
      ? await replaceWorkspace({ kind: 'workspace', store }, browserHost, file, 0)
      : await addAsCopy(store, browserHost, file, 0);
  if (answer.kind === 'notOpened') return `${answer.sentence.what} ${answer.sentence.safe} ${answer.sentence.next}`;
  return answer.kind === 'cancelled' ? 'cancelled' : null;
}

/** The workspace file that a person saved, as base64: it goes through the driver to the page after the loss. */
export async function savedFile(store: Store): Promise<string> {
  const place = placeOf(store);
  const answer = await runWorkspaceJob<'serialise'>({ kind: 'serialise', place, savedBy: 'a fault', passphrase: null });
  if (answer.kind !== 'serialised') throw new Error(JSON.stringify(answer));
  return btoa(Array.from(answer.bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Opens that file into a database of its own, as the recovery screen does; `place` is where the start led. */
export async function openSavedFile(place: Place, base64: string): Promise<OpenedFile> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const file: NamedFile = { name: 'saved.muster', bytes, from: 'disk' };
  const answer = await replaceWorkspace(place, browserHost, file, 0);
  return answer.kind === 'opened' ? null : JSON.stringify(answer);
}

async function largeFile(count: number): Promise<NamedFile> {
  const createdAt = '2026-11-02T09:00:00.000Z';
  const organisations = Array.from({ length: count }, (_, at) => ({
    ...newOrganisation(newId(), `Member ${at}`),
    // What an engine stores small would not fill the room.
    notes: Array.from({ length: 100 }, () => newId()).join(' '),
  }));
  const bytes = await serialiseWorkspace(
    {
      workspace: { id: newId(), name: 'A large file', createdAt },
      ...noRecords,
      organisations,
      history: [],
      attachments: [],
    },
    { savedAt: createdAt, savedBy: 'a fault' },
  );
  return { name: 'large.muster', bytes, from: 'disk' };
}

/** The histories of the workspaces that were set aside, each of which has to open; they are removed. */
export async function takeSetAside(): Promise<readonly (readonly Entry[])[]> {
  const listed = await browserHost.listFiles('setAside');
  if (listed.kind === 'failed') return [];
  const histories: (readonly Entry[])[] = [];
  for (const { name } of listed.files) {
    const file = await browserHost.readFile('setAside', name, 0);
    const read = file.kind === 'read' ? await readWorkspace(file.bytes) : null;
    if (read?.ok !== true) throw new Error(`${name} was set aside and cannot be opened.`);
    histories.push(read.value.history.map(({ seq, id }): Entry => [seq, id]));
    await browserHost.removeFile('setAside', name);
  }
  return histories;
}

const markerKey = 'muster.workspace';

/** The copy of the marker that the browser keeps and flushes when it likes. */
export function keptMarker(): string | null {
  return localStorage.getItem(markerKey);
}

/** What a crash or a lost file can leave: no file of the marker, and a copy of before. */
export async function putStaleMarker(text: string): Promise<void> {
  localStorage.setItem(markerKey, text);
  await (await navigator.storage.getDirectory()).removeEntry('marker', { recursive: true });
}
