import { erasedWords, type Person } from './person.ts';

/**
 * What finds a person in text: whole names, e-mail addresses and phone numbers, never inside a longer one ("Ann" neither in
 * "Anna" nor in "Ann-Marie", ann@example.org not in joann@example.org). `null` where nothing is known of the person.
 */
export function mentionPattern({ names, emails, phones }: Pick<Person, 'names' | 'emails' | 'phones'>): RegExp | null {
  const patterns = [
    ...longestFirst(names).map(namePattern),
    ...longestFirst(emails).map(emailPattern),
    ...longestFirst(phones.filter((phone) => digitsOf(phone).length >= 6)).map(phonePattern),
  ];
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'giu');
}

/** The text without the person. */
export function withoutMentions(text: string, pattern: RegExp | null): string {
  return pattern === null ? text : text.replaceAll(pattern, erasedWords);
}

export function mentions(text: string, pattern: RegExp | null): boolean {
  return pattern !== null && text.search(pattern) !== -1;
}

/**
 * JSON with its texts mapped, everything between them word for word. Names of fields stay, and so do codes: a codelist of OCDS has
 * single words that begin with a small letter ("works", "openTender").
 */
export function mapJsonTexts(json: string, map: (text: string) => string): string {
  return json.replaceAll(
    /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/g,
    (whole: string, literal: string, colon: string | undefined) => {
      if (colon !== undefined || /^"\p{Ll}[\p{L}\p{N}]*"$/u.test(literal)) return whole;
      const text: unknown = JSON.parse(literal);
      const mapped = typeof text === 'string' ? map(text) : text;
      return mapped === text ? whole : JSON.stringify(mapped);
    },
  );
}

const around = 40;

/** The first mention with the words around it. */
export function excerpt(text: string, pattern: RegExp | null): string {
  const at = pattern === null ? 0 : Math.max(0, text.search(pattern));
  const from = Math.max(0, at - around);
  const to = at + 2 * around;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ').trim()}${to < text.length ? ' …' : ''}`;
}

/** Of two that begin alike the longer has to be tried first, or its end would be left. */
function longestFirst(texts: readonly string[]): readonly string[] {
  return texts.toSorted((a, b) => b.length - a.length);
}

function namePattern(name: string): string {
  const words = name.trim().split(/\s+/).map(escaped).join('\\s+');
  // Not in parts of an e-mail address either, which has a pattern of its own.
  return `(?<![\\p{L}\\p{N}\\p{M}@]|[\\p{L}\\p{N}][-’'._])${words}(?![\\p{L}\\p{N}\\p{M}@]|-\\p{L})`;
}

function emailPattern(email: string): string {
  return `(?<![\\p{L}\\p{N}._%+-])${escaped(email)}(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])`;
}

/** The same digits, however they are grouped. */
function phonePattern(phone: string): string {
  const plus = phone.trim().startsWith('+') ? '\\+' : '';
  return `(?<![\\p{N}+])${plus}\\(?${digitsOf(phone).replaceAll(/(?<=\d)(?=\d)/g, '[\\s().-]*')}(?!\\p{N})`;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
