import type { AnswerLimit } from '../../../../../shared/domain/bid/bid.ts';
import { formatLimit, readLimit } from '../../../../../shared/domain/bid/answerLimit.ts';
import { parseShare } from '../../../../../shared/domain/bid/shareEntry.ts';
import type { TextForm } from '../../../ui/textForm.ts';

/** The buyer's limit in one field: `500 words`, `2,000 characters`, `2 pages`; left blank where there is none. */
export const limitForm: TextForm<AnswerLimit> = {
  show: formatLimit,
  read: (typed) => {
    const limit = readLimit(typed);
    return limit === null
      ? { ok: false, problem: 'Type a number with what it counts: “500 words”, “2,000 characters” or “2 pages”.' }
      : { ok: true, value: limit, remark: null };
  },
  stored: 'whenLeft',
  placeholder: '500 words, or blank',
};

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

/** The most marks for an answer, which the buyer may not have given: left blank. */
export const marksForm: TextForm<number | null | undefined> = {
  show: (marks) => (typeof marks === 'number' ? String(marks) : ''),
  read: (typed) => {
    const marks = typed.trim() === '' ? null : Number(typed.trim());
    return marks === null || (Number.isFinite(marks) && marks >= 0 && marks <= 10_000)
      ? { ok: true, value: marks, remark: null }
      : { ok: false, problem: 'Marks are a number, such as 10.' };
  },
  stored: 'whenLeft',
  placeholder: '10',
};
