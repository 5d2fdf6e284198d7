import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/** The present, renewed every half minute, for times that are shown as "3 minutes ago". */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 30_000, { autoInvoke: true });
  return now;
}
