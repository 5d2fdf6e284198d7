import { err, ok, type Result } from '../basics/result.ts';

/** A time of day as `HH:mm`. */
export type ClockTime = string;

/** Why a typed time was not read. `midnight`: it may mean the beginning or the end of the day. */
export type ClockTimeProblem = 'notATime' | 'midnight';

/** Words around a time that say nothing more, once dots and spaces are out: `at 17:00 hrs (UK time)`. */
const around = /^(?:at|by)(?=[\dmn])|(?:h(?:rs?|ours)?|\(?(?:uk|london|local)(?:time)?\)?)*\.?$/g;

/**
 * A time of day as people in Britain write it: `12:00`, `17.30`, `1700hrs`, `0900`, `9am`, `5 p.m.`, `noon`, `12 noon`,
 * `midday`. Midnight, `12am` and `24:00` are not read: a deadline at one of them may lie a whole day from what was meant.
 */
export function parseClockTime(typed: string): Result<ClockTime, ClockTimeProblem> {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/(?<=\d\.?)([ap])\.?m\.?/, '$1m')
    .replaceAll(around, '');
  if (/^(?:12(?:[:.]?00)?)?(?:noon|midday)$/.test(text)) return ok('12:00');
  if (/^(?:(?:12|0?0|24)(?:[:.]?00)?)?midnight$|^12(?:[:.]?00)?am$|^24[:.]?00$/.test(text)) return err('midnight');
  const parts = /^(?<hour>\d{1,2})(?:[:.]?(?<minute>[0-5]\d)(?:[:.]00)?)?(?<half>am|pm)?$/.exec(text)?.groups;
  const minute = parts?.['minute'];
  const half = parts?.['half'];
  if (parts === undefined || (minute === undefined && half === undefined)) return err('notATime');
  const typedHour = Number(parts['hour']);
  // “17:00pm” is a slip that can only mean one time; “13pm” may be a mistyped “1pm” or “3pm”.
  const isSlip = half === 'pm' && minute !== undefined && typedHour > 12;
  if (typedHour > 23 || (half !== undefined && !isSlip && (typedHour < 1 || typedHour > 12))) return err('notATime');
  const hour = half === undefined || typedHour > 12 ? typedHour : (typedHour % 12) + (half === 'pm' ? 12 : 0);
  return ok(`${String(hour).padStart(2, '0')}:${minute ?? '00'}`);
}

/** What to tell a person whose time was not read. */
export function clockTimeSentence(problem: ClockTimeProblem): string {
  return problem === 'midnight'
    ? 'Midnight can mean the start or the end of the day. Type 00:00 for the start of this day, 23:59 for its end, 12:00 for noon.'
    : 'This is not a time Muster can read. Type it like 12:00, 17:30 or 5pm.';
}
