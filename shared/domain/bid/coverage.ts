import type { Bid, Requirement } from './bid.ts';
import { deliverersOf } from './bidMembers.ts';
import type { CapabilityProfile } from '../capability/capability.ts';

/**
 * How well a requirement is met. `single`: one member alone can do it, so that the bid depends on that member. `unknown`:
 * nobody is known to be able, but somebody has not been asked; it counts as a risk, never as covered.
 */
export type CoverageState = 'covered' | 'single' | 'gap' | 'unknown';

export interface Coverage {
  readonly requirement: Requirement;
  readonly state: CoverageState;
  /** The members at or above the minimum level, in the order of the bid. */
  readonly capable: readonly string[];
  /** The members whose level is not known. */
  readonly notKnown: readonly string[];
  /** Somebody capable has been verified by the lead. */
  readonly verified: boolean;
}

/** How every requirement is met by those who deliver its lot. Without a capability to look at, all of them are unknown. */
export function coverageOf(
  bid: Pick<Bid, 'members' | 'requirements'>,
  profiles: readonly CapabilityProfile[],
): readonly Coverage[] {
  const cellsOf = new Map(profiles.map(({ id, cells }) => [id, cells]));
  const delivering = new Map(
    [...new Set(bid.requirements.map(({ lotId }) => lotId))].map((lotId) => [lotId, deliverersOf(bid, lotId)]),
  );
  return bid.requirements.map((requirement) => {
    const { capabilityId, minimumLevel } = requirement;
    const cells = (delivering.get(requirement.lotId) ?? []).map(({ organisationId }) => ({
      organisationId,
      cell: capabilityId === null ? undefined : cellsOf.get(organisationId)?.[capabilityId],
    }));
    const able = cells.filter(({ cell }) => cell !== undefined && cell.level >= minimumLevel);
    const notKnown = cells.filter(({ cell }) => cell === undefined);
    return {
      requirement,
      state: stateOf(able.length, notKnown.length),
      capable: able.map(({ organisationId }) => organisationId),
      notKnown: notKnown.map(({ organisationId }) => organisationId),
      verified: able.some(({ cell }) => cell?.confidence === 'verified'),
    };
  });
}

/** What so many who can and so many of whom it is not known come to. */
export function stateOf(able: number, notKnown: number): CoverageState {
  if (able > 1) return 'covered';
  if (able === 1) return 'single';
  return notKnown > 0 ? 'unknown' : 'gap';
}

/** How much of a lot's weight is met, and what would knock the bid out. */
export interface LotCoverage {
  readonly lotId: string;
  /** The sum of the weights, and of those that somebody meets. */
  readonly weight: number;
  readonly weightMet: number;
  /** Mandatory requirements that nobody is known to meet. */
  readonly knockOuts: readonly Requirement[];
}

/** Coverage by lot; requirements of every lot count in each. */
export function coverageByLot(bid: Pick<Bid, 'lotIds'>, coverages: readonly Coverage[]): readonly LotCoverage[] {
  return bid.lotIds.map((lotId) => {
    const ofLot = coverages.filter(({ requirement }) => requirement.lotId === null || requirement.lotId === lotId);
    const met = ofLot.filter(isMet);
    return {
      lotId,
      weight: weightOf(ofLot),
      weightMet: weightOf(met),
      knockOuts: ofLot
        .filter((coverage) => coverage.requirement.mandatory && !isMet(coverage))
        .map(({ requirement }) => requirement),
    };
  });
}

function weightOf(coverages: readonly Coverage[]): number {
  return coverages.reduce((sum, { requirement }) => sum + requirement.weight, 0);
}

function isMet({ state }: Coverage): boolean {
  return state === 'covered' || state === 'single';
}

/** What a bid would lose with a member: the requirements that only this member is known to meet. */
export interface Dependence {
  readonly organisationId: string;
  readonly lost: readonly Requirement[];
}

/** What falls if each member drops out, one at a time; members on whom nothing alone depends are listed with nothing. */
export function dropOne(bid: Pick<Bid, 'members'>, coverages: readonly Coverage[]): readonly Dependence[] {
  return deliverersOf(bid, null).map(({ organisationId }) => ({
    organisationId,
    lost: coverages
      .filter(({ state, capable }) => state === 'single' && capable[0] === organisationId)
      .map(({ requirement }) => requirement),
  }));
}
