import { newOrganisation, type Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { err, ok } from '../../../../shared/domain/basics/result.ts';
import { runCommand, type CommandOutcome } from '../runCommand.ts';
import type { Store } from '../store.ts';
import { changeRecord, nameOf, removal } from './records.ts';

/** Adds an organisation by its legal name and what else is `known` of it; `id` is chosen by the caller, who goes on to show it. */
export function createOrganisation(
  store: Store,
  id: string,
  name: string,
  known: Partial<Pick<Organisation, 'legalForm' | 'identifiers'>> = {},
): Promise<CommandOutcome> {
  return runCommand(store, () =>
    Promise.resolve(
      ok({
        label: `Added ${name}`,
        writes: [{ table: 'organisations' as const, id, row: { ...newOrganisation(id, name), ...known } }],
      }),
    ),
  );
}

/**
 * Changes one organisation. `what` names the part that changed, for the history: "legal form". A change that leaves
 * the organisation as it was records nothing; one that answers `null` finds the part it was meant for gone. `attached` are
 * files that it now names, which `keepFile` has kept.
 */
export function changeOrganisation(
  store: Store,
  id: string,
  what: string,
  change: (organisation: Organisation) => Organisation | null,
  attached: readonly string[] = [],
): Promise<CommandOutcome> {
  return changeRecord(store, 'organisations', id, { what, change, attached });
}

/**
 * Removes organisations with what is known of their capabilities, as one step. Undo brings them back whole. Refused
 * where one is a member of a bid.
 */
export function removeOrganisations(store: Store, ids: readonly string[], confirmed = false): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const found = (await read('organisations', ids)).filter((row) => row !== null);
    if (found.length === 0) return err('These organisations have already been removed.');
    const bid = await store.db.bidSummaries.where('memberIds').anyOf(ids).first();
    if (bid !== undefined) {
      const member = found.find(({ id }) => bid.memberIds.includes(id));
      const who = member === undefined ? 'An organisation' : nameOf(member);
      return err(`${who} is a member of the bid “${bid.name}”. Take it out of the bid first.`);
    }
    const { writes, ...decision } = removal('organisations', found, confirmed);
    const profiles = (await read('capabilityProfiles', ids)).filter((row) => row !== null);
    return ok({
      ...decision,
      writes: [...writes, ...profiles.map(({ id }) => ({ table: 'capabilityProfiles' as const, id, row: null }))],
    });
  });
}
