import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import type { AddressFilters } from '../../ui/useAddressFilters.ts';
import type { NoticeSummary } from '../../store/notices/noticeSummary.ts';

/** What a list of notices shows, as its address says it. */
export interface NoticesView {
  readonly text: string;
  /** `UK4`, …; `''` for every type, `other` for notices without a type, which are those of other rules than the Act. */
  readonly type: string;
  /** Only those that still take tenders or requests to participate, of procurements that no notice has ended. */
  readonly open: boolean;
}

/** Reads `?q=…&type=UK4&open=1`. */
export function viewFrom({ text, value }: AddressFilters): NoticesView {
  return { text, type: value('type'), open: value('open') === '1' };
}

export function isFiltered({ text, type, open }: NoticesView): boolean {
  return text !== '' || type !== '' || open;
}

export function filterNotices(
  notices: readonly NoticeSummary[],
  { text, type, open }: NoticesView,
  now: Date,
): readonly NoticeSummary[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const at = now.toISOString();
  const ended = endings(notices);
  return notices.filter(
    (notice) =>
      (type === '' || (notice.noticeType ?? 'other') === type) &&
      (!open || (notice.endsAt > at && (ended.get(notice.ocid) ?? '') <= notice.publishedAt)) &&
      words.every((word) => notice.haystack.includes(word)),
  );
}

/** The procurements that a notice has ended, each with when it was last published. */
function endings(notices: readonly NoticeSummary[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { ends, ocid, publishedAt } of notices) {
    if (ends === true && ocid !== '' && publishedAt > (latest.get(ocid) ?? '')) latest.set(ocid, publishedAt);
  }
  return latest;
}

/** The types that occur, each with how often, in their order. */
export function typesIn(
  notices: readonly NoticeSummary[],
): readonly { readonly value: string; readonly label: string }[] {
  const counts = new Map<string, number>();
  for (const { noticeType } of notices) {
    const type = noticeType ?? 'other';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([value, count]) => {
      const name = value === 'other' ? 'Not typed' : `${value} ${noticeNames[value] ?? ''}`.trim();
      return { value, label: `${name} (${count.toLocaleString('en-GB')})` };
    });
}

function orderOf(type: string): number {
  return type === 'other' ? 99 : Number(type.replace(/\D/g, ''));
}

/** What the notices of the Procurement Act 2023 are called (Procurement Regulations 2024). */
export const noticeNames: Readonly<Record<string, string>> = {
  UK1: 'Pipeline',
  UK2: 'Preliminary market engagement',
  UK3: 'Planned procurement',
  UK4: 'Tender',
  UK5: 'Transparency',
  UK6: 'Contract award',
  UK7: 'Contract details',
  UK8: 'Contract payment',
  UK9: 'Contract performance',
  UK10: 'Contract change',
  UK11: 'Contract termination',
  UK12: 'Procurement termination',
  UK13: 'Dynamic market intention',
  UK14: 'Dynamic market establishment',
  UK15: 'Dynamic market modification',
  UK16: 'Dynamic market cessation',
  UK17: 'Payments compliance',
};
