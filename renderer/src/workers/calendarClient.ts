import type { CalendarAnswer, CalendarJob } from './calendarJobs.ts';
import { type NoAnswer, runJob } from './runJob.ts';

/** Makes a calendar file in a worker of its own: a workspace may hold thousands of tenders. Never rejects. */
export function makeCalendar(job: CalendarJob): Promise<CalendarAnswer | NoAnswer> {
  const worker = new Worker(new URL('./calendar.worker.ts', import.meta.url), { type: 'module' });
  return runJob<CalendarAnswer>(worker, job);
}
