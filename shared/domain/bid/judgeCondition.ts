import type { Pence } from '../basics/money.ts';
import type { Lot } from '../tender/tender.ts';
import type { Condition } from './bid.ts';
import type { BidInput } from './bidInput.ts';
import { leadOf } from './bidMembers.ts';
import { judgeEntry, type Judgement, thoseMeeting } from './conditions.ts';
import { reckonTurnover, turnoverAskedFor, type TurnoverReckoning } from './turnover.ts';

type Input = Pick<BidInput, 'bid' | 'tender' | 'organisations'>;

/** The lots a condition is about: its own, or all that are bid for. */
export function lotsOfCondition({ lotId }: Pick<Condition, 'lotId'>, { bid, tender }: Input): readonly Lot[] {
  return tender.lots.filter(({ id }) => (lotId === null ? bid.lotIds.includes(id) : id === lotId));
}

/** The turnover that a condition comes to for some lots, without VAT; `null` where it was not entered or cannot be reckoned. */
export function turnoverOfCondition({ turnover }: Pick<Condition, 'turnover'>, lots: readonly Lot[]): Pence | null {
  if (turnover === null) return null;
  return turnover.kind === 'sum' ? turnover.pence : turnoverAskedFor(lots, turnover.times);
}

/**
 * Whether the bid meets a condition by what was entered and, where the turnover asked for is known, by the newest accounts
 * of those who are named: arithmetic never makes a condition pass, and a sum that falls short never lets it.
 */
export function judgeCondition(condition: Condition, input: Input): Judgement {
  const entered = judgeEntry(condition, input.bid);
  const reckoning = reckoningOf(condition, input);
  if (reckoning === null || entered.verdict === 'fail') return entered;
  const { short } = reckoning.together;
  if (short !== null && short > 0) return { verdict: 'fail', reason: 'turnoverShort' };
  return short === null && entered.verdict === 'pass' ? { verdict: 'unknown', reason: 'turnoverUnknown' } : entered;
}

/**
 * Whom the bid relies on for a condition. Where the turnover asked for is known it is reckoned: those without whom the others
 * named fall short, or all of them where each could be spared but not all. Otherwise those named other than the lead. Where
 * the lead is named alone nobody is relied on (Procurement Act 2023 s.72(6)), and a guarantor is never an associated person
 * (s.26(4)).
 */
export function reliedUpon(condition: Condition, input: Input): readonly string[] {
  if (condition.metBy.kind === 'guarantor') return [];
  const lead = leadOf(input.bid)?.organisationId;
  const named = thoseMeeting(condition).filter((id) => id !== lead);
  const reckoning = reckoningOf(condition, input);
  if (reckoning === null || reckoning.together.short === null || reckoning.together.short > 0) return named;
  const needed = reckoning.members.filter((member) => member.reliedUpon && member.organisationId !== lead);
  if (needed.length > 0) return needed.map(({ organisationId }) => organisationId);
  const short = reckoning.members.find(({ organisationId }) => organisationId === lead)?.short ?? null;
  return short !== null && short <= 0 ? [] : named;
}

/**
 * The turnover of those named, held against what is asked for; `null` where there is nothing to hold it against, or where
 * somebody named is no part of the sum: in reserve, a guarantor, or gone.
 */
function reckoningOf(condition: Condition, input: Input): TurnoverReckoning | null {
  const named = thoseMeeting(condition);
  if (condition.kind !== 'economic' || condition.metBy.kind === 'guarantor' || named.length === 0) return null;
  const asked = turnoverOfCondition(condition, lotsOfCondition(condition, input));
  if (asked === null) return null;
  const members = input.bid.members.filter(
    ({ organisationId, role }) => named.includes(organisationId) && role !== 'reserve' && role !== 'guarantor',
  );
  return members.length < named.length ? null : reckonTurnover(asked, members, input.organisations);
}
