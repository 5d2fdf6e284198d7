import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ownFolder, storedFiles } from '../../electron/files/storedFiles.ts';
import { findJournal, type Journal } from '../../renderer/src/safekeeping/journal.ts';
import { flushOutbox } from '../../renderer/src/safekeeping/outbox.ts';
import { takeSnapshot } from '../../renderer/src/safekeeping/snapshots.ts';
import { keepFile } from '../../renderer/src/store/attachments.ts';
import { changeOrganisation, createOrganisation } from '../../renderer/src/store/commands/organisations.ts';
import { newId } from '../../renderer/src/store/newId.ts';
import { lineageOf, type Store } from '../../renderer/src/store/store.ts';
import type { Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { StoredFiles } from '../../shared/host/storedFiles.ts';
import { done } from '../store/support.ts';

/** Real files in a folder of this test alone; the second folder is one beside them. */
export async function filesIn(): Promise<{ readonly files: StoredFiles; readonly folder: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-keeping-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { files: storedFiles((name) => Promise.resolve(ownFolder(folder, name))), folder };
}

export async function workspaceOf({ db }: Store) {
  const workspace = await db.workspace();
  if (workspace === undefined) throw new Error('no workspace');
  return workspace;
}

export async function journalOf(store: Store, files: StoredFiles): Promise<Journal> {
  const found = await findJournal(files, lineageOf(await workspaceOf(store)));
  if ('kind' in found) throw new Error(JSON.stringify(found));
  return found;
}

/** Brings the journal up to date, as the running application does after every command. */
export async function flush(store: Store, files: StoredFiles): Promise<Journal> {
  const flushed = await flushOutbox(store.db, files, await journalOf(store, files));
  if (flushed.kind !== 'flushed') throw new Error(JSON.stringify(flushed));
  return flushed.journal;
}

export async function snapshot(store: Store, files: StoredFiles, now = new Date()): Promise<string> {
  const taken = await takeSnapshot(store.db, files, now, 'Muster test');
  if (taken.kind !== 'taken') throw new Error(JSON.stringify(taken));
  return taken.name;
}

/** Adds organisations, one command each. */
export async function add(store: Store, ...names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const id = newId();
    await done(createOrganisation(store, id, name));
    ids.push(id);
  }
  return ids;
}

/** Attaches a file to a certificate of an organisation. */
export async function attach(store: Store, id: string, text: string): Promise<string> {
  const kept = await keepFile(store, new TextEncoder().encode(text), 'text/plain');
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  const evidence = { sha256: kept.value.sha256, name: 'proof.txt' };
  const certificate = {
    id: newId(),
    name: 'Proof',
    issuer: '',
    reference: '',
    validFrom: null,
    validTo: null,
    evidence,
  };
  const withProof = (organisation: Organisation) => ({ ...organisation, certificates: [certificate] });
  await done(changeOrganisation(store, id, 'certificate', withProof, [evidence.sha256]));
  return evidence.sha256;
}
