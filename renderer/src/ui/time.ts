import { differenceInCalendarDays, differenceInMinutes, format, parseISO } from 'date-fns';
import { counted } from './counted.ts';

/** An instant in full, in the time of this computer: `Mon 23 Nov 2026, 14:05`. */
export function formatInstant(instant: string): string {
  return format(parseISO(instant), 'EEE d MMM yyyy, HH:mm');
}

/** An instant as one would say it: `today 14:05`, `yesterday 09:12`, `Mon 16 Nov 2026`. */
export function formatRecent(instant: string, now: Date): string {
  const at = parseISO(instant);
  const days = differenceInCalendarDays(now, at);
  if (days === 0) return `today ${format(at, 'HH:mm')}`;
  if (days === 1) return `yesterday ${format(at, 'HH:mm')}`;
  return format(at, 'EEE d MMM yyyy');
}

/** How long ago: `just now`, `3 minutes ago`, `2 hours ago`, then the day. */
export function formatAgo(instant: string, now: Date): string {
  const minutes = differenceInMinutes(now, parseISO(instant));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${counted(minutes, 'minute')} ago`;
  return minutes < 8 * 60 ? `${counted(Math.floor(minutes / 60), 'hour')} ago` : formatRecent(instant, now);
}
