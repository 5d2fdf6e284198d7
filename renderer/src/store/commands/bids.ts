import { type Bid, type GateDecision, gates } from '../../../../shared/domain/bid/bid.ts';
import { newBid, type BidStart } from '../../../../shared/domain/bid/newBid.ts';
import { err, ok } from '../../../../shared/domain/basics/result.ts';
import { type CommandOutcome, recordFact, runCommand } from '../runCommand.ts';
import type { Store } from '../store.ts';
import { changeRecord, nameOf, removal, removedSentence } from './records.ts';

/**
 * Starts a bid for a tender; `id` is chosen by the caller, who goes on to show it. A procurement that is not divided has
 * one lot; which of several to bid for is a decision of its own.
 */
export function createBid(
  store: Store,
  id: string,
  tenderId: string,
  start: Omit<BidStart, 'lotIds'>,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const [tender] = await read('tenders', [tenderId]);
    if (tender === null || tender === undefined) return err(removedSentence('tenders'));
    const lotIds = tender.lots.length === 1 ? tender.lots.map((lot) => lot.id) : [];
    const row = newBid(id, tenderId, { ...start, lotIds });
    const refusal = await memberRefusal(store, [], row);
    return refusal === null
      ? ok({ label: `Started the bid ${nameOf(row)}`, writes: [{ table: 'bids' as const, id, row }] })
      : err(refusal);
  });
}

/**
 * Changes one bid, as `changeOrganisation` does an organisation. Refused where an organisation would be a member twice,
 * or has been removed meanwhile.
 */
export function changeBid(
  store: Store,
  id: string,
  what: string,
  change: (bid: Bid) => Bid | null,
): Promise<CommandOutcome> {
  return changeRecord(store, 'bids', id, {
    what,
    change,
    refuse: (after, before) => memberRefusal(store, before.members, after),
  });
}

/** Records what was decided at a gate. It is a fact, which no undo takes away; a later decision takes its place. */
export function recordDecision(store: Store, id: string, decision: GateDecision): Promise<CommandOutcome> {
  return recordFact(store, async (read) => {
    const [bid] = await read('bids', [id]);
    if (bid === null || bid === undefined) return err(removedSentence('bids'));
    const row = { ...bid, decisions: [...bid.decisions, decision] };
    const label = `${nameOf(bid)}: decision recorded, ${gates[decision.gate].toLowerCase()}`;
    return ok({ label, writes: [{ table: 'bids' as const, id, row }] });
  });
}

/** Removes bids, as one step. Undo brings them back whole. */
export function removeBids(store: Store, ids: readonly string[], confirmed = false): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const found = (await read('bids', ids)).filter((row) => row !== null);
    return found.length === 0 ? err('These bids have already been removed.') : ok(removal('bids', found, confirmed));
  });
}

/** Why the members cannot be these: each must be there, and only once. */
async function memberRefusal({ db }: Store, before: Bid['members'], { members }: Bid): Promise<string | null> {
  const ids = members.map(({ organisationId }) => organisationId);
  const added = ids.filter((id) => before.every(({ organisationId }) => organisationId !== id));
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  const asked = twice === undefined ? added : [...added, twice];
  if (asked.length === 0) return null;
  const found = await db.organisations.bulkGet(asked);
  if (found.includes(undefined)) return 'This organisation has been removed. Undo brings it back.';
  return twice === undefined ? null : `${found.at(-1)?.name ?? 'This organisation'} is in this bid already.`;
}
