import { isBlank } from './answerState.ts';
import type { AnswerLimit, Question } from './bid.ts';
import { oncePerText, paragraphsIn, plainInlines, plainText, type RichText } from './richText.ts';

/** The length of an answer in the three ways that buyers and portals count. */
export interface TextLength {
  /**
   * Runs of characters between spaces, as Word counts; headings, list items and cells of tables count, bullets and numbers
   * do not.
   */
  readonly words: number;
  /** Characters as a person counts them (an emoji is one), spaces included, line breaks not. */
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
}

export const lengthOf = oncePerText((text): TextLength => {
  const written = text.content.flatMap(paragraphsIn).map(plainInlines).join('\n');
  const words = written.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  const lines = written.replaceAll(/\p{Cc}/gu, '');
  return {
    words: words.length,
    characters: graphemes(lines),
    charactersWithoutSpaces: graphemes(words.join('')),
  };
});

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** Letters of the Latin alphabet, punctuation and signs: each is one character, which is quicker to say. */
const ones = /^[\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u2070-\u20bf]*$/;

function graphemes(text: string): number {
  if (ones.test(text)) return text.length;
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

/**
 * Whether it is not known that an answer keeps its limit: the limit is in pages, which show only in the finished document.
 * Nothing may call such an answer within its limit; somebody has to look.
 */
export function limitUnknown({ answer, limit }: Pick<Question, 'answer' | 'limit'>): boolean {
  return limit.kind === 'pages' && limit.value > 0 && !isBlank(plainText(answer));
}
