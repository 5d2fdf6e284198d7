import { applyAmendment, type StatedDate } from '../../../../shared/domain/tender/amendment.ts';
import type { Deadline } from '../../../../shared/domain/tender/deadline.ts';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { newTender } from '../../../../shared/domain/tender/newTender.ts';
import { err, ok } from '../../../../shared/domain/basics/result.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { applyRelease as appliedTo } from '../../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../../shared/interchange/ocds/mappedRelease.ts';
import { type CommandOutcome, runCommand } from '../runCommand.ts';
import type { Store } from '../store.ts';
import { newId } from '../newId.ts';
import { changeRecord, nameOf, removal, removedSentence } from './records.ts';

/** Adds a tender made of a notice. Refused where its procurement is a tender already: the notice then belongs to that one. */
export function adoptNotice(store: Store, tender: Tender): Promise<CommandOutcome> {
  return runCommand(store, async () => {
    const { id, ocid } = tender;
    const known = ocid === null ? undefined : await store.db.tenderSummaries.where('ocid').equals(ocid).first();
    return known === undefined
      ? ok({ label: `Adopted ${nameOf(tender)}`, writes: [{ table: 'tenders' as const, id, row: tender }] })
      : err(`This procurement is already among the tenders, as “${known.title}”. Apply the notice to it instead.`);
  });
}

/**
 * Adds tenders made of notices, as one step. Of several notices of one procurement the first makes the tender; what is a
 * tender already is left out.
 */
export function adoptNotices(store: Store, tenders: readonly Tender[], confirmed = false): Promise<CommandOutcome> {
  return runCommand(store, async () => {
    const ocids = tenders.flatMap(({ ocid }) => ocid ?? []);
    const known = new Set(
      (await store.db.tenderSummaries.where('ocid').anyOf(ocids).toArray()).map(({ ocid }) => ocid),
    );
    const fresh = tenders.filter(({ ocid }, at) => ocid === null || (!known.has(ocid) && ocids.indexOf(ocid) === at));
    const writes = fresh.map((row) => ({ table: 'tenders' as const, id: row.id, row }));
    return ok({ label: `Adopted ${fresh.length === 1 ? '1 notice' : `${fresh.length} notices`}`, writes, confirmed });
  });
}

/** Applies a further notice of the same procurement to a tender. A notice that the tender already holds records nothing. */
export function applyRelease(
  store: Store,
  tenderId: string,
  release: MappedRelease,
  now: Date,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const [tender] = await read('tenders', [tenderId]);
    if (tender === null || tender === undefined) return err(removedSentence('tenders'));
    const applied = appliedTo(tender, release, newId, now);
    if (!applied.ok) {
      const { error } = applied;
      return err(`This notice is of another procurement (${error.release}), not of this tender's (${error.tender}).`);
    }
    if (applied.value.outcome === 'alreadyApplied') return ok({ label: release.releaseId, writes: [] });
    return ok({
      label: `${nameOf(tender)}: notice ${release.releaseId}`,
      writes: [{ table: 'tenders' as const, id: tenderId, row: applied.value.tender }],
    });
  });
}

/** Adds a tender by hand, by its title and what else is `known` of it; `id` is chosen by the caller, who goes on to show it. */
export function createTender(
  store: Store,
  id: string,
  title: string,
  known: Partial<Omit<Tender, 'id' | 'title'>> = {},
): Promise<CommandOutcome> {
  const row = { ...newTender(id, title), ...known };
  return runCommand(store, () =>
    Promise.resolve(ok({ label: `Added ${nameOf(row)}`, writes: [{ table: 'tenders' as const, id, row }] })),
  );
}

/** Changes one tender, as `changeOrganisation` does an organisation. */
export function changeTender(
  store: Store,
  id: string,
  what: string,
  change: (tender: Tender) => Tender | null,
  attached: readonly string[] = [],
): Promise<CommandOutcome> {
  return changeRecord(store, 'tenders', id, { what, change, attached });
}

/** Records what a source says of a date: a further version of the deadline of that kind, lot and label, or a new one. */
export function recordDeadlineChange(store: Store, tenderId: string, stated: StatedDate): Promise<CommandOutcome> {
  const { label, version } = stated;
  return changeRecord(store, 'tenders', tenderId, {
    what: `${label} ${formatDue(version.due)} (${version.source})`,
    change: (tender) => ({ ...tender, deadlines: applyAmendment(tender.deadlines, [stated], newId).deadlines }),
  });
}

/** A date of a tender, by their ids. */
export interface ChosenDate {
  readonly tenderId: string;
  readonly deadlineId: string;
}

/** Marks dates as met, of however many tenders, as one step. Those that were removed meanwhile are left out. */
export function markDatesMet(store: Store, chosen: readonly ChosenDate[], confirmed = false): Promise<CommandOutcome> {
  const ids = new Set(chosen.map(({ deadlineId }) => deadlineId));
  return runCommand(store, async (read) => {
    const tenders = await read('tenders', [...new Set(chosen.map(({ tenderId }) => tenderId))]);
    const found = tenders.flatMap((tender) => {
      const dates = (tender?.deadlines ?? []).filter(({ id, state }) => ids.has(id) && state !== 'met');
      return tender === null || dates.length === 0 ? [] : [{ tender, dates }];
    });
    const dates = found.flatMap((one) => one.dates);
    const [first] = found;
    if (first === undefined) return err('These dates have been removed, or were met already.');
    const what = dates.length === 1 ? (dates[0]?.label ?? '') : `${dates.length} dates`;
    const label =
      found.length === 1 ? `${nameOf(first.tender)}: ${what} met` : `${what} of ${found.length} tenders met`;
    const writes = found.map(({ tender }) => ({
      table: 'tenders' as const,
      id: tender.id,
      row: { ...tender, deadlines: tender.deadlines.map((one) => (ids.has(one.id) ? metNow(one) : one)) },
    }));
    return ok({ label, writes, confirmed });
  });
}

function metNow(deadline: Deadline): Deadline {
  return { ...deadline, state: 'met' };
}

/** Removes tenders, as one step. Refused where there is a bid for one. */
export function removeTenders(store: Store, ids: readonly string[], confirmed = false): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const found = (await read('tenders', ids)).filter((row) => row !== null);
    if (found.length === 0) return err('These tenders have already been removed.');
    const bid = await store.db.bidSummaries.where('tenderId').anyOf(ids).first();
    const tender = found.find(({ id }) => id === bid?.tenderId);
    return bid === undefined || tender === undefined
      ? ok(removal('tenders', found, confirmed))
      : err(`There is a bid for ${nameOf(tender)}: “${bid.name}”. Remove the bid first.`);
  });
}
