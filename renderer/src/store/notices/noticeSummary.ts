import { dayOf, endOf } from '../../../../shared/domain/time/countdown.ts';
import type { DeadlineKind, Due } from '../../../../shared/domain/tender/deadline.ts';
import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import type { TenderValue } from '../../../../shared/domain/tender/tender.ts';
import type { MappedRelease, NoticeFacts } from '../../../../shared/interchange/ocds/mappedRelease.ts';
import type { ReleaseOutline } from '../../../../shared/interchange/ocds/outlineRelease.ts';

/** One line of the list of notices. */
export interface NoticeSummary extends Pick<NoticeFacts, 'title' | 'noticeType' | 'regions'> {
  /** See `noticeKey`. */
  readonly key: string;
  readonly ocid: string;
  readonly releaseId: string;
  /** The buyer's name. */
  readonly buyer: string;
  readonly value: TenderValue;
  /** Codes only. */
  readonly cpv: readonly string[];
  readonly lots: number;
  /** A UTC instant, `''` where the release does not say. */
  readonly publishedAt: string;
  /** Until when tenders or requests to participate are taken, whichever is first; `null` where no such date is given. */
  readonly due: Due | null;
  /** The moment from which that is too late, a UTC instant; `''` where there is none. */
  readonly endsAt: string;
  /** It ends its procurement. Absent in rows written before this was read. */
  readonly ends?: boolean;
  /** Everything that a search looks through, folded. */
  readonly haystack: string;
}

/** What a release is known by: its number is unique only within its procurement. */
export function noticeKey({ ocid, releaseId }: Pick<MappedRelease, 'ocid' | 'releaseId'>): string {
  return `${ocid} ${releaseId}`;
}

/** The line of a release, however far it was read. */
export function summariseNotice(release: ReleaseOutline): NoticeSummary {
  const { ocid, releaseId, facts, lots, ending } = release;
  const { title, noticeType, regions, buyer, value, cpv, reference } = facts;
  const due = closingOf(release);
  const searchable = [
    title,
    buyer.name,
    reference,
    ocid,
    releaseId,
    ...cpv.flatMap(({ code, description }) => [code, description]),
  ];
  return {
    key: noticeKey(release),
    ocid,
    releaseId,
    title,
    noticeType,
    regions,
    value,
    buyer: buyer.name,
    cpv: cpv.map(({ code }) => code),
    lots: lots.length,
    publishedAt: release.publishedAt ?? '',
    due,
    endsAt: due === null ? '' : endOf(due).toISOString(),
    ends: ending !== null && ending.lots === null,
    haystack: foldText(searchable.join('\n')),
  };
}

/** Until when a notice says tenders or requests are taken: as it corrects the time, else as its fields give it. */
function closingOf({ dates, corrections }: ReleaseOutline): Due | null {
  const ofKind = (kind: DeadlineKind) => dates.find((date) => date.kind === kind);
  const own = ofKind('participation') ?? ofKind('submission');
  const corrected = corrections.flatMap(({ kind, from, to }) => {
    // A form has one time limit, for requests to participate where there are two stages.
    const isOfOwn = own?.kind === kind || (kind === 'submission' && ofKind('submission') === undefined);
    const isOldDate = kind === null && own !== undefined && from !== null && dayOf(from) === dayOf(own.due);
    const begins = own === undefined && kind === 'participation';
    return to !== null && (isOfOwn || isOldDate || begins) ? [to] : [];
  });
  const [first] = corrected.toSorted((a, b) => endOf(a).getTime() - endOf(b).getTime());
  return first ?? own?.due ?? null;
}
