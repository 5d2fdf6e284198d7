import type { AnswerLimit } from './bid.ts';
import { plainText, type RichText } from './richText.ts';

/** The length of an answer in the three ways that buyers and portals count. */
export interface TextLength {
  /** Runs of characters between spaces, as Word counts; headings and list items count, bullets and numbers do not. */
  readonly words: number;
  /** Characters as a person counts them (an emoji is one), spaces included, line breaks not. */
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
}

export function lengthOf(text: RichText): TextLength {
  const words = plainText(text)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '');
  const lines = plainText(text).replaceAll(/\p{Cc}/gu, '');
  return {
    words: words.length,
    characters: graphemes(lines),
    charactersWithoutSpaces: graphemes(words.join('')),
  };
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

function graphemes(text: string): number {
  if (/^[\u0020-\u02ff]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** How an answer stands against the buyer's limit. `near`: 95% or more of it is used; `notCounted`: it is in pages. */
export interface LimitUse {
  readonly state: 'noLimit' | 'notCounted' | 'within' | 'near' | 'over';
  readonly used: number;
  /** How much is left; negative where the limit is passed, `null` without one that can be counted. */
  readonly left: number | null;
}

/** Buyers do not read past a limit, so that one word too many is over. */
export function limitUse(text: RichText, limit: AnswerLimit): LimitUse {
  const length = lengthOf(text);
  const used = limit.kind === 'characters' ? length.characters : length.words;
  if (limit.kind === 'none' || limit.value <= 0) return { state: 'noLimit', used, left: null };
  if (limit.kind === 'pages') return { state: 'notCounted', used, left: null };
  const left = limit.value - used;
  if (left < 0) return { state: 'over', used, left };
  return { state: used >= limit.value * 0.95 ? 'near' : 'within', used, left };
}
