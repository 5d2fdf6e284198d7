import type { Due } from '../../domain/tender/deadline.ts';
import { parseClockTime } from '../../domain/time/clockTime.ts';
import { instantAt, london } from '../../domain/time/instant.ts';
import { parseLocalDate } from '../../domain/time/localDate.ts';

/** A date that stands in running text. */
export interface DateInText {
  /** As it stands there. */
  readonly words: string;
  /**
   * By the clock of London; `null` where the words are not a whole date, such as `Tuesday 11th August`, or give a time that
   * is not one moment, such as midnight.
   */
  readonly due: Due | null;
}

const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?!\s+(?:be|have|not|only|also)\b)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b`;
const dayInWords = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+${month}\.?(?:,?[\s-]+(?:\d{4}(?!\s*h(?:ou)?rs)|'?\d{2}(?!\s*(?:[:.]?\d|noon|midday|midnight|[ap]\.?m\b|h(?:ou)?rs))))?`;
const monthFirst = String.raw`${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`;
const inNumbers = String.raw`\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})|\d{1,2}[.-]\d{1,2}[.-]\d{4}`;
const iso = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const time = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|h(?:ou)?rs)?|\d{1,2}\s*[ap]\.?m\b\.?|\d{4}\s*h(?:ou)?rs|(?<=\b(?:at|by)\s)\d{4}(?!\d)|(?:12\s*)?(?:noon|midday|midnight)`;

const dates = new RegExp(
  String.raw`(?:(?<before>${time})\s*(?:\(?(?:GMT|BST|UK time|local time)\)?\s*)?(?:[,;–-]|on|of)?\s*(?:on\s+)?)?\b(?<date>${iso}|${inNumbers}|${dayInWords}|${monthFirst})\b(?:\s*(?:[,;–-]|at|by|\(|@|local time:?|time:?)*\s*(?<after>${time}))?`,
  'gi',
);

/** The dates in a text, ISO or as people in Britain write them, each with the time of day beside it. */
export function datesInText(text: string): readonly DateInText[] {
  return [...text.matchAll(dates)].map(({ 0: words, groups }) => ({
    words: words.trim(),
    due: dueOf(groups?.['date'] ?? '', groups?.['after'] ?? groups?.['before'] ?? null),
  }));
}

function dueOf(date: string, time: string | null): Due | null {
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(date)) {
    const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(date);
    const local = date.replace(' ', 'T');
    const moment = new Date(isZoned ? local : `${local.slice(0, 19)}Z`);
    const isOne = parseLocalDate(date.slice(0, 10)).ok && parseClockTime(date.slice(11, 16)).ok;
    if (!isOne || Number.isNaN(moment.getTime())) return null;
    const at = isZoned ? moment.toISOString() : instantAt(local.slice(0, 19), london).at;
    return { kind: 'instant', at, zone: london };
  }
  const day = parseLocalDate(dayFirst(date));
  if (!day.ok) return null;
  if (time === null) return { kind: 'day', on: day.value };
  const clock = parseClockTime(time);
  return clock.ok ? { kind: 'instant', at: instantAt(`${day.value}T${clock.value}`, london).at, zone: london } : null;
}

/** `August 13, 2026` as `13 August 2026`; dots after a shortened month and `the` say nothing. */
function dayFirst(date: string): string {
  const [, month, day, year] = /^([a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(date) ?? [];
  if (day !== undefined) return `${day} ${month} ${year}`;
  return date
    .replace(/\bthe\s+/i, '')
    .replaceAll(/(?<=[a-z])\./gi, '')
    .replace("'", '');
}
