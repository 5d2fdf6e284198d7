import type { LocalDate } from '../time/localDate.ts';

/**
 * What a deadline is for. The first group comes from notices; `standstillEnd`, `signature`, `validityEnd` may also be
 * calculated; `internal` is the team's own.
 */
export const deadlineKinds = {
  publication: 'Notice published',
  engagement: 'Market engagement',
  noticeExpected: 'Tender notice expected',
  questions: 'Questions to the buyer',
  participation: 'Request to participate',
  invitation: 'Invitations to tender',
  submission: 'Tenders due',
  opening: 'Tenders opened',
  award: 'Award expected',
  standstillEnd: 'Standstill ends',
  signature: 'Contract signed',
  contractStart: 'Contract starts',
  contractEnd: 'Contract ends',
  validityEnd: 'Offers valid until',
  internal: 'Internal',
} as const;
export type DeadlineKind = keyof typeof deadlineKinds;

/** When: an instant with the zone in which its clock time is read, or a whole day, which ends at midnight. */
export type Due =
  | {
      readonly kind: 'instant';
      /** UTC, as `Date.toISOString` writes it. */
      readonly at: string;
      /** The IANA zone of the buyer, such as `Europe/London`. */
      readonly zone: string;
    }
  | { readonly kind: 'day'; readonly on: LocalDate };

/** What one source says of a deadline. */
export interface DeadlineVersion {
  readonly due: Due;
  /** The text as published or typed. */
  readonly original: string;
  /** For people: `Notice 075962-2026`, `Portal message`, `Entered by hand`. */
  readonly source: string;
  /** When the source said so (a notice: when it was published), a UTC instant. Decides which version counts. */
  readonly statedAt: string;
  /** When Muster was told, a UTC instant. */
  readonly recordedAt: string;
}

/** A date that its owner may move: a list of versions, never a single field. */
export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly label: string;
  /** The lot it belongs to, by `Lot.id`; `null` for the whole tender. */
  readonly lotId: string | null;
  /** Never empty, ordered by `statedAt`: the last one counts. */
  readonly versions: readonly [DeadlineVersion, ...DeadlineVersion[]];
  readonly state: 'open' | 'met' | 'withdrawn';
}
