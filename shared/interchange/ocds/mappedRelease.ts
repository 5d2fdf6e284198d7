import type { PublishedAward } from '../../domain/tender/award.ts';
import type { Lot, NotUnderstood, Tender } from '../../domain/tender/tender.ts';
import type { FactChange } from '../../domain/tender/tenderChanges.ts';
import type { Remark } from './fields.ts';
import type { Correction } from './mapCorrections.ts';
import type { NoticeEnding } from './mapEnding.ts';
import type { NoticeDate } from './publishedDates.ts';

/** A lot as a notice gives it. */
export type NoticeLot = Omit<Lot, 'id' | 'ended'>;

/** What a tender takes over from a notice as it stands. */
export type NoticeFacts = { readonly reservations: readonly string[] } & Pick<
  Tender,
  | 'title'
  | 'description'
  | 'reference'
  | 'buyer'
  | 'noticeType'
  | 'regime'
  | 'aboveThreshold'
  | 'specialRegimes'
  | 'category'
  | 'procedure'
  | 'acceleration'
  | 'electronicSubmission'
  | 'cpv'
  | 'regions'
  | 'value'
  | 'submission'
>;

/** One release of a notices file: what was understood, what was doubted, and what was not used. */
export interface MappedRelease {
  /** `''` where the release names no procurement; it can then be joined to no other. */
  readonly ocid: string;
  /** The notice number; made of ocid and date where the service gives none. */
  readonly releaseId: string;
  /** As published: `tender`, `tenderUpdate`, `award`… */
  readonly tags: readonly string[];
  /** A UTC instant, `null` where the release does not say. */
  readonly publishedAt: string | null;
  /** It amends an earlier notice: the procurement began before it. */
  readonly isUpdate: boolean;
  /** `null` where it lists no award at all, not even one that was given up. */
  readonly awards: readonly PublishedAward[] | null;
  /** Dates that it corrects in words. */
  readonly corrections: readonly Correction[];
  /** What it says of its own changes, for reading. */
  readonly said: readonly FactChange[];
  /** That it ends the procurement or gives up lots; `null` where it does neither. */
  readonly ending: NoticeEnding | null;
  /** It calls for tenders: a procurement that had ended goes on. */
  readonly isCall: boolean;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly facts: NoticeFacts;
  readonly lots: readonly NoticeLot[];
  /** The whole contract as a single lot, for notices that name no lots. */
  readonly whole: NoticeLot;
  readonly dates: readonly NoticeDate[];
  readonly remarks: readonly Remark[];
  /** Paths without list positions of everything that was not used, such as `tender.documents[].url`. */
  readonly unused: readonly string[];
  /** The release as JSON. */
  readonly json: string;
}
