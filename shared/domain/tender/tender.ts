import type { AttachedFile } from '../basics/attachedFile.ts';
import type { PublishedAward } from './award.ts';
import type { Deadline } from './deadline.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { Pence } from '../basics/money.ts';
import type { Ternary } from '../organisation/organisation.ts';

/** The law that a procurement runs under. */
export const regimes = {
  pa2023: 'Procurement Act 2023',
  legacy: 'Older rules (Public Contracts Regulations 2015)',
  scotland: 'Scottish procurement law',
  psrEngland: 'Provider Selection Regime, England',
  psrWales: 'Provider Selection Regime, Wales',
  unknown: 'Not known',
} as const;
export type Regime = keyof typeof regimes;

/** Who buys, as thresholds part them (Procurement Act 2023, Schedule 1). */
export type AuthorityKind = 'central' | 'subCentral' | 'utility' | 'unknown';

/** Rules of their own (Procurement Act 2023 ss.6-9). */
export type SpecialRegime = 'lightTouch' | 'concession' | 'utilities' | 'defence';

export type MainCategory = 'goods' | 'services' | 'works' | 'unknown';

export const tenderStates = {
  watching: 'Watching',
  bidding: 'Bidding',
  submitted: 'Submitted',
  won: 'Won',
  lost: 'Lost',
  noBid: 'No bid',
  closed: 'Closed',
  terminated: 'Terminated by the buyer',
} as const;
type TenderState = keyof typeof tenderStates;

/** A value as the notice gives it. `null` is not given; a notice's zero means that too. */
export interface TenderValue {
  /** Without VAT. */
  readonly net: Pence | null;
  /** With VAT; what thresholds are measured against. */
  readonly gross: Pence | null;
  /** ISO 4217, such as `GBP`; hundredths of it are counted, whatever it is called. */
  readonly currency: string;
}

/** An entry of the Common Procurement Vocabulary 2008: eight digits, without the check digit. */
export interface Cpv {
  readonly code: string;
  /** As the notice words it, `''` where it gives only the code. */
  readonly description: string;
}

export interface AwardCriterion {
  readonly kind: 'quality' | 'price' | 'cost' | 'other';
  readonly name: string;
  /** What the notice adds to the name. */
  readonly detail: string;
  /** As given: `60%`, or words; `''` where none is given. */
  readonly weight: string;
}

/** A condition of participation in the notice's own words. */
export interface ConditionText {
  readonly kind: 'economic' | 'technical' | 'other';
  readonly text: string;
}

/** How long a contract runs where a notice gives a number and no days. */
export interface ContractLength {
  readonly count: number;
  readonly unit: 'days' | 'months' | 'years';
}

/** That the buyer ends a procurement, or gives up a lot, without a contract (Procurement Act 2023 s.55). */
export interface Ending {
  /** When it was decided, where the notice says. */
  readonly on: LocalDate | null;
  /** In the notice's words, `''` where it gives none. */
  readonly reason: string;
  /** Where this is known from, for people. */
  readonly source: string;
}

/** Something in a notice that no reader understood: a date, or words that the procurement ends. */
export interface NotUnderstood {
  /** The way to the field in the notice, such as `tender.amendments[0].description`. */
  readonly path: string;
  readonly words: string;
}

export interface Lot {
  readonly id: string;
  /** The notice's own number for the lot; releases of one procurement are matched by it. */
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly value: TenderValue;
  readonly contractStart: LocalDate | null;
  readonly contractEnd: LocalDate | null;
  /** The latest end with every option and renewal used. */
  readonly maximumEnd: LocalDate | null;
  /** Where a notice gives the length instead of days. Absent in rows written before this was read. */
  readonly duration?: ContractLength | null | undefined;
  /** Set where the buyer gave up this lot. Absent as above. */
  readonly ended?: Ending | null | undefined;
  readonly cpv: readonly Cpv[];
  readonly regions: readonly string[];
  readonly smeSuitable: Ternary;
  readonly vcseSuitable: Ternary;
  readonly awardCriteria: readonly AwardCriterion[];
  readonly conditions: readonly ConditionText[];
}

