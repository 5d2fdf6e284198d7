import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { currentDue } from '../../../../../shared/domain/tender/amendment.ts';
import type { Tender } from '../../../../../shared/domain/tender/tender.ts';
import { dayOf, formatDue } from '../../../../../shared/domain/time/countdown.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { workingDaysBefore } from '../../../../../shared/domain/time/workingDays.ts';
import { Countdown } from '../../../parts/Countdown.tsx';
import { bankHolidays } from '../../../reference/bankHolidays.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { questionDeadline } from './clarificationWords.ts';

/** Until when the buyer takes questions, and until when the members' must be in. */
export function QuestionsClose({ tender }: { readonly tender: Tender }) {
  const deadline = questionDeadline(tender);
  if (deadline === null) {
    return (
      <Text size="sm">
        <Mark tone="unknown">It is not known until when the buyer takes questions.</Mark>{' '}
        <Anchor component={Link} to={`/tenders/${tender.id}?at=deadlines`} size="sm">
          Enter the date
        </Anchor>
      </Text>
    );
  }
  const due = currentDue(deadline);
  const cutOff = workingDaysBefore(bankHolidays, dayOf(due), 2);
  return (
    <Text size="sm">
      Questions close <b>{formatDue(due)}</b>, <Countdown due={due} />.
      {cutOff.ok &&
        ` The members’ questions should be in by ${formatLocalDate(cutOff.value.on)}, two working days before.`}
    </Text>
  );
}
