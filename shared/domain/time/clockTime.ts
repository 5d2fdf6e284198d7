import { err, ok, type Result } from '../basics/result.ts';

/** A time of day as `HH:mm`. */
export type ClockTime = string;

/** A time of day as people in Britain type it: `12:00`, `17.30`, `9am`, `5 pm`, `noon`. `24:00` is not one: the next day's `00:00` is meant. */
export function parseClockTime(typed: string): Result<ClockTime, 'notATime'> {
  const text = typed.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  if (text === 'noon') return ok('12:00');
  const parts = /^(?<hour>\d{1,2})(?:[:.]?(?<minute>[0-5]\d))?(?<half>am|pm)?$/.exec(text)?.groups;
  const minute = parts?.['minute'];
  const half = parts?.['half'];
  if (parts === undefined || (minute === undefined && half === undefined)) return err('notATime');
  const typedHour = Number(parts['hour']);
  if (half === undefined ? typedHour > 23 : typedHour < 1 || typedHour > 12) return err('notATime');
  const hour = half === undefined ? typedHour : (typedHour % 12) + (half === 'pm' ? 12 : 0);
  return ok(`${String(hour).padStart(2, '0')}:${minute ?? '00'}`);
}

/** What to tell a person whose time was not understood. */
export const clockTimeSentence = 'This is not a time Muster can read. Type it like 12:00, 17:30 or 5pm.';
