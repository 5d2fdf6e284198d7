import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { DeadlineLine } from '../../../../../shared/domain/tender/tenderSummary.ts';
import { dayOf, formatDue } from '../../../../../shared/domain/time/countdown.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { workingDaysBefore } from '../../../../../shared/domain/time/workingDays.ts';
import { Countdown } from '../../../parts/Countdown.tsx';
import { bankHolidays } from '../../../reference/bankHolidays.ts';
import { Mark } from '../../../ui/Mark.tsx';

interface QuestionsCloseProps {
  readonly tenderId: string;
  readonly deadline: DeadlineLine | null;
}

/** Until when the buyer takes questions, and until when the members' must be in. */
export function QuestionsClose({ tenderId, deadline }: QuestionsCloseProps) {
  if (deadline === null) {
    return (
      <Text size="sm">
        <Mark tone="unknown">It is not known until when the buyer takes questions.</Mark>{' '}
        <Anchor component={Link} to={`/tenders/${tenderId}?at=dates`} size="sm">
          Enter the date
        </Anchor>
      </Text>
    );
  }
  const { due } = deadline;
  const cutOff = workingDaysBefore(bankHolidays, dayOf(due), 2);
  return (
    <Text size="sm">
      Questions close <b>{formatDue(due)}</b>, <Countdown due={due} />.
      {cutOff.ok &&
        ` The members’ questions should be in by ${formatLocalDate(cutOff.value.on)}, two working days before.`}
    </Text>
  );
}
