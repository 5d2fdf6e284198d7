import { Popover, Text, UnstyledButton } from '@mantine/core';
import { amendmentsOf, currentDue } from '../../../../shared/domain/tender/amendment.ts';
import { dayOf, formatDue, oddities } from '../../../../shared/domain/time/countdown.ts';
import type { Deadline } from '../../../../shared/domain/tender/deadline.ts';
import { formatLocalDate, type LocalDate, today } from '../../../../shared/domain/time/localDate.ts';
import { london } from '../../../../shared/domain/time/instant.ts';
import { beyondCalendarSentence, workingDaysLeft } from '../../../../shared/domain/time/workingDays.ts';
import { bankHolidays } from '../../reference/bankHolidays.ts';
import { counted } from '../../ui/counted.ts';
import { formatInstant } from '../../ui/time.ts';
import { useToday } from '../../ui/useToday.ts';
import classes from './tenders.module.css';

/** A date that opens what it is made of: the words of its sources, its earlier versions, how its days are counted. */
export function WhyThisDate({ deadline }: { readonly deadline: Deadline }) {
  const due = currentDue(deadline);
  const moved = amendmentsOf(deadline);
  return (
    <Popover position="bottom-start" withinPortal returnFocus trapFocus width={420} transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <UnstyledButton
          className={classes['why']}
          aria-label={`${deadline.label}: ${formatDue(due)}, where it comes from`}
        >
          {formatDue(due)}
          {moved > 0 && (
            <Text span size="xs" c="dimmed">{` moved ${moved === 1 ? 'once' : counted(moved, 'time')}`}</Text>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1}>
        <Versions deadline={deadline} />
        <Counted until={dayOf(due)} />
        {oddities(due, bankHolidays).map(({ kind, sentence }) => (
          <Text key={kind} size="xs" mt={6}>
            ▲ {sentence}
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Versions({ deadline: { versions } }: { readonly deadline: Deadline }) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map(({ due, source, original, statedAt, recordedAt }, at) => (
          <tr key={`${statedAt} ${source}`} data-passed={at > 0 || undefined}>
            <td>
              {formatDue(due)}
              {at > 0 && <div className={classes['original']}>no longer holds</div>}
            </td>
            <td>
              <bdi>{source}</bdi>
              <div className={classes['original']}>
                “<bdi>{original}</bdi>”, said {formatInstant(statedAt)}, recorded {formatInstant(recordedAt)}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Counted({ until }: { readonly until: LocalDate }) {
  // A day is looked at anew when it begins, not at every tick.
  const from = today(new Date(`${useToday()}T12:00:00Z`), london);
  if (until <= from) return null;
  const left = workingDaysLeft(bankHolidays, from, until);
  if (!left.ok) {
    return (
      <Text size="xs" mt={6}>
        {beyondCalendarSentence(left.error)}
      </Text>
    );
  }
  const { counted: days, skipped } = left.value;
  const holidays = skipped.filter(({ reason }) => reason !== 'Saturday' && reason !== 'Sunday');
  const weekend = skipped.length - holidays.length;
  const named = holidays.map(({ on, reason }) => `${formatLocalDate(on)}, ${reason}`).join('; ');
  return (
    <Text size="xs" mt={6}>
      {counted(days.length, 'working day')} from the day after today to {formatLocalDate(until)}
      {weekend > 0 && `, without ${counted(weekend, 'day')} of weekends`}
      {holidays.length > 0 && ` and without ${named}`}. A bank holiday in any part of the United Kingdom is not a
      working day (Procurement Act 2023 s.123).
    </Text>
  );
}
