import type { Pence } from '../basics/money.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { Condition } from './bid.ts';
import { leadOf } from './bidMembers.ts';
import { combiningRule } from './clarifications.ts';
import { asksOf } from './conditionAsks.ts';
import { howTogether, thoseMeeting } from './conditions.ts';
import { certificateFinding, insuranceFinding } from './judgeCover.ts';
import { daysThatCount, type JudgingInput, lotsOfCondition, turnoverOfCondition } from './judgeCondition.ts';
import { firstMinimalSets, inSomeMinimalSet, mostCandidates } from './minimalSets.ts';
import { lastTurnover } from './turnover.ts';

/** On whom a bid relies for a condition; where that is unknown, those on whom it may, and why it is not known. */
export type Reliance =
  | {
      readonly kind: 'known';
      readonly organisationIds: readonly string[];
      /** A few of the smallest sets that meet the condition with the lead, where they were calculated from figures. */
      readonly sets: readonly (readonly string[])[];
    }
  | { readonly kind: 'unknown'; readonly organisationIds: readonly string[]; readonly why: string };

/**
 * On whom the bid relies for a condition: every member in some minimal set that meets it together with the lead, within
 * the members that the bid names for it, where it names any. Where the lead meets it alone nobody is relied upon, whatever
 * was entered (Procurement Act 2023 s.72(6)), and a guarantor never is (s.26(4)). Whether turnovers may be added up is for
 * the buyer to say (s.22(8)): while it is open, so is this, unless both answers come to the same.
 */
export function relianceOf(condition: Condition, input: JudgingInput, today: LocalDate): Reliance {
  const { metBy } = condition;
  if (metBy.kind === 'guarantor' || metBy.kind === 'notMet') return relies([]);
  const asks = asksOf(condition);
  const asksForCover = asks.insurances.length + asks.certificates.length > 0;
  if (asks.turnover !== null && asksForCover) {
    return unknown(candidates(condition, input), 'It asks for several things: make a condition of each.');
  }
  if (asks.turnover !== null) return relianceForTurnover(condition, input, today);
  return asksForCover ? relianceForCover(condition, input, today) : relianceAsEntered(condition, input);
}

/** The members that may be relied upon: those named, or all where nobody is; without the lead, reserves and guarantors. */
function candidates(condition: Condition, { bid }: JudgingInput): readonly string[] {
  const named = thoseMeeting(condition);
  return bid.members
    .filter(({ role }) => role !== 'lead' && role !== 'reserve' && role !== 'guarantor')
    .map(({ organisationId }) => organisationId)
    .filter((id) => named.length === 0 || named.includes(id));
}

function relianceForTurnover(condition: Condition, input: JudgingInput, today: LocalDate): Reliance {
  const asked = turnoverOfCondition(condition, lotsOfCondition(condition, input));
  const others = candidates(condition, input);
  if (asked === null) return unknown(others, 'How much turnover is asked for is not known.');
  const lead = leadOf(input.bid)?.organisationId;
  const own = lead === undefined ? 0 : lastTurnover(input.organisations, lead, today);
  if (own !== null && own >= asked) return relies([]);
  const turnovers = others.map((id) => lastTurnover(input.organisations, id, today));
  const known = turnovers.filter((turnover) => turnover !== null);
  if (own === null || known.length < turnovers.length) {
    return unknown(others, 'The last turnover of one of them is not recorded.');
  }
  const alone = others.filter((_, at) => (known[at] ?? 0) >= asked);
  const { answer } = combiningRule(condition, input.bid);
  if (answer === 'refused')
    return relies(
      alone,
      alone.map((id) => [id]),
    );
  const added = addedUp(asked - own, others, known);
  if (added.kind === 'unknown' || answer !== 'unknown' || isSame(added.organisationIds, alone)) return added;
  return unknown(added.organisationIds, 'It depends on whether the buyer lets turnovers be added up: ask.');
}

function addedUp(need: Pence, others: readonly string[], turnovers: readonly Pence[]): Reliance {
  const stands = inSomeMinimalSet(need, turnovers);
  if (stands === null) {
    const why = `More than ${mostCandidates} members could matter, which is not calculated: name those who meet it.`;
    return unknown(others, why);
  }
  const sets = firstMinimalSets(need, turnovers, 6).map((set) => set.flatMap((at) => others[at] ?? []));
  return relies(
    others.filter((_, at) => stands[at]),
    sets,
  );
}

/**
 * Each must hold cover of its own: one that the lead holds relies on nobody, else it relies on whoever holds it. A promise
 * is that of those who are named: it says nothing of the others, who count by what they hold.
 */
function relianceForCover(condition: Condition, input: JudgingInput, today: LocalDate): Reliance {
  const days = daysThatCount(lotsOfCondition(condition, input), input, today);
  const { insurances, certificates } = asksOf(condition);
  const named = thoseMeeting(condition);
  const holds = (id: string): boolean | null => {
    const organisation = input.organisations.find((each) => each.id === id);
    if (organisation === undefined) return false;
    const state = named.length === 0 || named.includes(id) ? condition.state : 'held';
    const verdicts = new Set([
      ...insurances.map((asked) => insuranceFinding(organisation, asked, state, days).verdict),
      ...certificates.map((asked) => certificateFinding(organisation, asked, state, days).verdict),
    ]);
    if (verdicts.has('fail')) return false;
    return verdicts.has('unknown') ? null : true;
  };
  const lead = leadOf(input.bid)?.organisationId;
  const leadHolds = lead === undefined ? false : holds(lead);
  if (leadHolds === true) return relies([]);
  const others = candidates(condition, input);
  const able = others.filter((id) => holds(id) !== false);
  if (able.length === 0) return relies([]);
  return leadHolds === null || able.some((id) => holds(id) === null)
    ? unknown(able, 'Whether each of them holds it is not known.')
    : relies(
        able,
        able.map((id) => [id]),
      );
}

/** Nothing can be compared: those named beside the lead, or nobody where the lead alone meets it or each must by itself. */
function relianceAsEntered(condition: Condition, { bid, ...input }: JudgingInput): Reliance {
  const named = thoseMeeting(condition);
  const lead = leadOf(bid)?.organisationId;
  const leadMeets = lead !== undefined && named.includes(lead);
  if (named.length === 0 || (leadMeets && howTogether(condition) === 'each')) return relies([]);
  return relies(candidates(condition, { bid, ...input }));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function relies(organisationIds: readonly string[], sets: readonly (readonly string[])[] = []): Reliance {
  return { kind: 'known', organisationIds, sets };
}

function unknown(organisationIds: readonly string[], why: string): Reliance {
  return organisationIds.length === 0 ? relies([]) : { kind: 'unknown', organisationIds, why };
}
