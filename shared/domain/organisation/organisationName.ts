import { err, ok, type Result } from '../basics/result.ts';

/** Why a legal name cannot be taken as it is. */
export type NameProblem =
  { readonly kind: 'empty' } | { readonly kind: 'tooLong'; readonly characters: number; readonly most: number };

/** Companies House takes names of up to 160 characters; trusts and foreign bodies have longer ones. */
const most = 500;

/** Control characters, lone surrogates (which no file can hold), and marks that make following text run the other way. */
const neverPartOfAName = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A legal name fit to store: any script, emoji and markup stay as typed; line breaks and tabs become spaces, control
 * characters go. Refused when nothing visible is left, or beyond 500 characters (code points), so that lists and signature
 * blocks stay usable; the caller keeps what was typed.
 */
export function checkName(typed: string): Result<string, NameProblem> {
  const name = typed
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(neverPartOfAName, '')
    .trim();
  if (/^[\p{Z}\p{Cf}\p{M}]*$/u.test(name)) return err({ kind: 'empty' });
  const characters = Array.from(name).length;
  return characters > most ? err({ kind: 'tooLong', characters, most }) : ok(name);
}

/** What to tell a person whose name was refused. */
export function nameProblemSentence(problem: NameProblem): string {
  if (problem.kind === 'empty') return 'Type the legal name exactly as it is registered.';
  const characters = problem.characters.toLocaleString('en-GB');
  return `This name has ${characters} characters; Muster holds up to ${problem.most}. What you typed is still here: shorten it, or move the rest to the notes.`;
}
