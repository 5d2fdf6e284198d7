import type { StatedDate } from '../../domain/tender/amendment.ts';
import type { Ending, Lot, Tender } from '../../domain/tender/tender.ts';
import type { MappedRelease } from './mappedRelease.ts';

/** A tender after the newest release, if that ends the procurement or gives up lots, or calls for tenders once more. */
export function withEnding(tender: Tender, release: MappedRelease, stated: readonly StatedDate[]): Tender {
  if (release.ending !== null) return withoutOpenDates(ended(tender, release));
  if (!release.isCall || !hasEnding(tender)) return tender;
  const deadlines = tender.deadlines.map((deadline) =>
    deadline.state === 'withdrawn' &&
    stated.some(
      ({ kind, label, lotId }) => kind === deadline.kind && label === deadline.label && lotId === deadline.lotId,
    )
      ? { ...deadline, state: 'open' as const }
      : deadline,
  );
  return withoutOpenDates(calledAgain({ ...tender, deadlines }, release));
}

/**
 * A tender after a release that came out before others it already has, in the order of publication: what the release ends
 * has ended unless a later one calls for it again. Where nothing of it holds, the state is left as the team has it.
 */
export function withEarlierEnding(tender: Tender, release: MappedRelease, later: readonly MappedRelease[]): Tender {
  if (release.ending === null) return withoutOpenDates(tender);
  const after = later.reduce(
    (now, each) => {
      if (each.ending !== null) return ended(now, each);
      return each.isCall ? calledAgain(now, each) : now;
    },
    ended(tender, release),
  );
  return withoutOpenDates({ ...after, state: hasEnding(after) ? after.state : tender.state });
}

function ended(tender: Tender, { ending, releaseId }: MappedRelease): Tender {
  if (ending === null) return tender;
  const found: Ending = { on: ending.on, reason: ending.reason, source: `Notice ${releaseId}` };
  const given = ending.lots;
  const lots = tender.lots.map((lot): Lot =>
    given === null || given.includes(lot.number) ? { ...lot, ended: found } : lot,
  );
  const isWhole = given === null || (lots.length > 0 && lots.every((lot) => hasEnding(lot)));
  return {
    ...tender,
    lots,
    ended: isWhole ? found : (tender.ended ?? null),
    state: isWhole && inPlay.has(tender.state) ? 'terminated' : tender.state,
  };
}

/** States in which the team still counts on the procurement. */
const inPlay = new Set<Tender['state']>(['watching', 'bidding', 'submitted']);

/** No date of a procurement that has ended is open, nor of a lot that was given up. */
function withoutOpenDates(tender: Tender): Tender {
  const over = new Set(tender.lots.filter((lot) => hasEnding(lot)).map(({ id }) => id));
  if (!hasEnding(tender) && over.size === 0) return tender;
  const deadlines = tender.deadlines.map((deadline) => {
    const counts = deadline.kind === 'publication' || (!hasEnding(tender) && !over.has(deadline.lotId ?? ''));
    return deadline.state !== 'open' || counts ? deadline : { ...deadline, state: 'withdrawn' as const };
  });
  return { ...tender, deadlines };
}

/** A procurement for which a release calls, and the lots that it calls for; without lots, all of them. */
function calledAgain(tender: Tender, release: MappedRelease): Tender {
  const called = new Set(release.lots.map(({ number }) => number));
  const lots = tender.lots.map((lot): Lot =>
    called.size === 0 || called.has(lot.number) ? { ...lot, ended: null } : lot,
  );
  return { ...tender, lots, ended: null, state: tender.state === 'terminated' ? 'watching' : tender.state };
}

function hasEnding({ ended }: Pick<Tender | Lot, 'ended'>): boolean {
  return ended !== null && ended !== undefined;
}
