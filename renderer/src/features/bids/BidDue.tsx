import { Text } from '@mantine/core';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import type { DeadlineLine } from '../../../../shared/domain/tender/tenderSummary.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import { Mark } from '../../ui/Mark.tsx';

interface BidDueProps {
  readonly line: DeadlineLine | null;
  /** What is said where no date is known. */
  readonly none: string;
}

/** The date that counts for a bid: what it is for, and what is left until then. */
export function BidDue({ line, none }: BidDueProps) {
  if (line === null) return <Mark tone="unknown">{none}</Mark>;
  return (
    <>
      {line.state === 'met' ? <Mark tone="pass">Met</Mark> : <Countdown due={line.due} />}
      <Text size="xs" c="dimmed">
        {line.label}: {formatDue(line.due)}
      </Text>
    </>
  );
}
