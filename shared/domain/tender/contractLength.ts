import type { ContractLength } from './tender.ts';

/** A length in whole months, where it is one: notices write a month as 30 days, and a year as 365. */
function months({ count, unit }: ContractLength): number | null {
  if (unit === 'years') return count * 12;
  if (unit === 'months') return count;
  if (count % 365 === 0) return (count / 365) * 12;
  return count % 30 === 0 ? count / 30 : null;
}

/** The years that a length comes to; days that make no whole months are parts of a year of 365 days. */
export function yearsOf(length: ContractLength): number {
  const whole = months(length);
  return whole === null ? length.count / 365 : whole / 12;
}

/** A length for reading: `1,440 days (48 months)`. */
export function formatLength(length: ContractLength): string {
  const { count, unit } = length;
  const given = `${count.toLocaleString('en-GB')} ${count === 1 ? unit.slice(0, -1) : unit}`;
  const whole = unit === 'days' ? months(length) : null;
  return whole === null ? given : `${given} (${whole} ${whole === 1 ? 'month' : 'months'})`;
}
