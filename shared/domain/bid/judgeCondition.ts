import { formatPounds, type Pence } from '../basics/money.ts';
import { areNewerAccountsDue, lastAccounts } from '../organisation/lastAccounts.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Lot } from '../tender/tender.ts';
import { deadlineLines } from '../tender/tenderSummary.ts';
import { dayOf } from '../time/countdown.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate } from '../time/longDate.ts';
import type { Condition, TurnoverAsked } from './bid.ts';
import { datesOfKind } from './bidDates.ts';
import type { BidInput } from './bidInput.ts';
import { type Asks, asksOf } from './conditionAsks.ts';
import { thoseMeeting } from './conditions.ts';
import { certificateFinding, type DayThatCounts, type DaysThatCount, insuranceFinding } from './judgeCover.ts';
import { judgeEntry } from './judgeEntry.ts';
import { fails, type Finding, isUnknown, type Judgement, judgementOf, passes, type Verdict } from './judgement.ts';
import { ofLotsBidFor } from './lotsBidFor.ts';
import { noticeChangeOf } from './noticeChange.ts';
import { turnoverAskedFor } from './turnover.ts';

/** What a condition is judged by: the bid, its tender, and the organisations in it. */
export type JudgingInput = Pick<BidInput, 'bid' | 'tender' | 'organisations'>;

export interface JudgedCondition {
  readonly condition: Condition;
  readonly judgement: Judgement;
}

/**
 * **The one judgement of a bid's conditions of participation**, those of the lots it is for, for every screen, list and document. What was entered is
 * compared with what is on record: turnover with the last accounts, insurance by kind, amount, basis and dates,
 * certificates by name and dates; and with the notice as it stands. What is on record never makes a condition pass that
 * nobody entered as met, and less than is asked for never lets it. What cannot be compared is unknown, except where a
 * person entered that it is met and wrote what proves it. Only `pass` is met: `committed` is not met yet. `today` is the
 * reader's day.
 */
export function judgeConditions(input: JudgingInput, today: LocalDate): readonly JudgedCondition[] {
  const { bid } = input;
  return ofLotsBidFor(bid, bid.conditions).map((condition) => ({
    condition,
    judgement: judgeCondition(condition, input, today),
  }));
}

/** How many conditions there are of each verdict. */
export function countVerdicts(judged: readonly JudgedCondition[]): Readonly<Record<Verdict, number>> {
  const counts = { pass: 0, committed: 0, unknown: 0, fail: 0 };
  for (const { judgement } of judged) counts[judgement.verdict] += 1;
  return counts;
}

/** The judgement of one condition, as `judgeConditions` gives it. */
export function judgeCondition(condition: Condition, input: JudgingInput, today: LocalDate): Judgement {
  const lots = lotsOfCondition(condition, input);
  const { bid, tender, organisations } = input;
  const [entry, ...others] = judgeEntry(condition, bid, { today, contractStart: firstStart(lots) });
  if (entry === undefined) throw new Error('What was entered is always judged.');
  const change = noticeChangeOf(condition, lots, tender);
  const noticed = change === null ? [] : [changeFinding(change.on)];
  const named = thoseMeeting(condition);
  const isIn = (id: string) => bid.members.some(({ organisationId }) => organisationId === id);
  if (named.length === 0 || !named.every(isIn)) return judgementOf(entry, ...others, ...noticed);
  const known = named.flatMap((id) => organisations.find((organisation) => organisation.id === id) ?? []);
  const gone =
    known.length === named.length
      ? []
      : [fails('noLongerInBid', 'Somebody named is no longer among the organisations: say who meets it now.')];
  return judgementOf(entry, ...others, ...noticed, ...gone, ...recordFindings(condition, input, known, today));
}

function changeFinding(on: LocalDate | null): Finding {
  const which = on === null ? 'The notice' : `The notice of ${formatLongDate(on)}`;
  return isUnknown('noticeChanged', `${which} changed what is asked. Judge it again by the new words.`);
}

/** What is on record for those who are named, compared with everything that is asked for. */
function recordFindings(
  condition: Condition,
  input: JudgingInput,
  known: readonly Organisation[],
  today: LocalDate,
): readonly Finding[] {
  const { state } = condition;
  const asks = asksOf(condition);
  const lots = lotsOfCondition(condition, input);
  const days = daysThatCount(lots, input, today);
  const findings = known.flatMap((organisation) => [
    ...asks.insurances.map((asked) => insuranceFinding(organisation, asked, state, days)),
    ...asks.certificates.map((asked) => certificateFinding(organisation, asked, state, days)),
  ]);
  // Who stands in reserve is no part of the sum, which then says nothing.
  const hasReserve = input.bid.members.some(
    ({ organisationId, role }) => role === 'reserve' && known.some(({ id }) => id === organisationId),
  );
  const turnover =
    asks.turnover === null || hasReserve ? [] : turnoverFindings(known, amountOf(asks.turnover, lots), today);
  const all = [...turnover, ...findings];
  return all.length > 0 || hasReserve ? all : [uncompared(condition)];
}

