import { format } from 'date-fns';
import { useNow } from './useNow.ts';

/** Today's date where this computer is, as `YYYY-MM-DD`; goes on to the next day at midnight. */
export function useToday(): string {
  return format(useNow(), 'yyyy-MM-dd');
}
