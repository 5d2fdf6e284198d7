import { v7 as uuidv7 } from 'uuid';
import { newOrganisation, type EvidenceFile, type Organisation } from '../../../../shared/domain/organisation.ts';
import { err, ok } from '../../../../shared/domain/result.ts';
import type { AttachmentRow } from '../../../../shared/rows/attachment.ts';
import { runCommand, type CommandOutcome } from '../runCommand.ts';
import type { Store } from '../store.ts';

/** Adds an organisation of which only the legal name is known; `id` is chosen by the caller, who goes on to show it. */
export function createOrganisation(store: Store, id: string, name: string): Promise<CommandOutcome> {
  return runCommand(store, () =>
    Promise.resolve(
      ok({
        label: `Added ${name}`,
        writes: [{ table: 'organisations' as const, id, row: newOrganisation(id, name) }],
      }),
    ),
  );
}

/**
 * Changes one organisation. `what` names the part that changed, for the history: "legal form". A change that leaves
 * the organisation as it was records nothing.
 */
export function changeOrganisation(
  store: Store,
  id: string,
  what: string,
  change: (organisation: Organisation) => Organisation,
  attachment?: AttachmentRow,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const [before] = (await read('organisations', [id])) as readonly [Organisation | null];
    if (before === null) return err('This organisation has been removed. Undo brings it back.');
    const after = change(before);
    return ok({
      label: `${after.name}: ${what}`,
      writes: after === before ? [] : [{ table: 'organisations' as const, id, row: after }],
      attachments: attachment === undefined ? [] : [attachment],
    });
  });
}

/** Removes organisations, as one step. Undo brings them back whole. */
export function removeOrganisations(store: Store, ids: readonly string[]): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const found = ((await read('organisations', ids)) as readonly (Organisation | null)[]).filter(
      (row) => row !== null,
    );
    const [first] = found;
    if (first === undefined) return err('These organisations have already been removed.');
    return ok({
      label: found.length === 1 ? `Removed ${first.name}` : `Removed ${found.length} organisations`,
      writes: found.map(({ id }) => ({ table: 'organisations' as const, id, row: null })),
    });
  });
}

/** Adds the organisations of another workspace, which already carry new ids, as one step. */
export function addOrganisations(
  store: Store,
  organisations: readonly Organisation[],
  attachments: readonly AttachmentRow[],
  from: string,
): Promise<CommandOutcome> {
  return runCommand(store, () =>
    Promise.resolve(
      ok({
        label: `Added ${organisations.length} organisations from ${from}`,
        writes: organisations.map((row) => ({ table: 'organisations' as const, id: row.id, row })),
        attachments,
      }),
    ),
  );
}

/** Makes the attachment row of a file's bytes, and how a certificate or insurance refers to it. */
export async function attachmentOf(
  name: string,
  mediaType: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly row: AttachmentRow; readonly evidence: EvidenceFile }> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { row: { sha256, mediaType, size: bytes.length, bytes }, evidence: { sha256, name } };
}

export function newId(): string {
  return uuidv7();
}