export interface Buyer {
  readonly name: string;
  /** Schemes as published, such as `GB-PPON`. */
  readonly identifiers: readonly { readonly scheme: string; readonly id: string }[];
  readonly address: string;
  readonly authority: AuthorityKind;
}

/** A release kept word for word beside what was understood of it. */
export interface KeptRelease {
  readonly id: string;
  /** As `Tender.noticeType`. */
  readonly noticeType: string | null;
  /** When it was published, a UTC instant; `null` where it does not say. */
  readonly publishedAt: string | null;
  readonly json: string;
  readonly importedAt: string;
  /** It amends an earlier notice of its type. Absent in rows written before this was read. */
  readonly isUpdate?: boolean | undefined;
  /** The awards it states, without those that were given up. Absent as above, and where it lists none at all. */
  readonly awards?: readonly PublishedAward[] | undefined;
  /** What of it was not understood, for a person to look at. Absent as above. */
  readonly notUnderstood?: readonly NotUnderstood[] | undefined;
}

type TenderSource =
  | { readonly kind: 'manual' }
  /** `releases` in the order of import; `releaseId` is the one whose facts the tender shows. */
  | { readonly kind: 'ocds'; readonly releaseId: string; readonly releases: readonly KeptRelease[] };

export const tenderDocumentKinds = {
  instructions: 'Invitation to tender (ITT)',
  specification: 'Specification',
  questionnaire: 'Selection questionnaire (PSQ)',
  contract: 'Contract terms',
  pricing: 'Pricing schedule',
  evaluation: 'Evaluation method',
  clarification: 'Clarifications',
  other: 'Other',
} as const;
export type TenderDocumentKind = keyof typeof tenderDocumentKinds;

/** A document of the buyer's, kept as it came. */
export interface TenderDocument {
  readonly id: string;
  readonly file: AttachedFile;
  readonly kind: TenderDocumentKind;
  /** When it was attached, a UTC instant. */
  readonly attachedAt: string;
  /** By what the buyer has replaced it, in the team's words; `''` while it stands. */
  readonly supersededBy: string;
}

/** A procurement that the team watches or bids for. */
export interface Tender {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The buyer's own reference, `''` where none is given. */
  readonly reference: string;
  /** The Open Contracting ID that joins every notice of one procurement. */
  readonly ocid: string | null;
  readonly buyer: Buyer;
  /** `UK1` to `UK17` (Procurement Regulations 2024), `null` for notices of the older rules. */
  readonly noticeType: string | null;
  readonly regime: Regime;
  readonly aboveThreshold: Ternary;
  readonly specialRegimes: readonly SpecialRegime[];
  readonly category: MainCategory;
  /** In the notice's words, such as `Below threshold - open competition`. */
  readonly procedure: string;
  /** Why the tendering period is shortened, in the notice's words, such as `Qualifying planned procurement notice`; `''` if it gives no reason. */
  readonly acceleration: string;
  /** Whether tenders may be sent electronically, which shortens the lawful tendering period (s.54(4)). */
  readonly electronicSubmission: Ternary;
  /** Whether every tender document came with the tender notice, which shortens it too; no notice says so, a person does. */
  readonly documentsWithNotice: Ternary;
  readonly cpv: readonly Cpv[];
  /** As given: NUTS-style codes from `UK` to `UKJ12`, or names. */
  readonly regions: readonly string[];
  readonly value: TenderValue;
  readonly lots: readonly Lot[];
  readonly deadlines: readonly Deadline[];
  /**
   * The revision of each date that was changed after it was entered, by `Deadline.id`: see `revisionOf`. The store counts it
   * whenever a row is written; undo does not take it back. A date without one counts by its amendments.
   */
  readonly dateRevisions?: Readonly<Record<string, number>>;
  /** How to submit, in the notice's words. */
  readonly submission: string;
  /** For whom the contract is reserved, in sentences. Absent in rows written before this was read. */
  readonly reservations?: readonly string[] | undefined;
  /** Set where the buyer ended the procurement. Absent as above. */
  readonly ended?: Ending | null | undefined;
  readonly source: TenderSource;
  /** In the order in which they were attached. */
  readonly documents: readonly TenderDocument[];
  readonly state: TenderState;
}
