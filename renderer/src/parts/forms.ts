import {
  dateProblemSentence,
  formatLocalDate,
  type LocalDate,
  parseLocalDate,
} from '../../../shared/domain/time/localDate.ts';
import { formatPounds, moneyProblemSentence, parsePounds, type Pence } from '../../../shared/domain/basics/money.ts';
import type { Result } from '../../../shared/domain/basics/result.ts';
import type { Reading, TextForm } from '../ui/textForm.ts';

/** A day that must be given. */
export const dayForm: TextForm<LocalDate> = {
  show: formatLocalDate,
  read: (typed) => fromResult(parseLocalDate(typed), dateProblemSentence),
  stored: 'whenLeft',
  placeholder: '31 Mar 2026',
};

/** A sum that must be given. */
export const amountForm: TextForm<Pence> = {
  show: formatPounds,
  read: (typed) => fromResult(parsePounds(typed), moneyProblemSentence),
  stored: 'whenLeft',
  placeholder: '£520,000',
};

/** A day that may be unknown: left blank. */
export const optionalDayForm: TextForm<LocalDate | null> = orBlank(dayForm);

/** A sum that may be unknown: left blank. */
export const optionalAmountForm: TextForm<Pence | null> = orBlank(amountForm);

function orBlank<T>(form: TextForm<T>): TextForm<T | null> {
  const { join: _join, ...rest } = form;
  return {
    ...rest,
    show: (value) => (value === null ? '' : form.show(value)),
    read: (typed) => (typed.trim() === '' ? { ok: true, value: null, remark: null } : form.read(typed)),
  };
}

export function fromResult<T, P>(result: Result<T, P>, sentence: (problem: P) => string): Reading<T> {
  return result.ok ? { ok: true, value: result.value, remark: null } : { ok: false, problem: sentence(result.error) };
}
