import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { endOf } from '../../../shared/domain/time/countdown.ts';
import type { Due } from '../../../shared/domain/tender/deadline.ts';

const hour = 3_600_000;

/** The present, as often as the countdown to a deadline changes: every second in its last hour, else every half minute. */
export function useTick(due: Due): Date {
  const [now, setNow] = useState(() => new Date());
  const left = endOf(due).getTime() - now.getTime();
  useInterval(() => setNow(new Date()), left > 0 && left <= hour ? 1000 : 30_000, { autoInvoke: true });
  return now;
}
