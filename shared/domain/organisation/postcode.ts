import type { Check } from '../basics/check.ts';

/** What is doubtful, or wrong, about a postcode. */
export type PostcodeProblem = 'notBritish' | 'tooLong';

/** The longest postal code in use anywhere has 10 characters; more than this is part of an address. */
const longest = 20;

/**
 * A postcode in capitals with one space before its last three characters. Blank is fine, since not every address has one;
 * what is not of the British form is kept as typed and doubted, because a member may sit abroad. Whether a postcode
 * exists is not known here.
 */
export function checkPostcode(typed: string): Check<PostcodeProblem> {
  const text = typed.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const compact = text.replaceAll(' ', '').toUpperCase();
  if (compact === '') return { verdict: 'valid', value: '' };
  if (/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact)) {
    return { verdict: 'valid', value: `${compact.slice(0, -3)} ${compact.slice(-3)}` };
  }
  if (text.length > longest) return { verdict: 'invalid', problem: 'tooLong' };
  return { verdict: 'unusual', value: text, doubt: 'notBritish' };
}

/** What to tell a person about a postcode that is refused or doubted. */
export function postcodeProblemSentence(problem: PostcodeProblem): string {
  return problem === 'tooLong'
    ? 'This is too long for a postcode. Put the rest of the address in the address field.'
    : 'This is not the form of a UK postcode, such as B1 1AA. It is kept as typed.';
}
