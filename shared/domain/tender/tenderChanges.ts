import { formatLocalDate, type LocalDate } from '../time/localDate.ts';
import { formatValue } from './tenderValue.ts';
import type { AwardCriterion, Lot, Tender } from './tender.ts';

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
  ]).concat(after.lots.flatMap((lot) => lotChanges(before.lots.find(({ id }) => id === lot.id) ?? null, lot)));
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
    [`${name}: conditions of participation`, conditions(before), conditions(after)],
    [`${name}: award criteria`, criteria(before.awardCriteria), criteria(after.awardCriteria)],
    [`${name}: description`, before.description, after.description],
  ]);
}

function changesOf(facts: readonly (readonly [what: string, from: string, to: string])[]): readonly FactChange[] {
  return facts.filter(([, from, to]) => from !== to).map(([what, from, to]) => ({ what, from, to }));
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
