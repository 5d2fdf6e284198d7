import { addDays, formatISO, parseISO } from 'date-fns';
import type { LocalDate } from '../time/localDate.ts';

/** The kinds of personal data that a workspace holds, each with a retention period of its own. */
export const personalDataKinds = {
  contacts: 'Contacts of organisations',
  signatories: 'People who sign for a bid',
} as const;
export type PersonalDataKind = keyof typeof personalDataKinds;

/**
 * How long personal data of one kind is kept after the relation ended or, where there was none, after it was last used.
 * No law names a period: personal data is kept no longer than is necessary for its purpose (UK GDPR art. 5(1)(e)), and
 * what is necessary the organisation decides and can give the reason for. Where it has not, nothing becomes due.
 */
export interface RetentionRule {
  readonly id: PersonalDataKind;
  readonly days: number;
  /** Why so long, in the words of who decided it. */
  readonly reason: string;
}

/** Why personal data was erased. */
export const erasureReasons = {
  request: 'The person asked for it (UK GDPR art. 17)',
  retentionOver: 'It has been kept as long as was decided',
  other: 'Another reason',
} as const;
export type ErasureReason = keyof typeof erasureReasons;

/** What still needs somebody's data: nothing any more since a day, or a bid that runs. */
export type Relation = { readonly kind: 'ended'; readonly on: LocalDate } | { readonly kind: 'running' };

/** The day on which personal data becomes due for erasure; `null` while it is needed, or where no period was decided. */
export function dueForErasure(relation: Relation, rule: RetentionRule | undefined): LocalDate | null {
  if (rule === undefined || relation.kind === 'running') return null;
  return formatISO(addDays(parseISO(relation.on), rule.days), { representation: 'date' });
}
