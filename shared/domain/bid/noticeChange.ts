import { foldText } from '../basics/foldText.ts';
import type { KeptRelease, Lot, Tender } from '../tender/tender.ts';
import { london } from '../time/instant.ts';
import { type LocalDate, today } from '../time/localDate.ts';
import type { Condition } from './bid.ts';

/** The notice that changed what a condition asks; `on` is the day of its publication, `null` where that is not known. */
export interface NoticeChange {
  readonly on: LocalDate | null;
}

/** Whether two texts ask the same in the same words, whatever their case and spacing. */
export function isSameText(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

/**
 * Whether the notice no longer asks what a condition was taken from, of any of the lots that it is about, so that what was
 * judged of it must be judged again; `null` where nothing changed or the condition was never in a notice. A lot that no
 * notice asked it of changed nothing: the bid came to it later. Where the words were not noted when it was taken over, a
 * condition counts as taken from a notice that holds its text word for word.
 */
export function noticeChangeOf(
  { text, noticeText }: Pick<Condition, 'text' | 'noticeText'>,
  lots: readonly Lot[],
  { source }: Pick<Tender, 'source'>,
): NoticeChange | null {
  const words = noticeText ?? text;
  const lacking = lots.filter((lot) => !lot.conditions.some((asked) => isSameText(asked.text, words)));
  if (keyOf(words) === '' || lacking.length === 0) return null;
  const releases = source.kind === 'manual' ? [] : source.releases;
  const published = releases.toSorted((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''));
  const asking = published.map(({ json }) => lotsAsked(json, words));
  const lasts = lacking.map(({ number }) => asking.findLastIndex((asked) => asked === 'all' || asked.includes(number)));
  const last = Math.max(...lasts);
  if (last >= 0) return { on: publicationDay(published[last + 1] ?? published.at(-1)) };
  const isNowhere = asking.every((asked) => asked.length === 0) && lacking.length === lots.length;
  return isNowhere && noticeText !== undefined ? { on: publicationDay(published.at(-1)) } : null;
}

/** The notice's numbers of the lots that a release asks these words of; `all` where they stand outside the lots. */
function lotsAsked(json: string, words: string): 'all' | readonly string[] {
  const lines = words.split('\n').map(keyOf);
  const asks = (part: unknown): boolean => {
    const said = textOf(part);
    return lines.every((line) => said.includes(line));
  };
  const release = parsed(json);
  const tender = fieldOf(release, 'tender');
  const lots = fieldOf(tender, 'lots');
  const listed: readonly unknown[] = Array.isArray(lots) ? lots : [];
  if (listed.length > 0) return listed.filter(asks).map(numberOf);
  return asks(release) ? 'all' : [];
}

function numberOf(lot: unknown): string {
  const id = fieldOf(lot, 'id');
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : null;
}

/** Every text in a part of a notice, for looking words up in. */
function textOf(part: unknown): string {
  if (typeof part === 'string') return keyOf(part);
  return typeof part === 'object' && part !== null ? Object.values(part).map(textOf).join(' ') : '';
}

function publicationDay(release: KeptRelease | undefined): LocalDate | null {
  return release?.publishedAt == null ? null : today(new Date(release.publishedAt), london);
}

function keyOf(text: string): string {
  return foldText(text).replaceAll(/\s+/g, ' ').trim();
}
