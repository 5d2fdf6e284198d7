import type { FactChange } from '../../domain/tender/tenderChanges.ts';
import { formatLocalDate, isLocalDate, type LocalDate } from '../../domain/time/localDate.ts';
import { at, each, type Field, partlyReadOf, text, texts } from './fields.ts';
import { readDate } from './publishedDates.ts';

/** That a notice ends a procurement, or gives up some of its lots. */
export interface NoticeEnding {
  /** The notice's numbers of the lots that are given up; `null` where that is all of it. */
  readonly lots: readonly string[] | null;
  readonly on: LocalDate | null;
  /** In the notice's words, `''` where it gives none. */
  readonly reason: string;
}

const endedStatuses = new Set(['cancelled', 'withdrawn', 'unsuccessful', 'terminated', 'discontinued', 'abandoned']);

/** Whether the status of a tender, a lot or an award says that nothing comes of it. */
export function hasEnded(stage: Field): boolean {
  return endedStatuses.has(text(at(stage, 'status')).toLowerCase());
}

/**
 * Whether a notice ends the procurement (Procurement Act 2023 s.55), and for which lots. A procurement termination notice (UK12) says
 * so by its type alone: in half of them the status of the tender says something else.
 */
export function readEnding(
  release: Field,
  tags: readonly string[],
  noticeType: string | null,
  clockIsMarkedUtc: boolean,
): NoticeEnding | null {
  const tender = at(release, 'tender');
  const awards = each(at(release, 'awards')).map((award) => ({ award, ended: hasEnded(award) }));
  // Award notices of the older rules call the lots cancelled whose contracts they award.
  const awarded = new Set(awards.filter(({ ended }) => !ended).flatMap(({ award }) => texts(at(award, 'relatedLots'))));
  const lots = each(at(tender, 'lots')).map((lot) => {
    const number = text(at(lot, 'id'));
    const ended = hasEnded(lot) && !awarded.has(number);
    return { number, ended, isActive: awarded.has(number) || text(at(lot, 'status')) === 'active' };
  });
  const given = awards.filter(({ ended }) => ended).map(({ award }) => award);
  const isTermination = noticeType === 'UK12' || tags.includes('tenderCancellation');
  const statusEnds = hasEnded(tender) && awards.every(({ ended }) => ended);
  const endedLots = [
    ...new Set([
      ...lots.filter(({ ended }) => ended).map(({ number }) => number),
      ...given.flatMap((award) => texts(at(award, 'relatedLots'))),
    ]),
  ].filter((number) => !awarded.has(number));
  const goesOn = lots.some(({ number, isActive }) => isActive && !endedLots.includes(number));
  const nothingAwarded = awards.length > 0 && awards.every(({ ended }) => ended);
  const isWhole = statusEnds
    ? !goesOn
    : isTermination
      ? !(goesOn && endedLots.length > 0)
      : (lots.length > 0 && lots.every(({ number }) => endedLots.includes(number))) ||
        (nothingAwarded && (endedLots.length === 0 || lots.length === 0) && !goesOn);
  if (!isWhole && endedLots.length === 0) return null;
  const details = [at(tender, 'statusDetails'), ...given.map((award) => at(award, 'statusDetails'))].map(text);
  return {
    lots: isWhole ? null : endedLots,
    on: readFinalDay([tender, ...given], clockIsMarkedUtc),
    reason: [...new Set(details)].filter((words) => words !== '').join('\n'),
  };
}

/** Contracts that a notice says have ended (UK11), for reading: whoever watches them may expect a new tender. */
export function readContractEndings(release: Field): readonly FactChange[] {
  return each(at(release, 'contracts')).flatMap((contract) => {
    if (!hasEnded(contract)) return [];
    const codes = each(at(contract, 'terminationRationaleClassifications')).map((code) => text(at(code, 'id')));
    const details = [...codes, text(at(contract, 'statusDetails'))].filter((words) => words !== '');
    const ended = text(at(partlyReadOf(contract.value), 'implementation', 'endDate')).slice(0, 10);
    const on = isLocalDate(ended) ? ` on ${formatLocalDate(ended)}` : '';
    const to = `has ended${on}${details.length === 0 ? '' : `: ${details.join(', ')}`}`;
    return [{ what: `Contract ${text(at(contract, 'id'))}`, from: '', to }];
  });
}

/** Read without noting it, so that it is also listed among the dates. */
function readFinalDay(stages: readonly Field[], clockIsMarkedUtc: boolean): LocalDate | null {
  const meaning = { kind: null, label: '', lotNumber: null, precision: 'day' } as const;
  const days = stages
    .map(({ value }) => readDate(at(partlyReadOf(value), 'finalStatusDate'), meaning, clockIsMarkedUtc)?.due)
    .flatMap((due) => (due?.kind === 'day' ? [due.on] : []));
  return days.toSorted().at(-1) ?? null;
}
