import { currentDue } from './amendment.ts';
import { formatLength } from './contractLength.ts';
import { formatDue } from '../time/countdown.ts';
import { formatLocalDate, type LocalDate } from '../time/localDate.ts';
import { formatValue } from './tenderValue.ts';
import type { AwardCriterion, Ending, Lot, Tender } from './tender.ts';

/** Something other than a date that a further notice says differently; texts for reading, `''` for nothing. */
export interface FactChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** What became different of a tender, without its deadlines, whose moves `applyAmendment` tells. */
export function tenderChanges(before: Tender, after: Tender): readonly FactChange[] {
  return changesOf([
    ['Title', before.title, after.title],
    ['Reference', before.reference, after.reference],
    ['Procedure', before.procedure, after.procedure],
    ['Reason for a shorter period', before.acceleration, after.acceleration],
    ['Value', formatValue(before.value), formatValue(after.value)],
    ['Description', before.description, after.description],
    ['How to submit', before.submission, after.submission],
    ['Reserved', (before.reservations ?? []).join('\n'), (after.reservations ?? []).join('\n')],
    ['The procurement', endingWords(before.ended), endingWords(after.ended)],
  ])
    .concat(after.lots.flatMap((lot) => lotChanges(before.lots.find(({ id }) => id === lot.id) ?? null, lot)))
    .concat(withdrawnDates(before, after));
}

/** The dates that were open and do not count any more. */
function withdrawnDates(before: Tender, after: Tender): readonly FactChange[] {
  return after.deadlines
    .filter(
      ({ id, state }) =>
        state === 'withdrawn' && before.deadlines.some((each) => each.id === id && each.state === 'open'),
    )
    .map((deadline) => ({ what: deadline.label, from: formatDue(currentDue(deadline)), to: 'no longer counts' }));
}

function endingWords(ended: Ending | null | undefined): string {
  if (ended === null || ended === undefined) return '';
  const on = ended.on === null ? '' : ` on ${formatLocalDate(ended.on)}`;
  return `terminated by the buyer${on}${ended.reason === '' ? '' : `: ${ended.reason}`}`;
}

function lotChanges(before: Lot | null, after: Lot): readonly FactChange[] {
  const name = `Lot ${after.number || after.title}`;
  if (before === null) return [{ what: name, from: '', to: after.title || 'added' }];
  return changesOf([
    [`${name}: title`, before.title, after.title],
    [`${name}: value`, formatValue(before.value), formatValue(after.value)],
    [`${name}: contract starts`, day(before.contractStart), day(after.contractStart)],
    [`${name}: contract ends`, day(before.contractEnd), day(after.contractEnd)],
    [`${name}: latest end`, day(before.maximumEnd), day(after.maximumEnd)],
    [`${name}: contract runs`, lengthWords(before), lengthWords(after)],
    [`${name}: award`, endingWords(before.ended), endingWords(after.ended)],
    [`${name}: conditions of participation`, conditions(before), conditions(after)],
    [`${name}: award criteria`, criteria(before.awardCriteria), criteria(after.awardCriteria)],
    [`${name}: description`, before.description, after.description],
  ]);
}

function changesOf(facts: readonly (readonly [what: string, from: string, to: string])[]): readonly FactChange[] {
  return facts.filter(([, from, to]) => from !== to).map(([what, from, to]) => ({ what, from, to }));
}

function lengthWords({ duration }: Lot): string {
  return duration === null || duration === undefined ? '' : formatLength(duration);
}

function day(date: LocalDate | null): string {
  return date === null ? '' : formatLocalDate(date);
}

function conditions(lot: Lot): string {
  return lot.conditions.map(({ text }) => text).join('\n');
}

function criteria(list: readonly AwardCriterion[]): string {
  return list.map(({ name, weight }) => `${name} ${weight}`.trim()).join(', ');
}
