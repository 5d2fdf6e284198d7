import { Text } from '@mantine/core';
import { soonDays } from '../../../../shared/domain/organisation/coverFacts.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import { type Cover, validityOn } from '../../../../shared/domain/organisation/validity.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import classes from './organisation.module.css';

/** Whether cover holds today, and for how long: by shape, word and colour. */
export function ValidityMark({ cover, today }: { readonly cover: Cover; readonly today: LocalDate }) {
  const { tone, words } = judge(cover, today);
  return (
    <Text component="p" size="xs" className={classes['validity']}>
      <Mark tone={tone}>{words}</Mark>
    </Text>
  );
}

function judge(cover: Cover, today: LocalDate): { readonly tone: Tone; readonly words: string } {
  const validity = validityOn(cover, today);
  if (validity.state === 'expired') return { tone: 'fail', words: `Expired ${days(validity.daysAgo)} ago` };
  if (validity.state === 'notYet') return { tone: 'unknown', words: `Begins in ${days(validity.daysUntil)}` };
  if (validity.state === 'inDate') return inDate(validity.daysLeft);
  const words = cover.validTo === null ? 'Not known: no end date' : 'Not known: it ends before it begins';
  return { tone: 'unknown', words };
}

function inDate(daysLeft: number): { readonly tone: Tone; readonly words: string } {
  if (daysLeft > soonDays) return { tone: 'pass', words: `In date, ${days(daysLeft)} left` };
  return { tone: 'soon', words: daysLeft === 0 ? 'Ends today' : `Ends in ${days(daysLeft)}` };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count.toLocaleString('en-GB')} days`;
}
