import type { Capability, CapabilityCell, CapabilityProfile } from '../../../../shared/domain/capability/capability.ts';
import { err, ok } from '../../../../shared/domain/basics/result.ts';
import { type CommandOutcome, runCommand } from '../runCommand.ts';
import type { Store } from '../store.ts';
import { changeRecord, nameOf, removal, removedSentence } from './records.ts';

/** Adds capabilities to the taxonomy, as one step; their ids are chosen by the caller. */
export function addCapabilities(
  store: Store,
  capabilities: readonly Capability[],
  confirmed = false,
): Promise<CommandOutcome> {
  const [first] = capabilities;
  const label =
    capabilities.length === 1 && first !== undefined
      ? `Added ${nameOf(first)}`
      : `Added ${capabilities.length} capabilities`;
  const writes = capabilities.map((row) => ({ table: 'capabilities' as const, id: row.id, row }));
  return runCommand(store, () => Promise.resolve(ok({ label, writes, confirmed })));
}

/** Changes one capability, as `changeOrganisation` does an organisation. */
export function changeCapability(
  store: Store,
  id: string,
  what: string,
  change: (capability: Capability) => Capability | null,
): Promise<CommandOutcome> {
  return changeRecord(store, 'capabilities', id, { what, change });
}

/**
 * Removes one capability. Refused where a requirement of a bid asks for it. What is known of it stays with the
 * organisations, out of sight, and is there again when it comes back.
 */
export function removeCapability(store: Store, id: string): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const [capability] = await read('capabilities', [id]);
    if (capability === null || capability === undefined) return err('This capability has already been removed.');
    const bid = await store.db.bidSummaries.where('capabilityIds').equals(id).first();
    return bid === undefined
      ? ok(removal('capabilities', [capability], false))
      : err(`A requirement of the bid “${bid.name}” asks for ${nameOf(capability)}. Change the requirement first.`);
  });
}

/** Puts capabilities into one group, as one step: renaming a group is moving all of it. */
export function moveToGroup(
  store: Store,
  ids: readonly string[],
  group: string,
  label: string,
  confirmed = false,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const found = await read('capabilities', ids);
    const writes = found.flatMap((row) =>
      row === null || row.group === group
        ? []
        : [{ table: 'capabilities' as const, id: row.id, row: { ...row, group } }],
    );
    return ok({ label, writes, confirmed });
  });
}

/** What one organisation can do in one respect; `null` makes it unknown again. */
export interface CellEdit {
  readonly organisationId: string;
  readonly capabilityId: string;
  /** The new cell, or how it comes from the one that is there when the command runs. */
  readonly cell: CapabilityCell | null | ((now: CapabilityCell | null) => CapabilityCell | null);
}

/** Sets any number of cells, as one step: a key pressed, or a sheet pasted. `what` is for the history: "12 cells pasted". */
export function setCells(
  store: Store,
  edits: readonly CellEdit[],
  what: string,
  confirmed = false,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const byOrganisation = new Map<string, CellEdit[]>();
    for (const edit of edits) {
      const known = byOrganisation.get(edit.organisationId);
      if (known === undefined) byOrganisation.set(edit.organisationId, [edit]);
      else known.push(edit);
    }
    const ids = [...byOrganisation.keys()];
    const organisations = await read('organisations', ids);
    if (organisations.includes(null)) return err(removedSentence('organisations'));
    const capabilities = await read('capabilities', [...new Set(edits.map(({ capabilityId }) => capabilityId))]);
    if (capabilities.includes(null)) return err(removedSentence('capabilities'));
    const profiles = await read('capabilityProfiles', ids);
    const writes = ids.flatMap((id, at) => {
      const before = profiles[at] ?? { id, cells: {} };
      const row = withCells(before, byOrganisation.get(id) ?? []);
      return row === before ? [] : [{ table: 'capabilityProfiles' as const, id, row }];
    });
    return ok({ label: `Capabilities: ${what}`, writes, confirmed });
  });
}

/** The profile with the edits; itself where they change nothing. */
function withCells(profile: CapabilityProfile, edits: readonly CellEdit[]): CapabilityProfile {
  const cells = new Map(Object.entries(profile.cells));
  let changed = false;
  for (const { capabilityId, cell: edit } of edits) {
    const before = cells.get(capabilityId) ?? null;
    const cell = typeof edit === 'function' ? edit(before) : edit;
    if (sameCell(before, cell)) continue;
    changed = true;
    if (cell === null) cells.delete(capabilityId);
    else cells.set(capabilityId, cell);
  }
  return changed ? { ...profile, cells: Object.fromEntries(cells) } : profile;
}

function sameCell(one: CapabilityCell | null, other: CapabilityCell | null): boolean {
  if (one === null || other === null) return one === other;
  return one.level === other.level && one.confidence === other.confidence && one.note === other.note;
}
