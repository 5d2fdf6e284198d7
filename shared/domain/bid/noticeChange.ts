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
 * Whether the notice no longer asks what a condition was taken from, so that what was judged of it must be judged again;
 * `null` where nothing changed or the condition was never in a notice. Where the words were not noted when it was taken
 * over, a condition counts as taken from a notice that holds its text word for word.
 */
export function noticeChangeOf(
  { text, noticeText }: Pick<Condition, 'text' | 'noticeText'>,
  lots: readonly Lot[],
  { source }: Pick<Tender, 'source'>,
): NoticeChange | null {
  const words = noticeText ?? text;
  if (keyOf(words) === '' || lots.some((lot) => lot.conditions.some((asked) => isSameText(asked.text, words)))) {
    return null;
  }
  const releases = source.kind === 'manual' ? [] : source.releases;
  const published = releases.toSorted((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''));
  const last = published.findLastIndex(({ json }) => json.includes(JSON.stringify(words).slice(1, -1)));
  if (last === -1 && noticeText === undefined) return null;
  return { on: publicationDay(published[last + 1] ?? published.at(-1)) };
}

function publicationDay(release: KeptRelease | undefined): LocalDate | null {
  return release?.publishedAt == null ? null : today(new Date(release.publishedAt), london);
}

function keyOf(text: string): string {
  return foldText(text).replaceAll(/\s+/g, ' ').trim();
}
