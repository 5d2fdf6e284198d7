import type { LocalDate } from '../../domain/time/localDate.ts';
import type { AwardCriterion, ConditionText, ContractLength, Cpv } from '../../domain/tender/tender.ts';
import { at, each, type Field, isGiven, remark, ternary, text } from './fields.ts';
import { readValue } from './mapMoney.ts';
import type { NoticeLot } from './mappedRelease.ts';
import { type NoticeDate, readDate } from './publishedDates.ts';

/** CPV codes and regions of one list of items, for the whole and for each lot. */
export interface Scope {
  readonly cpv: readonly Cpv[];
  readonly regions: readonly string[];
}

const nothing: Scope = { cpv: [], regions: [] };

/** What items say, by the number of the lot they belong to; `''` for those that belong to none. */
export function readScopes(items: readonly Field[]): ReadonlyMap<string, Scope> {
  const found = new Map<string, { readonly cpv: Cpv[]; readonly regions: string[] }>();
  for (const item of items) {
    const number = text(at(item, 'relatedLot'));
    const lot = found.get(number) ?? { cpv: [], regions: [] };
    found.set(number, lot);
    for (const code of [at(item, 'classification'), ...each(at(item, 'additionalClassifications'))]) {
      lot.cpv.push(...readCpv(code));
    }
    for (const address of each(at(item, 'deliveryAddresses'))) {
      const region = text(at(address, 'region'));
      if (region !== '') lot.regions.push(region);
    }
  }
  return new Map(
    [...found].map(([lot, { cpv, regions }]) => [lot, { cpv: uniqueCodes(cpv), regions: unique(regions) }]),
  );
}

export function wholeScope(scopes: ReadonlyMap<string, Scope>, further: readonly Cpv[]): Scope {
  const all = [...scopes.values()];
  return {
    cpv: uniqueCodes([...further, ...all.flatMap(({ cpv }) => cpv)]),
    regions: unique(all.flatMap(({ regions }) => regions)),
  };
}

/** A classification, if it is one of the Common Procurement Vocabulary; a check digit is cut off. */
export function readCpv(field: Field): readonly Cpv[] {
  const scheme = text(at(field, 'scheme')).toUpperCase();
  const given = text(at(field, 'id'));
  if (given === '' || (scheme !== 'CPV' && scheme !== '')) return [];
  const code = /^(\d{8})(?:-\d)?$/.exec(given)?.[1];
  if (code === undefined) {
    remark(at(field, 'id'), `“${given}” is not a CPV code of eight digits, so it is not used.`);
    return [];
  }
  return [{ code, description: text(at(field, 'description')) }];
}

/** Lots, and the dates of their contracts. */
export function readLots(
  tender: Field,
  scopes: ReadonlyMap<string, Scope>,
  clockIsMarkedUtc: boolean,
): { readonly lots: readonly NoticeLot[]; readonly dates: readonly NoticeDate[] } {
  const forAll = readConditions(at(tender, 'selectionCriteria'));
  const dates: NoticeDate[] = [];
  const lots = each(at(tender, 'lots')).map((lot, index) => {
    const given = text(at(lot, 'id'));
    if (given === '') remark(lot, `This lot has no number: it is called ${index + 1} after its place.`);
    const number = given === '' ? String(index + 1) : given;
    const contract = readContract(lot, number, clockIsMarkedUtc);
    dates.push(...contract.dates);
    const title = text(at(lot, 'title'));
    const description = text(at(lot, 'description'));
    const value = readValue(at(lot, 'value'));
    const terms = readTerms(lot, contract, scopes.get(number) ?? nothing, forAll);
    return Object.assign({ number, title, description, value }, terms);
  });
  for (const repeated of repeats(lots.map(({ number }) => number))) {
    remark(at(tender, 'lots'), `Lot ${repeated} stands here more than once.`);
  }
  return { lots, dates };
}

/** The contract as one lot: what the notice says of it as a whole. */
export function readWhole(
  tender: Field,
  facts: Pick<NoticeLot, 'title' | 'description' | 'value'>,
  scope: Scope,
  clockIsMarkedUtc: boolean,
): { readonly whole: NoticeLot; readonly dates: readonly NoticeDate[] } {
  const contract = readContract(tender, null, clockIsMarkedUtc);
  return { whole: { number: '1', ...facts, ...readTerms(tender, contract, scope, []) }, dates: contract.dates };
}

interface Contract extends Pick<NoticeLot, 'contractStart' | 'contractEnd' | 'maximumEnd' | 'duration'> {
  readonly dates: readonly NoticeDate[];
}

