import { parseShare, shareTextProblemSentence } from '../../../../shared/domain/bid/shareEntry.ts';
import { formatShare } from '../../../../shared/domain/bid/shares.ts';
import type { TextForm } from '../../ui/textForm.ts';

/** A percentage in basis points; blank is none. */
export const shareForm: TextForm<number> = {
  show: (basisPoints) => (basisPoints === 0 ? '' : formatShare(basisPoints)),
  read: (typed) => {
    const share = parseShare(typed);
    return share.ok
      ? { ok: true, value: share.value, remark: null }
      : { ok: false, problem: shareTextProblemSentence(share.error) };
  },
  stored: 'whenLeft',
  placeholder: '–',
};

/** A percentage that may be undecided, left blank; 0 is a decision. */
export const optionalShareForm: TextForm<number | null> = {
  stored: shareForm.stored,
  show: (basisPoints) => (basisPoints === null ? '' : formatShare(basisPoints)),
  read: (typed) => (typed.trim() === '' ? { ok: true, value: null, remark: null } : shareForm.read(typed)),
  placeholder: '5%, or 0 for none',
};

/** A weight in per cent, 0 to 100. */
export const weightForm: TextForm<number> = {
  show: (weight) => (weight === 0 ? '' : `${weight}%`),
  read: (typed) => {
    const weight = parseShare(typed);
    return weight.ok
      ? { ok: true, value: weight.value / 100, remark: null }
      : { ok: false, problem: 'A weight is a percentage from 0 to 100, such as 15 or 7.5.' };
  },
  stored: 'whenLeft',
  placeholder: '15%',
};

/** So many times something: `2`, `1.5`, `2 ×`; left blank while it is not known. */
export const timesForm: TextForm<number | null> = {
  show: (times) => (times === null ? '' : String(times)),
  read: (typed) => {
    const text = typed.replace(/\s*(×|x|times)\s*$/i, '').trim();
    if (text === '') return { ok: true, value: null, remark: null };
    return /^\d{1,3}(\.\d{1,2})?$/.test(text)
      ? { ok: true, value: Number(text), remark: null }
      : { ok: false, problem: 'Type a number such as 2 or 1.5.' };
  },
  stored: 'whenLeft',
  placeholder: '2',
};

/** Names, parted by commas. */
export const namesForm: TextForm<readonly string[]> = {
  show: (names) => names.join(', '),
  read: (typed) => ({
    ok: true,
    value: typed
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    remark: null,
  }),
  stored: 'whenLeft',
  placeholder: 'Amina Farrow, Jo Bell',
};

/** A number of days that may be unknown: left blank. */
export const optionalDaysForm: TextForm<number | null> = {
  show: (days) => (days === null ? '' : String(days)),
  read: (typed) => {
    const text = typed.replace(/\s*days?\s*$/i, '').trim();
    if (text === '') return { ok: true, value: null, remark: null };
    return /^\d{1,4}$/.test(text)
      ? { ok: true, value: Number(text), remark: null }
      : { ok: false, problem: 'Type a whole number of days, such as 90.' };
  },
  stored: 'whenLeft',
  placeholder: '90',
};
