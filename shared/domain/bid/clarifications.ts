import type { Bid, Clarification, Combining, Condition } from './bid.ts';
import { asksForSum } from './conditionAsks.ts';
import { ofLotsBidFor } from './lotsBidFor.ts';

/** Whether several members meet a condition with their means added up, which is for the buyer to allow. */
export function isCombined(condition: Condition): boolean {
  const { metBy } = condition;
  return metBy.kind === 'combined' && metBy.organisationIds.length > 1 && asksForSum(condition);
}

/** What the buyer says of adding up for a condition, and where it says so. */
export interface CombiningRule {
  readonly answer: Combining;
  /** The clarification question that was answered so; `null` where it is what the documents say. */
  readonly clarification: Clarification | null;
}

/** An answer of the buyer goes before the documents, which it clarifies; of several answers the last one. */
export function combiningRule(
  { id, combining }: Pick<Condition, 'id' | 'combining'>,
  { clarifications }: Pick<Bid, 'clarifications'>,
): CombiningRule {
  const answered = clarifications
    .filter((each) => each.conditionId === id && each.answeredOn !== null && each.combining !== 'unknown')
    .toSorted((a, b) => (a.answeredOn ?? '').localeCompare(b.answeredOn ?? ''))
    .at(-1);
  return answered === undefined
    ? { answer: combining, clarification: null }
    : { answer: answered.combining, clarification: answered };
}

/** A condition that the buyer lets members meet combined only where they are all jointly and severally liable, and its rule. */
export interface JointLiabilityAsked extends CombiningRule {
  readonly condition: Condition;
}

/** What makes joint and several liability a must for the lots that are bid for; `null` where nothing does. */
export function jointLiabilityAsked(
  bid: Pick<Bid, 'conditions' | 'clarifications' | 'lotIds'>,
): JointLiabilityAsked | null {
  for (const condition of ofLotsBidFor(bid, bid.conditions)) {
    if (!isCombined(condition)) continue;
    const rule = combiningRule(condition, bid);
    if (rule.answer === 'jointly') return { condition, ...rule };
  }
  return null;
}

/** How far a clarification question is. */
export type ClarificationState = 'draft' | 'sent' | 'answered';

export function clarificationState({
  sentOn,
  answeredOn,
}: Pick<Clarification, 'sentOn' | 'answeredOn'>): ClarificationState {
  if (answeredOn !== null) return 'answered';
  return sentOn === null ? 'draft' : 'sent';
}

/** The number of the next question: one more than the highest of those there are. */
export function nextReference(clarifications: readonly Pick<Clarification, 'reference'>[]): string {
  const numbers = clarifications.map(({ reference }) => Number(/^CQ-(\d+)$/.exec(reference)?.[1] ?? 0));
  return `CQ-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** A question about nothing yet; `about` says what is known of it. */
export function newClarification(
  id: string,
  { clarifications }: Pick<Bid, 'clarifications'>,
  about: Partial<Pick<Clarification, 'text' | 'why' | 'conditionId'>> = {},
): Clarification {
  return {
    id,
    reference: nextReference(clarifications),
    text: '',
    why: '',
    raisedById: null,
    conditionId: null,
    sentOn: null,
    answer: '',
    answeredOn: null,
    combining: 'unknown',
    effect: '',
    ...about,
  };
}

/**
 * The question to ask where the documents do not say whether members may meet an economic condition combined. It quotes the
 * condition and says nothing of who bids or how.
 */
export function combiningQuestion({ text }: Pick<Condition, 'text'>): string {
  const condition = text.trim().replace(/\.$/, '');
  return `The documents ask: “${condition}”. They do not say how this applies to organisations that tender together. Please confirm whether a consortium may meet the condition with the figures of its members added together, and if so on what terms.`;
}

/** Where it says that every member must be jointly and severally liable, at the beginning of a sentence. */
export function jointLiabilitySource({ clarification }: Pick<JointLiabilityAsked, 'clarification'>): string {
  return clarification === null ? 'The tender' : `The answer to ${clarification.reference}`;
}