function readContract(field: Field, lotNumber: string | null, clockIsMarkedUtc: boolean): Contract {
  const period = at(field, 'contractPeriod');
  const read = (key: string, kind: 'contractStart' | 'contractEnd', label: string) =>
    readDate(at(period, key), { kind, label, lotNumber, precision: 'day' }, clockIsMarkedUtc);
  const start = read('startDate', 'contractStart', 'Contract starts');
  const end = read('endDate', 'contractEnd', 'Contract ends');
  const maximum = read('maxExtentDate', 'contractEnd', 'Contract ends at the latest');
  return {
    contractStart: day(start),
    contractEnd: day(end),
    maximumEnd: day(maximum),
    duration: readLength(period),
    dates: [start, end, maximum].filter((date) => date !== null),
  };
}

const units = { durationInDays: 'days', durationInMonths: 'months', durationInYears: 'years' } as const;

/** How long a contract runs, where a notice gives a number instead of days. */
function readLength(period: Field): ContractLength | null {
  for (const key of ['durationInDays', 'durationInMonths', 'durationInYears'] as const) {
    const field = at(period, key);
    if (!isGiven(field)) continue;
    const count = Number(text(field));
    if (Number.isFinite(count) && count > 0) return { count, unit: units[key] };
    remark(field, `“${text(field)}” is not a length of time, so it is not used.`);
  }
  return null;
}

/** A date read for its day. */
function day(date: NoticeDate | null): LocalDate | null {
  return date?.due.kind === 'day' ? date.due.on : null;
}

function readTerms(
  lot: Field,
  { contractStart, contractEnd, maximumEnd, duration }: Contract,
  { cpv, regions }: Scope,
  conditionsForAll: readonly ConditionText[],
): Omit<NoticeLot, 'number' | 'title' | 'description' | 'value'> {
  return {
    contractStart,
    contractEnd,
    maximumEnd,
    duration,
    cpv,
    regions,
    smeSuitable: ternary(at(lot, 'suitability', 'sme')),
    vcseSuitable: ternary(at(lot, 'suitability', 'vcse')),
    awardCriteria: readAwardCriteria(at(lot, 'awardCriteria')),
    conditions: [...readConditions(at(lot, 'selectionCriteria')), ...conditionsForAll],
  };
}

const criterionKinds = ['quality', 'price', 'cost'] as const;

function readAwardCriteria(field: Field): readonly AwardCriterion[] {
  const criteria = each(at(field, 'criteria')).map((criterion): AwardCriterion => {
    const type = text(at(criterion, 'type'));
    const name = text(at(criterion, 'name'));
    const description = text(at(criterion, 'description'));
    const numbers = each(at(criterion, 'numbers')).map(readWeight);
    // Older notices put the bare weight where others describe.
    const isWeight = numbers.length === 0 && /^\d+(?:\.\d+)?\s*%?$/.test(description);
    return {
      kind: criterionKinds.find((kind) => kind === type) ?? 'other',
      name,
      detail: isWeight ? '' : description,
      weight: isWeight ? description : numbers.join(', '),
    };
  });
  const inWords = [text(at(field, 'description')), text(at(field, 'weightingDescription'))]
    .filter((words) => words !== '')
    .map((detail): AwardCriterion => ({ kind: 'other', name: '', detail, weight: '' }));
  return [...criteria, ...inWords];
}

function readWeight(field: Field): string {
  const number = text(at(field, 'number'));
  const meaning = text(at(field, 'weight'));
  return meaning === 'percentageExact' ? `${number}%` : `${number} (${meaning})`;
}

function readConditions(field: Field): readonly ConditionText[] {
  return each(at(field, 'criteria')).flatMap((criterion) => {
    const type = text(at(criterion, 'type'));
    const kind = type === 'economic' || type === 'technical' ? type : 'other';
    const parts = [text(at(criterion, 'description')), text(at(criterion, 'minimum'))].filter((part) => part !== '');
    return parts.length === 0 ? [] : [{ kind, text: parts.join('\n') }];
  });
}

function uniqueCodes(codes: readonly Cpv[]): readonly Cpv[] {
  const byCode = new Map<string, Cpv>();
  for (const cpv of codes) {
    const known = byCode.get(cpv.code);
    if (known === undefined || known.description === '') byCode.set(cpv.code, cpv);
  }
  return [...byCode.values()];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function repeats(values: readonly string[]): readonly string[] {
  return unique(values.filter((value, index) => values.indexOf(value) !== index));
}
