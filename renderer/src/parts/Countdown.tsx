import { countdown, urgency, type Urgency } from '../../../shared/domain/time/countdown.ts';
import type { Due } from '../../../shared/domain/tender/deadline.ts';
import { bankHolidays } from '../reference/bankHolidays.ts';
import classes from './Countdown.module.css';
import { useTick } from './useTick.ts';

const signs: Readonly<Record<Urgency, string>> = { passed: '', close: '▲ ', week: '◐ ', later: '' };

/** What is left until a deadline, in words and with a sign where it is near; it ticks by itself. */
export function Countdown({ due }: { readonly due: Due }) {
  const now = useTick(due);
  const near = urgency(due, now);
  return (
    <span className={classes['countdown']} data-urgency={near}>
      <span aria-hidden>{signs[near]}</span>
      {countdown(due, now, bankHolidays)}
    </span>
  );
}