/** Where there is nothing to compare, a person's word counts with its proof. */
function uncompared({ kind, state, proof }: Condition): Finding {
  if (kind === 'insurance' || kind === 'certificate') {
    return isUnknown(
      'askedUnknown',
      `Which ${kind} is asked for was not understood. Write it under “What is compared”, such as “${examples[kind]}”.`,
    );
  }
  if (state === 'held' && proof.trim() === '') {
    return isUnknown('noProof', 'Nothing on record can be compared with it, and no proof is written.');
  }
  return passes(`Nothing on record can be compared with it. The proof as written: ${proof.trim() || 'none'}`);
}

const examples = { insurance: 'Public liability £5,000,000, any one claim', certificate: 'ISO 9001' } as const;

function turnoverFindings(known: readonly Organisation[], asked: Pence | null, today: LocalDate): readonly Finding[] {
  const accounts = known.map((organisation) => ({ name: organisation.name, last: lastAccounts(organisation, today) }));
  const lines = accounts.map(({ name, last }): Finding => {
    if (last === null)
      return isUnknown('turnoverUnknown', `${name}: no accounts of a year that has ended are recorded.`);
    const words = `${name}: ${formatPounds(last.turnover)} in the year to ${formatLongDate(last.yearEnd)}`;
    return areNewerAccountsDue(last, today)
      ? isUnknown('turnoverOld', `${words}. Newer accounts should exist: record them.`)
      : passes(`${words}.`);
  });
  if (asked === null) {
    const why = 'How much turnover is asked for is not known: enter it, or the value and term of the lots.';
    return [isUnknown('askedUnknown', why), ...lines];
  }
  const total = accounts.reduce((sum, { last }) => sum + (last?.turnover ?? 0), 0);
  if (accounts.some(({ last }) => last === null)) return lines;
  const words = `${formatPounds(total)} ${accounts.length > 1 ? 'together ' : ''}by the last accounts; ${formatPounds(asked)} is asked for`;
  return [total < asked ? fails('turnoverShort', `They fall short: ${words}.`) : passes(`${words}.`), ...lines];
}

/** The lots a condition is about: its own, or all that are bid for. */
export function lotsOfCondition({ lotId }: Pick<Condition, 'lotId'>, { bid, tender }: JudgingInput): readonly Lot[] {
  return tender.lots.filter(({ id }) => (lotId === null ? bid.lotIds.includes(id) : id === lotId));
}

/** The turnover a condition asks for: as it was entered, else as its words say; `null` where neither says how much. */
export function turnoverAskedBy(condition: Condition): TurnoverAsked | null {
  const { turnover } = asksOf(condition);
  return turnover === 'unread' ? null : turnover;
}

/** The turnover that a condition comes to for some lots, without VAT; `null` where it cannot be calculated. */
export function turnoverOfCondition(condition: Condition, lots: readonly Lot[]): Pence | null {
  const asked = turnoverAskedBy(condition);
  return asked === null ? null : amountOf(asked, lots);
}

function amountOf(asked: NonNullable<Asks['turnover']>, lots: readonly Lot[]): Pence | null {
  if (asked === 'unread') return null;
  return asked.kind === 'sum' ? asked.pence : turnoverAskedFor(lots, asked.times);
}

/**
 * The days on which a condition must be met: today, when tenders are due, and when the contract starts; of several lots the
 * last. Days that are not known or have passed are left out.
 */
export function daysThatCount(lots: readonly Lot[], { tender }: JudgingInput, today: LocalDate): DaysThatCount {
  const ids = lots.map(({ id }) => id);
  const due = datesOfKind(deadlineLines(tender), ids, 'submission').map((line) => dayOf(line.due));
  const later = [
    { on: due.toSorted().at(-1) ?? null, what: 'tenders are due' },
    { on: startsOf(lots).at(-1) ?? null, what: 'the contract starts' },
  ].flatMap(({ on, what }): readonly DayThatCounts[] => (on !== null && on > today ? [{ on, what }] : []));
  return [{ on: today, what: 'today' }, ...later.toSorted((a, b) => a.on.localeCompare(b.on))];
}

/** The day by which what is promised must be there: the first start of the contracts for these lots; `null` where none is known. */
export function firstStart(lots: readonly Lot[]): LocalDate | null {
  return startsOf(lots)[0] ?? null;
}

function startsOf(lots: readonly Lot[]): readonly LocalDate[] {
  return lots.flatMap(({ contractStart }) => contractStart ?? []).toSorted();
}
