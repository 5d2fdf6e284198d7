import type { PublishedAward } from '../../domain/tender/award.ts';
import type { Lot, Tender } from '../../domain/tender/tender.ts';
import type { Remark } from './fields.ts';
import type { NoticeDate } from './publishedDates.ts';

/** A lot as a notice gives it. */
export type NoticeLot = Omit<Lot, 'id'>;

/** What a tender takes over from a notice as it stands. */
export type NoticeFacts = Pick<
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
  readonly awards: readonly PublishedAward[];
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
