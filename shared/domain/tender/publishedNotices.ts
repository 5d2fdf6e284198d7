import { currentVersion } from './amendment.ts';
import type { PublishedAward } from './award.ts';
import { dayOf } from '../time/countdown.ts';
import { london } from '../time/instant.ts';
import { type LocalDate, today } from '../time/localDate.ts';
import type { Tender } from './tender.ts';

/** A notice of a procurement, and the day on which it was published in the United Kingdom. */
export interface PublishedNotice {
  /** `UK1` to `UK17`, `null` where it does not say. */
  readonly type: string | null;
  readonly on: LocalDate;
  /** Where this is known from, for people. */
  readonly source: string;
  /** It amends an earlier notice of its type. */
  readonly isUpdate: boolean;
  /** The awards it states, without those that were given up; `null` where they are not known, as of one entered by hand. */
  readonly awards: readonly PublishedAward[] | null;
}

/**
 * The notices that a tender is known to have had, earliest first: those that were imported, and those whose publication was entered by
 * hand as a date that begins with the notice's type ("UK4 published").
 */
export function publishedNotices({ source, deadlines }: Tender): readonly PublishedNotice[] {
  const imported = source.kind === 'manual' ? [] : source.releases;
  return [
    ...imported.flatMap(({ id, noticeType, publishedAt, isUpdate, awards }): readonly PublishedNotice[] =>
      publishedAt === null
        ? []
        : [
            {
              type: noticeType,
              on: today(new Date(publishedAt), london),
              source: `Notice ${id}`,
              isUpdate: isUpdate ?? false,
              awards: awards ?? null,
            },
          ],
    ),
    ...deadlines
      .filter(({ kind, state }) => kind === 'publication' && state !== 'withdrawn')
      .map((deadline): PublishedNotice => {
        const { due, source } = currentVersion(deadline);
        const type = /^UK\d{1,2}\b/.exec(deadline.label)?.[0] ?? null;
        return { type, on: dayOf(due), source, isUpdate: false, awards: null };
      }),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
}
