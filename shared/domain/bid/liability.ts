import type { Pence } from '../basics/money.ts';
import { splitPence, type Share } from './shares.ts';

/** Who bears what of a loss. */
interface Burden {
  readonly organisationId: string;
  readonly amount: Pence;
}

export interface SharedLoss {
  readonly burdens: readonly Burden[];
  /** What nobody is left to pay, because all who share the loss are insolvent. With the burdens it makes up the loss. */
  readonly uncovered: Pence;
}

/**
 * How members who answer together share a loss among themselves, once the buyer has been paid. Each bears what it caused;
 * what nobody caused is borne by share. What an insolvent member cannot pay is borne by the others in proportion to their
 * own shares or, where none of them has a share, in equal parts (Civil Liability (Contribution) Act 1978 s.2 leaves the
 * apportionment to what is just, and to their contract). `caused` is in basis points of the loss and totals 10,000 or less.
 */
export function shareLoss(
  loss: Pence,
  shares: readonly Share[],
  circumstances: { readonly caused?: readonly Share[]; readonly insolvent?: readonly string[] } = {},
): SharedLoss {
  const caused = new Map(circumstances.caused?.map(({ organisationId, basisPoints }) => [organisationId, basisPoints]));
  const fault = shares.map(({ organisationId }) => caused.get(organisationId) ?? 0);
  const nobodys = 10_000 - fault.reduce((sum, points) => sum + points, 0);
  const byCause = splitPence(loss, [...fault, nobodys]);
  const weights = shares.map(({ basisPoints }) => basisPoints);
  const byShare = splitPence(byCause[shares.length] ?? 0, weights);
  const owed = shares.map((_, index) => (byCause[index] ?? 0) + (byShare[index] ?? 0));

  const canPay = shares.map(({ organisationId }) => circumstances.insolvent?.includes(organisationId) !== true);
  const unpaid = owed.reduce((sum, amount, index) => sum + (canPay[index] === true ? 0 : amount), 0);
  const solvent = weights.map((weight, index) => (canPay[index] === true ? weight : 0));
  const hasShare = solvent.some((weight) => weight > 0);
  const taken = splitPence(unpaid, hasShare ? solvent : canPay.map((can) => (can ? 1 : 0)));
  const burdens = shares.map(({ organisationId }, index) => ({
    organisationId,
    amount: canPay[index] === true ? (owed[index] ?? 0) + (taken[index] ?? 0) : 0,
  }));
  return { burdens, uncovered: loss - burdens.reduce((sum, { amount }) => sum + amount, 0) };
}
