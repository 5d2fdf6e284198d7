import type { AgreementOptions } from '../agreement/agreementOptions.ts';
import { unreachable } from '../basics/result.ts';
import type { OrganisationField } from '../organisation/missingFact.ts';

/** The place where something is mended, so that a screen can take the user there. */
export type Mend =
  | { readonly record: 'agreement'; readonly field: keyof AgreementOptions }
  | { readonly record: 'bid'; readonly field: BidField }
  | { readonly record: 'member'; readonly organisationId: string; readonly field: MemberField }
  | { readonly record: 'organisation'; readonly organisationId: string; readonly field: OrganisationField }
  | { readonly record: 'requirement' | 'condition' | 'question' | 'clarification'; readonly id: string }
  /** A list of the bid that is still empty. */
  | { readonly record: 'list'; readonly of: 'requirements' | 'conditions' | 'responses' }
  | { readonly record: 'tender'; readonly field: 'title' | 'reference' | 'buyer' | 'deadlines' | 'lots' };

type BidField = 'name' | 'lotIds' | 'structure' | 'shareBase' | 'shares' | 'members' | 'validityDays' | 'signatory';
type MemberField = 'role' | 'responsibilities' | 'signatories';

/** What is wrong, complete in itself, and where it is mended. */
export interface DocumentProblem {
  readonly sentence: string;
  readonly mend: Mend;
}

/** Where something is mended, in the words of the screens: `Team and shares`, `Responses`, `Organisation Hollowell Trust`. */
export function placeOf(mend: Mend, organisations: readonly { readonly id: string; readonly name: string }[]): string {
  switch (mend.record) {
    case 'agreement':
      return 'Documents';
    case 'bid':
    case 'member':
      return 'Team and shares';
    case 'organisation':
      return `Organisation ${organisations.find(({ id }) => id === mend.organisationId)?.name ?? ''}`.trim();
    case 'requirement':
      return 'Requirements';
    case 'condition':
      return 'Conditions';
    case 'question':
      return 'Responses';
    case 'clarification':
      return 'Clarification questions';
    case 'list':
      return { requirements: 'Requirements', conditions: 'Conditions', responses: 'Responses' }[mend.of];
    case 'tender':
      return 'The tender';
    default:
      return unreachable(mend);
  }
}
