import type { StatedDate } from '../../domain/tender/amendment.ts';
import type { Ending, Lot, Tender } from '../../domain/tender/tender.ts';
import type { MappedRelease } from './mappedRelease.ts';

/** A tender after the newest release, if that ends the procurement or gives up lots, or calls for tenders once more. */
export function withEnding(tender: Tender, release: MappedRelease, stated: readonly StatedDate[]): Tender {
  const { ending, isCall, releaseId } = release;
  if (ending === null) return isCall && hasEnding(tender) ? goingOn(tender, release, stated) : tender;
  const ended: Ending = { on: ending.on, reason: ending.reason, source: `Notice ${releaseId}` };
  const given = ending.lots;
  const lots = tender.lots.map((lot): Lot => (given === null || given.includes(lot.number) ? { ...lot, ended } : lot));
  const isWhole = given === null || (lots.length > 0 && lots.every((lot) => hasEnding(lot)));
  return withoutOpenDates({
    ...tender,
    lots,
    ended: isWhole ? ended : (tender.ended ?? null),
    state: isWhole && inPlay.has(tender.state) ? 'terminated' : tender.state,
  });
}

/** States in which the team still counts on the procurement. */
const inPlay = new Set<Tender['state']>(['watching', 'bidding', 'submitted']);

/** No date of a procurement that has ended is open, nor of a lot that was given up. */
export function withoutOpenDates(tender: Tender): Tender {
  const over = new Set(tender.lots.filter((lot) => hasEnding(lot)).map(({ id }) => id));
  if (!hasEnding(tender) && over.size === 0) return tender;
  const deadlines = tender.deadlines.map((deadline) => {
    const counts = deadline.kind === 'publication' || (!hasEnding(tender) && !over.has(deadline.lotId ?? ''));
    return deadline.state !== 'open' || counts ? deadline : { ...deadline, state: 'withdrawn' as const };
  });
  return { ...tender, deadlines };
}

function goingOn(tender: Tender, release: MappedRelease, stated: readonly StatedDate[]): Tender {
  const called = new Set(release.lots.map(({ number }) => number));
  const lots = tender.lots.map((lot): Lot =>
    called.size === 0 || called.has(lot.number) ? { ...lot, ended: null } : lot,
  );
  const deadlines = tender.deadlines.map((deadline) =>
    deadline.state === 'withdrawn' &&
    stated.some(
      ({ kind, label, lotId }) => kind === deadline.kind && label === deadline.label && lotId === deadline.lotId,
    )
      ? { ...deadline, state: 'open' as const }
      : deadline,
  );
  const state = tender.state === 'terminated' ? 'watching' : tender.state;
  return withoutOpenDates({ ...tender, lots, deadlines, ended: null, state });
}

function hasEnding({ ended }: Pick<Tender | Lot, 'ended'>): boolean {
  return ended !== null && ended !== undefined;
}
