import type { Bid } from './bid.ts';
import type { Pence } from '../basics/money.ts';

/** A whole lot in basis points; one basis point is a hundredth of a per cent. */
export const wholeLot = 10_000;

/** Somebody's part of a whole, in basis points. */
export interface Share {
  readonly organisationId: string;
  readonly basisPoints: number;
}

/** Why the shares of a lot cannot stand. */
export type ShareProblem =
  | { readonly kind: 'none'; readonly lotId: string }
  | { readonly kind: 'total'; readonly lotId: string; readonly basisPoints: number }
  | { readonly kind: 'notAShare'; readonly lotId: string; readonly organisationId: string };

/** The shares of one lot that are more than nothing, in the order of the bid's members. */
export function lotShares(bid: Pick<Bid, 'members'>, lotId: string): readonly Share[] {
  return sharesByLot(bid).get(lotId) ?? [];
}

/** Found once for a list of members, which never changes: a framework has hundreds of lots with hundreds of members. */
const found = new WeakMap<Bid['members'], ReadonlyMap<string, readonly Share[]>>();

/** The same of every lot. */
export function sharesByLot({ members }: Pick<Bid, 'members'>): ReadonlyMap<string, readonly Share[]> {
  const known = found.get(members);
  if (known !== undefined) return known;
  const lots = new Map<string, Share[]>();
  for (const { organisationId, shares } of members) {
    for (const { lotId, basisPoints } of shares) {
      if (basisPoints === 0) continue;
      const share = { organisationId, basisPoints };
      const lot = lots.get(lotId);
      if (lot === undefined) lots.set(lotId, [share]);
      else lot.push(share);
    }
  }
  found.set(members, lots);
  return lots;
}

/** What is wrong with the shares of the bid's lots: every lot has shares, each a whole number of basis points, 100% in all. */
export function shareProblems(bid: Pick<Bid, 'members' | 'lotIds'>): readonly ShareProblem[] {
  const byLot = sharesByLot(bid);
  return bid.lotIds.flatMap((lotId): readonly ShareProblem[] => {
    const shares = byLot.get(lotId) ?? [];
    if (shares.length === 0) return [{ kind: 'none', lotId }];
    const odd = shares.filter(({ basisPoints }) => !Number.isInteger(basisPoints) || basisPoints < 0);
    if (odd.length > 0) return odd.map(({ organisationId }) => ({ kind: 'notAShare', lotId, organisationId }));
    const basisPoints = totalOf(shares);
    return basisPoints === wholeLot ? [] : [{ kind: 'total', lotId, basisPoints }];
  });
}

export function totalOf(shares: readonly Share[]): number {
  return shares.reduce((total, { basisPoints }) => total + basisPoints, 0);
}

/**
 * Splits a whole number into parts in proportion to whole-number weights, so that the parts always add up to it: each is
 * rounded down, and what is left goes, one by one, to those who lost most by it (largest remainder; the earlier of equals).
 * Weights are not negative; where all are 0 there is nothing to go by and all parts are 0.
 */
export function splitPence(amount: Pence, weights: readonly number[]): readonly Pence[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const size = BigInt(Math.abs(amount));
  const parts = weights.map((weight, index) => {
    const exact = size * BigInt(weight);
    return { index, whole: Number(exact / total), remainder: exact % total };
  });
  const left = Number(size) - parts.reduce((sum, { whole }) => sum + whole, 0);
  const favoured = new Set(
    parts
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ index, whole }) => Math.sign(amount) * (whole + (favoured.has(index) ? 1 : 0)));
}

/** What one member gets of a price. */
export interface Income {
  readonly organisationId: string;
  /** The share of the net price, as agreed. */
  readonly netShare: number;
  /** The share of the price, the fee included. */
  readonly priceShare: number;
  readonly fee: Pence;
  readonly work: Pence;
  readonly total: Pence;
}

/**
 * How a price without VAT reaches the members: the lead's management fee comes off first, and the rest, the net price, is
 * shared. Both percentages are given, since a buyer asks for shares of the price and members agree shares of the net price.
 */
export function incomes(
  price: Pence,
  feeBasisPoints: number,
  netShares: readonly Share[],
  leadId: string,
): readonly Income[] {
  const shares = withFeeTaker(netShares, feeBasisPoints, leadId);
  const [fee = 0, balance = 0] = splitPence(price, [feeBasisPoints, wholeLot - feeBasisPoints]);
  const work = splitPence(
    balance,
    shares.map(({ basisPoints }) => basisPoints),
  );
  const ofPrice = priceShares(shares, feeBasisPoints, leadId);
  return shares.map(({ organisationId, basisPoints }, index) => {
    const ownFee = organisationId === leadId ? fee : 0;
    const ownWork = work[index] ?? 0;
    return {
      organisationId,
      netShare: basisPoints,
      priceShare: ofPrice[index]?.basisPoints ?? 0,
      fee: ownFee,
      work: ownWork,
      total: ownFee + ownWork,
    };
  });
}

/** Whether the shares of the price are known: they are given, or follow from those of the net price and the fee. */
export function areSharesOfPrice({ shareBase, agreement }: Pick<Bid, 'shareBase' | 'agreement'>): boolean {
  return shareBase === 'price' || (shareBase === 'netPrice' && agreement.feeBasisPoints !== null);
}

/** Shares of the price from shares of the net price: the lead's grows by the fee, everybody's shrinks with it; 100% in all. */
export function priceShares(netShares: readonly Share[], feeBasisPoints: number, leadId: string): readonly Share[] {
  const shares = withFeeTaker(netShares, feeBasisPoints, leadId);
  const points = splitPence(
    wholeLot,
    shares.map(
      ({ organisationId, basisPoints }) =>
        basisPoints * (wholeLot - feeBasisPoints) +
        (organisationId === leadId ? feeBasisPoints * totalOf(netShares) : 0),
    ),
  );
  return shares.map(({ organisationId }, index) => ({ organisationId, basisPoints: points[index] ?? 0 }));
}

/** A managing agent may take the fee without a share of the work; it then stands first with a share of nothing. */
function withFeeTaker(shares: readonly Share[], feeBasisPoints: number, leadId: string): readonly Share[] {
  const missing = feeBasisPoints > 0 && shares.every(({ organisationId }) => organisationId !== leadId);
  return missing ? [{ organisationId: leadId, basisPoints: 0 }, ...shares] : shares;
}

/** A share for reading: `52.5%`, `33.33%`, `100%`. */
export function formatShare(basisPoints: number): string {
  return `${Number((basisPoints / 100).toFixed(2))}%`;
}
