import { formatPounds } from '../../../../../shared/domain/basics/money.ts';
import { plainText, type RichText } from '../../../../../shared/domain/bid/richText.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { formatInstant } from '../../../ui/time.ts';

/** What a value says to a person. `long`: text of which it is shown what was added and what was taken out. */
export type Said =
  | { readonly kind: 'text' | 'long'; readonly text: string }
  /** Not known, which is not the same as nothing. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'empty' };

/** What ids stand for. */
export interface Names {
  readonly organisation: (id: string) => string;
  readonly capability: (id: string) => string;
  readonly tender: (id: string) => string;
  readonly lot: (id: string) => string;
}

export type Say = (value: unknown, names: Names) => Said;
export type Part = Readonly<Record<string, unknown>>;
export type Fields = Readonly<Record<string, Field>>;

/** A field in plain words: a value; a list of parts with a name each; several fields in one; values by the id of something. */
export type Field =
  | { readonly kind: 'value'; readonly label: string; readonly say: Say }
  | { readonly kind: 'parts'; readonly label: string; readonly of: Parts }
  | { readonly kind: 'group'; readonly label: string; readonly fields: Fields }
  | { readonly kind: 'byId'; readonly label: string; readonly nameOf: NameOfId; readonly say: Say };

type NameOfId = (id: string, names: Names) => string;

interface Parts {
  /** The fields by which the same part is known before and after; those of them that have no words are not shown. */
  readonly identity: readonly string[];
  readonly nameOf: (part: Part, names: Names) => string;
  readonly fields: Fields;
}

export const empty: Said = { kind: 'empty' };
export const unknown: Said = { kind: 'unknown' };

export function said(text: string): Said {
  return text === '' ? empty : { kind: 'text', text };
}

function value(label: string, say: (value: unknown, names: Names) => Said): Field {
  return { kind: 'value', label, say: (one, names) => (one === null || one === undefined ? unknown : say(one, names)) };
}

export function text(label: string): Field {
  return value(label, (one) => said(textOf(one)));
}

export function long(label: string): Field {
  return value(label, (one) => (one === '' ? empty : { kind: 'long', text: textOf(one) }));
}

export function rich(label: string): Field {
  return value(label, (one) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of their own shape
    const plain = plainText(one as RichText);
    return plain === '' ? empty : { kind: 'long', text: plain };
  });
}

export function money(label: string): Field {
  return value(label, (one) => said(formatPounds(Number(one))));
}

export function day(label: string): Field {
  return value(label, (one) => said(formatLocalDate(textOf(one))));
}

export function instant(label: string): Field {
  return value(label, (one) => said(formatInstant(textOf(one))));
}

export function count(label: string, unit: string): Field {
  return value(label, (one) => said(`${Number(one).toLocaleString('en-GB')} ${unit}`.trim()));
}

export function percent(label: string): Field {
  return value(label, (one) => said(`${Number(one).toLocaleString('en-GB')} %`));
}

/** Of basis points: 10,000 are the whole. */
export function share(label: string): Field {
  return value(label, (one) => said(`${(Number(one) / 100).toLocaleString('en-GB')} %`));
}

/** One of a closed set, by its words; a value that this Muster has no words for stands for itself. */
export function choice(label: string, words: Readonly<Partial<Record<string, string>>>): Field {
  return value(label, (one) => (one === 'unknown' ? unknown : said(words[textOf(one)] ?? textOf(one))));
}

export function yesNo(label: string): Field {
  return value(label, (one) => said(one === true || one === 'yes' ? 'yes' : one === 'unknown' ? '' : 'no'));
}

export function ternary(label: string): Field {
  return choice(label, { yes: 'yes', no: 'no' });
}

/** A list of texts, or of what `each` makes of its members. */
export function list(label: string, each: (one: unknown, names: Names) => string = textOf): Field {
  return value(label, (many, names) =>
    said(Array.isArray(many) ? many.map((one: unknown) => each(one, names)).join(', ') : ''),
  );
}

/** What one id stands for; `none` is what it means that there is no id. */
export function reference(label: string, to: keyof Names, none: Said = unknown): Field {
  return {
    kind: 'value',
    label,
    say: (id, names) => (id === null || id === undefined ? none : said(names[to](textOf(id)))),
  };
}

export function references(label: string, to: keyof Names): Field {
  return list(label, (id, names) => names[to](textOf(id)));
}

export function written(label: string, say: (value: unknown, names: Names) => string): Field {
  return value(label, (one, names) => {
    const words = say(one, names);
    return words === '' ? unknown : said(words);
  });
}

export function group(label: string, fields: Fields): Field {
  return { kind: 'group', label, fields };
}

export function parts(label: string, of: Parts): Field {
  return { kind: 'parts', label, of };
}

export function byId(label: string, to: keyof Names, say: Say): Field {
  return { kind: 'byId', label, nameOf: (id, names) => names[to](id), say };
}

export function textOf(one: unknown): string {
  return typeof one === 'string' || typeof one === 'number' ? String(one) : '';
}

const longest = 70;

/** The beginning of a text, as the name of what it belongs to. */
export function beginning(one: unknown, none: string): string {
  const words = textOf(one).replaceAll(/\s+/g, ' ').trim();
  return words === '' ? none : words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
}

export function isPart(one: unknown): one is Part {
  return typeof one === 'object' && one !== null && !Array.isArray(one);
}

/** A field that this Muster has no words for, such as one of a newer one. */
export function fieldWithoutWords(name: string): Field {
  const label = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return value(label, (one) => said(typeof one === 'boolean' ? (one ? 'yes' : 'no') : textOf(one) || 'recorded'));
}
