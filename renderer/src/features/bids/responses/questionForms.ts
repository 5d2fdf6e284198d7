import type { AnswerLimit } from '../../../../../shared/domain/bid/bid.ts';
import { parseShare } from '../../../../../shared/domain/bid/shareEntry.ts';
import type { TextForm } from '../../../ui/textForm.ts';

/** The buyer's limit in one field: `500 words`, `2,000 characters`; left blank where there is none. */
export const limitForm: TextForm<AnswerLimit> = {
  show: ({ kind, value }) => (kind === 'none' ? '' : `${value.toLocaleString('en-GB')} ${kind}`),
  read: (typed) => {
    const limit = readLimit(typed);
    return limit === null
      ? { ok: false, problem: 'Type a number of words or characters, such as “500 words” or “2,000 characters”.' }
      : { ok: true, value: limit, remark: null };
  },
  stored: 'whenLeft',
  placeholder: '500 words, or blank',
};

/** A limit as buyers write it; `null` where it cannot be understood. A bare number is of words. */
export function readLimit(typed: string): AnswerLimit | null {
  const text = typed.trim();
  if (text === '' || /^(?:-|–|n\/?a|none|no limit)$/i.test(text)) return { kind: 'none', value: 0 };
  const found =
    /^(?:max(?:imum|\.)?|up to)?\s*(\d[\d,\s]*?)\s*(w(?:ords?)?|c(?:har(?:s|acters?)?)?)?(?:\s*max(?:imum|\.)?)?$/i.exec(
      text,
    );
  const value = Number(found?.[1]?.replaceAll(/[,\s]/g, ''));
  if (!Number.isSafeInteger(value) || value <= 0) return null;
  return { kind: /^c/i.test(found?.[2] ?? '') ? 'characters' : 'words', value };
}

/** A weight in per cent that the buyer may not have given: left blank. */
export const optionalWeightForm: TextForm<number | null> = {
  show: (weight) => (weight === null ? '' : `${weight}%`),
  read: (typed) => {
    if (typed.trim() === '') return { ok: true, value: null, remark: null };
    const weight = parseShare(typed);
    return weight.ok
      ? { ok: true, value: weight.value / 100, remark: null }
      : { ok: false, problem: 'A weight is a percentage from 0 to 100, such as 15 or 7.5.' };
  },
  stored: 'whenLeft',
  placeholder: '15%, or blank',
};
