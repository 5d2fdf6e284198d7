import type { Question } from '../../../../../shared/domain/bid.ts';
import { emptyRichText } from '../../../../../shared/domain/richText.ts';

/** A question of which nothing is known yet. */
export function newQuestion(id: string): Question {
  return {
    id,
    number: '',
    section: '',
    text: '',
    weight: null,
    limit: { kind: 'none', value: 0 },
    ownerOrganisationId: null,
    status: 'notStarted',
    answer: emptyRichText,
    confidential: false,
  };
}
