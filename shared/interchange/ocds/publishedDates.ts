import type { DeadlineKind, Due } from '../../domain/tender/deadline.ts';
import { clockAt, instantAt, london } from '../../domain/time/instant.ts';
import { isLocalDate } from '../../domain/time/localDate.ts';
import { type Field, pathOf, remark, text } from './fields.ts';

/** How a published date was made an instant. */
export const resolutions = {
  offset: 'The notice gives the offset from UTC.',
  utc: 'The notice gives UTC.',
  noZone: 'The notice gives no zone: read as time in London.',
  clockMarkedUtc: 'Marked as UTC, but this service writes UK clock time: read as time in London.',
  dayOnly: 'The notice gives a day without a time.',
} as const;
type Resolution = keyof typeof resolutions;

/** A date that a notice gives. */
export interface NoticeDate {
  /** What it is a deadline for; `null` for dates that are only listed. */
  readonly kind: DeadlineKind | null;
  readonly label: string;
  /** The notice's number of the lot, `null` for the whole. */
  readonly lotNumber: string | null;
  /** The way to the field in the release. */
  readonly path: string;
  /** The text as published. */
  readonly original: string;
  /** UTC; for a day the first moment of it in London. */
  readonly at: string;
  readonly due: Due;
  readonly resolution: Resolution;
}

/**
 * What a date is read for. `clock`: its time of day decides, and doubts about it are remarked. `day`: only the day counts.
 * `listed`: whichever was published, without remarks.
 */
export interface DateMeaning extends Pick<NoticeDate, 'kind' | 'label' | 'lotNumber'> {
  readonly precision: 'clock' | 'day' | 'listed';
}

/**
 * Services whose `Z` is not UTC: Public Contracts Scotland and Sell2Wales mark UK clock time so, which shows in summer (noon deadlines
 * are 12:00:00Z, not 11:00:00Z). Read as UTC a summer deadline would come out an hour late.
 */
const clockMarkedUtc = ['ocds-r6ebe6-', 'ocds-kuma6s-'];

export function marksClockAsUtc(ocid: string): boolean {
  return clockMarkedUtc.some((prefix) => ocid.startsWith(prefix));
}

/** Its groups are the day, the time and the zone. */
const published =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d+)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** A date at a field, or `null` where there is none or it makes no sense (which is then remarked). */
export function readDate(field: Field, meaning: DateMeaning, clockIsMarkedUtc: boolean): NoticeDate | null {
  const original = text(field);
  if (original === '') return null;
  const [, day = '', time = null, zone = null] = published.exec(original) ?? [];
  if (!isLocalDate(day)) {
    remark(field, `“${original}” is not a date in the published form, so it is not used.`);
    return null;
  }
  if (day < '1990' || day > '2200') {
    remark(field, `“${original}” stands for no date, so it is not used.`);
    return null;
  }
  const { precision, ...rest } = meaning;
  const { at, resolution } = resolve(field, day, time, zone?.toUpperCase() ?? null, precision, clockIsMarkedUtc);
  if (precision === 'clock' && time === null) remark(field, 'The notice gives no time of day. Ask the buyer.');
  const asDay = time === null || precision === 'day' || (precision === 'listed' && isEdgeOfDay(time));
  const due: Due = asDay ? { kind: 'day', on: dayMeant(day, time, at) } : { kind: 'instant', at, zone: london };
  return { ...rest, path: pathOf(field), original, at, due, resolution };
}

/** Days are published as their first or last moment, often with a wrong zone: then the day counts as it is written. */
function dayMeant(day: string, time: string | null, at: string): string {
  return time === null || isEdgeOfDay(time) ? day : clockAt(at, london).slice(0, 10);
}

function isEdgeOfDay(time: string): boolean {
  return time.startsWith('00:00') || time.startsWith('23:59');
}

function resolve(
  field: Field,
  day: string,
  time: string | null,
  zone: string | null,
  precision: DateMeaning['precision'],
  clockIsMarkedUtc: boolean,
): Pick<NoticeDate, 'at' | 'resolution'> {
  if (time === null) return { at: instantAt(`${day}T00:00`, london).at, resolution: 'dayOnly' };
  const local = `${day}T${time}`;
  const doubts = precision === 'clock';
  if (doubts && time.startsWith('00:00')) {
    remark(field, '00:00 is the first moment of this day; the end of it may be meant. Ask the buyer.');
  }
  if (zone === null) {
    const { at, shown } = instantAt(local, london);
    if (doubts && shown === 'never') remark(field, 'The clocks in London skip this time that night. Ask the buyer.');
    if (doubts && shown === 'twice') {
      remark(field, 'The clocks in London show this time twice that night; the first was taken. Ask the buyer.');
    }
    return { at, resolution: 'noZone' };
  }
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const asWritten = {
    at: new Date(`${local}${offset}`).toISOString(),
    resolution: zone === 'Z' ? 'utc' : 'offset',
  } as const;
  if (!doubts) return asWritten;
  const inLondon = clockAt(asWritten.at, london).slice(11, 16);
  if (inLondon === time.slice(0, 5)) return asWritten;
  if (zone === 'Z' && clockIsMarkedUtc) {
    const clock = `${time.slice(0, 5)} in London`;
    remark(field, `Read as ${clock}, though marked as UTC (${inLondon} in London): this service writes UK clock time.`);
    return { at: instantAt(local, london).at, resolution: 'clockMarkedUtc' };
  }
  remark(
    field,
    `Written as ${time.slice(0, 5)} with ${zone}, which is ${inLondon} in London. Check it with the buyer.`,
  );
  return asWritten;
}
