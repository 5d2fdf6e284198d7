import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import type { NoticeFileProblem } from '../../../shared/interchange/ocds/noticeFileProblem.ts';
import type { NoticeSummary } from '../store/notices/noticeSummary.ts';
import type { StoredNotices } from '../store/notices/storeNotices.ts';

/** What the notices worker can be asked to do; each worker does one job and ends. */
export type NoticesJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'store';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      /** The notices to store, by key. */
      readonly keys: ReadonlySet<string>;
      readonly now: Date;
    };

/** One release of a file as the preview shows it. */
export interface PreviewNotice {
  readonly summary: NoticeSummary;
  readonly dates: MappedRelease['dates'];
  readonly remarks: MappedRelease['remarks'];
  readonly unused: MappedRelease['unused'];
  readonly said: MappedRelease['said'];
  readonly ending: MappedRelease['ending'];
  readonly notUnderstood: MappedRelease['notUnderstood'];
  /** It was imported before. */
  readonly isKnown: boolean;
}

export interface NoticesAnswers {
  read:
    | { readonly kind: 'sound'; readonly remarks: readonly string[] }
    | { readonly kind: 'refused'; readonly problem: NoticeFileProblem };
  store:
    | { readonly kind: 'stored'; readonly stored: StoredNotices }
    | { readonly kind: 'refused'; readonly problem: NoticeFileProblem };
}

/** What the worker posts besides its answer: how far it is (0 to 1), or a part of a preview. */
export type NoticesReport =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'preview'; readonly notices: readonly PreviewNotice[] };
