import type { Question } from '../../../../../shared/domain/bid/bid.ts';
import { emptyRichText } from '../../../../../shared/domain/bid/richText.ts';

/** A question of which nothing is known yet but what `known` says. */
export function newQuestion(id: string, known: Partial<Question> = {}): Question {
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
    ...known,
  };
}
