import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import type { TextForm } from '../../ui/textForm.ts';
import { counted } from '../../ui/counted.ts';

const units = { day: 1, week: 7, month: 30.4375, year: 365.25 } as const;

/** A period in days, written as one would say it: "2 years", "18 months", "90 days"; blank where none is decided. */
export const periodForm: TextForm<number | null> = {
  show: (days) => {
    if (days === null) return '';
    for (const unit of ['year', 'month'] as const) {
      const count = Math.round(days / units[unit]);
      if (count > 0 && Math.round(count * units[unit]) === days) return counted(count, unit);
    }
    return counted(days, 'day');
  },
  read: (typed) => {
    const text = typed.trim().toLowerCase().replaceAll(',', '');
    if (text === '') return { ok: true, value: null, remark: null };
    const [, number = '', unit = 'day'] = /^(\d+) *(day|week|month|year)?s?$/.exec(text) ?? [];
    const known = keysOf(units).find((each) => each === unit);
    const days = known === undefined || number === '' ? NaN : Math.round(Number(number) * units[known]);
    return days <= 36_525
      ? { ok: true, value: days, remark: null }
      : { ok: false, problem: 'Write it as 2 years, 18 months or 90 days; at most 100 years.' };
  },
  stored: 'whenLeft',
  placeholder: '2 years',
};
