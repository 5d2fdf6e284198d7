import { oncePerText, plainText, type RichText } from './richText.ts';

/**
 * What an answer is worth to an evaluator. `none`: nothing that can be seen. `placeholder`: a word that stands for an answer to
 * come, such as "TBC". `notApplicable`: "N/A" without a reason, which buyers mark as no answer.
 */
export type AnswerState = 'none' | 'placeholder' | 'notApplicable' | 'answered';

/** Spaces of every kind, controls, marks without a letter to stand on, and letters of Unicode that have no shape. */
const unseen = /[\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\u115f\u1160\u2800\u3164\uffa0]+/gu;

/** Whether a text shows nothing, whatever invisible characters it holds. */
export function isBlank(text: string): boolean {
  return text.replaceAll(unseen, '') === '';
}

const notApplicableWords = /(?<!\p{L})(?:n ?[/\\.] ?a|not applicable|does not apply|na)(?!\p{L})/giu;

const placeholderWords =
  /^(?:t ?b ?[acd]|todo|to do|to follow|pending|awaited|to be (?:advised|agreed|added|completed|confirmed|decided|inserted|provided|written)|(?:answer|text|draft) to follow|x{2,}|lorem ipsum.*)$/iu;

export const answerState = oncePerText((answer): AnswerState => {
  const text = plainText(answer);
  if (isBlank(text)) return 'none';
  const words = text.replaceAll(unseen, ' ').trim();
  const bare = wordsIn(words);
  if (bare === '' && !/\p{S}/u.test(words)) return 'placeholder';
  if (placeholderWords.test(bare)) return 'placeholder';
  const reason = wordsIn(words.replaceAll(notApplicableWords, ' '));
  return reason !== bare && reason.split(' ').length < 2 ? 'notApplicable' : 'answered';
});

/** Letters and figures alone, one space between them. */
function wordsIn(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether an answer holds "TBC", "TBD" or a gap in brackets somewhere in its words. */
export function holdsGap(answer: RichText): boolean {
  return /\bTB[CD]\b|\[(?:insert|add|tb[cd]|name|date|number|figure|xx+|\.{2,}|…)[^\]]*\]/i.test(plainText(answer));
}
