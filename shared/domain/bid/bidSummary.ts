import { questionStates, type Bid, type QuestionState } from './bid.ts';
import { leadOf } from './bidMembers.ts';
import { type BidOutcome, bidOutcome } from './gates.ts';
import { ofLotsBidFor } from './lotsBidFor.ts';
import { keysOf } from '../basics/keysOf.ts';
import { shareProblems } from './shares.ts';
import { tableOf } from '../basics/tableOf.ts';

/**
 * One line of the list of bids, and what it names of other records; without texts and answers. It holds no judgement of the
 * conditions, which change with the organisations, the notice and the day.
 */
export interface BidSummary extends Pick<Bid, 'id' | 'tenderId' | 'name' | 'lotIds' | 'structure'> {
  /** `null` where there is no lead, or more than one. */
  readonly leadId: string | null;
  /** The organisations that are members, whatever their role. */
  readonly memberIds: readonly string[];
  /** The capabilities that its requirements ask for. */
  readonly capabilityIds: readonly string[];
  /** Whether the shares of every lot total 100%; a bid without lots has none that do. */
  readonly sharesStand: boolean;
  /** How many there are for the lots bid for. */
  readonly requirements: number;
  /** What was decided of the lots bid for. */
  readonly outcome: BidOutcome;
  /** How many of the buyer's questions are in each state. */
  readonly questions: Readonly<Record<QuestionState, number>>;
}

export function summariseBid(bid: Bid): BidSummary {
  const { id, tenderId, name, lotIds, structure, members, requirements } = bid;
  const states = bid.questions.map(({ status }) => status);
  return {
    id,
    tenderId,
    name,
    lotIds,
    structure,
    leadId: leadOf(bid)?.organisationId ?? null,
    memberIds: members.map(({ organisationId }) => organisationId),
    capabilityIds: [...new Set(requirements.flatMap(({ capabilityId }) => capabilityId ?? []))],
    sharesStand: lotIds.length > 0 && shareProblems(bid).length === 0,
    requirements: ofLotsBidFor(bid, requirements).length,
    outcome: bidOutcome(bid),
    questions: countBy(keysOf(questionStates), states),
  };
}

function countBy<Kind extends string>(kinds: readonly Kind[], found: readonly Kind[]): Readonly<Record<Kind, number>> {
  return tableOf(kinds, (kind) => found.filter((one) => one === kind).length);
}
