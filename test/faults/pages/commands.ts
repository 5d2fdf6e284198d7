import { keepFile } from '../../../renderer/src/store/attachments.ts';
import {
  changeOrganisation,
  createOrganisation,
  removeOrganisations,
} from '../../../renderer/src/store/commands/organisations.ts';
import { addRecords } from '../../../renderer/src/store/commands/records.ts';
import { newId } from '../../../renderer/src/store/newId.ts';
import type { CommandOutcome } from '../../../renderer/src/store/runCommand.ts';
import type { Store } from '../../../renderer/src/store/store.ts';
import { redo, undo } from '../../../renderer/src/store/undo.ts';
import { newOrganisation, type Organisation } from '../../../shared/domain/organisation/organisation.ts';
import { type Next, pick } from '../chance.ts';

const massOf = 40;

/** One command of any kind that the application has, by chance. It may be refused, as an undo of nothing is. */
export async function anyCommand(store: Store, next: Next): Promise<CommandOutcome> {
  const ids = await store.db.organisations.limit(200).primaryKeys();
  const chance = next(100);
  if (ids.length === 0 || chance < 25) return createOrganisation(store, newId(), `Organisation ${next(100_000)}`);
  const id = pick(ids, next);
  if (chance < 55) return changeOrganisation(store, id, 'notes', (one) => ({ ...one, notes: words(next) }));
  if (chance < 65) return removeOrganisations(store, [id], true);
  if (chance < 75) return undo(store);
  if (chance < 82) return redo(store);
  if (chance < 94) return attach(store, id, next);
  if (ids.length < massOf * 2) return addMany(store, next);
  return removeOrganisations(store, ids.slice(0, massOf), true);
}

/** Attaches a file of up to `most` bytes to a certificate of an organisation. */
export async function attach(store: Store, id: string, next: Next, most = 60_000): Promise<CommandOutcome> {
  const bytes = new Uint8Array(1 + next(most)).map((_, at) => (at % 97) ^ next(256));
  const kept = await keepFile(store, bytes, 'application/octet-stream');
  if (!kept.ok) return kept;
  const { sha256 } = kept.value;
  const evidence = { sha256, name: 'certificate.bin' };
  const certificate = { id: newId(), name: 'Certificate', issuer: '', reference: '', validFrom: null, validTo: null };
  const withIt = (one: Organisation) => ({ ...one, certificates: [...one.certificates, { ...certificate, evidence }] });
  return changeOrganisation(store, id, 'certificate', withIt, [sha256]);
}

function addMany(store: Store, next: Next): Promise<CommandOutcome> {
  const organisations = Array.from({ length: massOf }, () => newOrganisation(newId(), `One of many ${next(100_000)}`));
  return addRecords(store, { organisations }, [], 'a list of many', true);
}

function words(next: Next): string {
  return Array.from({ length: 1 + next(60) }, () => pick(['cost', 'social value', 'n\nl', '“quoted”', '𝔘'], next)).join(
    ' ',
  );
}
