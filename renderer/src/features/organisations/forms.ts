import type { Check } from '../../../../shared/domain/basics/check.ts';
import {
  checkIdentifier,
  identifierProblemSentence,
  type IdentifierScheme,
  identifierSchemes,
} from '../../../../shared/domain/organisation/identifier.ts';
import { checkName, nameProblemSentence } from '../../../../shared/domain/organisation/organisationName.ts';
import { checkPostcode, postcodeProblemSentence } from '../../../../shared/domain/organisation/postcode.ts';
import { fromResult } from '../../parts/forms.ts';
import type { Reading, TextForm } from '../../ui/textForm.ts';

/** The legal name, exactly as it is registered. */
export const nameForm: TextForm<string> = {
  show: asTyped,
  read: (typed) => fromResult(checkName(typed), nameProblemSentence),
  stored: 'atPause',
};

export const postcodeForm: TextForm<string> = {
  show: asTyped,
  read: (typed) => fromCheck(checkPostcode(typed), postcodeProblemSentence),
  stored: 'whenLeft',
};

export function identifierForm(scheme: IdentifierScheme): TextForm<string> {
  return {
    show: asTyped,
    read: (typed) => fromCheck(checkIdentifier(scheme, typed), identifierProblemSentence),
    stored: 'whenLeft',
    placeholder: identifierSchemes[scheme].example,
  };
}

function asTyped(value: string): string {
  return value;
}

function fromCheck<P>(check: Check<P>, sentence: (problem: P) => string): Reading<string> {
  if (check.verdict === 'invalid') return { ok: false, problem: sentence(check.problem) };
  return { ok: true, value: check.value, remark: check.verdict === 'unusual' ? sentence(check.doubt) : null };
}
