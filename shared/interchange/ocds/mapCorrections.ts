import type { DeadlineKind, Due } from '../../domain/tender/deadline.ts';
import type { FactChange } from '../../domain/tender/tenderChanges.ts';
import { at, each, type Field, isGiven, pathOf, text } from './fields.ts';
import { datesInText } from './datesInText.ts';
import { type NoticeDate, readDate } from './publishedDates.ts';

/** A date that a notice corrects in words, apart from the fields in which dates are published. */
export interface Correction {
  /** The way to the entry in the release. */
  readonly path: string;
  /** What is corrected, as far as section or label tell; `null` where only the old date can. */
  readonly kind: DeadlineKind | null;
  readonly lotNumber: string | null;
  readonly from: Due | null;
  /** `null`: the new value names no date, or several. */
  readonly to: Due | null;
  /** The words of the notice: where, old and new. */
  readonly words: string;
  /** The new value as published. */
  readonly original: string;
}

/** What a notice says of its own changes. */
export interface Amendments {
  readonly corrections: readonly Correction[];
  /** Everything it says, for reading. */
  readonly said: readonly FactChange[];
  /** The fields of descriptions, which may speak of dates or of an ending. */
  readonly descriptions: readonly Field[];
  /** Dates in fields of their own. */
  readonly dates: readonly NoticeDate[];
}

/** Reads the amendments of a release: corrections of the older rules are published as old and new values (form F14). */
export function readAmendments(release: Field, clockIsMarkedUtc: boolean): Amendments {
  const corrections: Correction[] = [];
  const said: FactChange[] = [];
  const descriptions: Field[] = [];
  const dates: NoticeDate[] = [];
  const stages = [release, at(release, 'tender'), ...each(at(release, 'awards')), ...each(at(release, 'contracts'))];
  for (const amendment of stages.flatMap((stage) => each(at(stage, 'amendments')))) {
    for (const field of [at(amendment, 'description'), at(amendment, 'rationale')]) {
      if (text(field) === '') continue;
      descriptions.push(field);
      said.push({ what: 'The notice says of its changes', from: '', to: text(field) });
    }
    for (const change of each(at(amendment, 'unstructuredChanges'))) {
      const { correction, fact, fields } = readChange(change, clockIsMarkedUtc);
      said.push(fact);
      dates.push(...fields);
      if (correction !== null) corrections.push(correction);
    }
  }
  return { corrections, said, descriptions, dates };
}

interface Change {
  readonly correction: Correction | null;
  readonly fact: FactChange;
  readonly fields: readonly NoticeDate[];
}

function readChange(change: Field, clockIsMarkedUtc: boolean): Change {
  const section = text(at(change, 'where', 'section'));
  const label = text(at(change, 'where', 'label'));
  const lot = [
    at(change, 'relatedLot'),
    ...each(at(change, 'relatedLots')),
    ...each(at(change, 'where', 'relatedLots')),
  ]
    .map(text)
    .find((number) => number !== '');
  const from = readValue(at(change, 'oldValue'), clockIsMarkedUtc);
  const to = readValue(at(change, 'newValue'), clockIsMarkedUtc);
  const what = ['Correction of', section, label].filter((part) => part !== '').join(' ');
  const fact = { what: what === 'Correction of' ? 'Correction' : what, from: from.words, to: to.words };
  const fields = [...from.fields, ...to.fields];
  const isSameDate = from.due !== null && JSON.stringify(from.due) === JSON.stringify(to.due);
  if (isSameDate || (!to.speaksOfDates && !from.speaksOfDates)) return { correction: null, fact, fields };
  const words = `${fact.what}: ${[from.words, to.words].filter((part) => part !== '').join(' → ')}`;
  const correction: Correction = {
    path: pathOf(change),
    kind: kindOf(section, label),
    lotNumber: lot ?? null,
    from: from.due,
    to: to.due,
    words,
    original: to.words,
  };
  return { correction, fact, fields };
}

interface Value {
  readonly words: string;
  /** The one date that it names. */
  readonly due: Due | null;
  readonly speaksOfDates: boolean;
  readonly fields: readonly NoticeDate[];
}

function readValue(value: Field, clockIsMarkedUtc: boolean): Value {
  const date = at(value, 'date');
  const words = text(at(value, 'text'));
  const codes = each(at(value, 'classifications')).map((code) => text(at(code, 'id')));
  const meaning = { kind: null, label: 'Corrected date', lotNumber: null, precision: 'clock' } as const;
  const read = readDate(date, meaning, clockIsMarkedUtc);
  const said = [text(date), words, ...codes].filter((part) => part !== '').join(', ');
  if (read !== null) return { words: said, due: read.due, speaksOfDates: true, fields: [read] };
  const found = datesInText(words);
  const [only, another] = found;
  return {
    words: said,
    due: only !== undefined && another === undefined ? only.due : null,
    speaksOfDates: found.length > 0 || isGiven(date),
    fields: [],
  };
}

/** The sections of the standard forms (F02, F05, F14) in which dates stand. */
const sections: Readonly<Record<string, DeadlineKind>> = {
  'IV.2.2': 'submission',
  'IV.2.3': 'invitation',
  'IV.2.6': 'validityEnd',
  'IV.2.7': 'opening',
};

/** Words of labels, the more telling first: the time limit of a form is for tenders or for requests to participate. */
const labels: readonly (readonly [RegExp, DeadlineKind])[] = [
  [/opening|opened/i, 'opening'],
  [/tenders? or requests? to participate/i, 'submission'],
  [/participat|expressions? of interest|selection questionnaire|\b[SP]Q+\b/i, 'participation'],
  [/clarification|enquir|quer(?:y|ies)|questions?/i, 'questions'],
  [/invitation/i, 'invitation'],
  [/valid|must (?:maintain|hold)/i, 'validityEnd'],
  [/standstill/i, 'standstillEnd'],
  [/time limit|closing|deadline|receipt|return|submission|tenders? due|tender period/i, 'submission'],
];

function kindOf(section: string, label: string): DeadlineKind | null {
  const bySection = sections[/[IVX]+\.\d+(?:\.\d+)?/i.exec(section)?.[0].toUpperCase() ?? ''];
  return bySection ?? labels.find(([words]) => words.test(label))?.[1] ?? null;
}
