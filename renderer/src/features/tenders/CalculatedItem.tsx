import type { ReactNode } from 'react';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { SkippedDay } from '../../../../shared/domain/time/workingDays.ts';
import { counted } from '../../ui/counted.ts';
import classes from './tenders.module.css';

/** One thing that follows from the dates, by its name. */
export function Item({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How it was counted, and by which rule. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <div className={classes['original']}>{children}</div>;
}

/** Names the bank holidays that were left out; weekends are only counted. */
export function leftOutSentence(skipped: readonly SkippedDay[]): string {
  const holidays = skipped.filter(({ reason }) => reason !== 'Saturday' && reason !== 'Sunday');
  const weekend = skipped.length - holidays.length;
  const parts = [
    weekend > 0 ? counted(weekend, 'day of a weekend', 'days of weekends') : '',
    ...holidays.map(({ on, reason }) => `${formatLocalDate(on)}, ${reason}`),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` Left out: ${parts.join('; ')}.`;
}
