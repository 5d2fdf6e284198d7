import type { CalendarAnswer, CalendarJob } from './calendarJobs.ts';

/** Makes a calendar file in a worker: a workspace may hold thousands of tenders. Never rejects. */
export function makeCalendar(job: CalendarJob): Promise<CalendarAnswer> {
  const worker = new Worker(new URL('./calendar.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<CalendarAnswer>((resolve) => {
    const end = (answer: CalendarAnswer): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<CalendarAnswer>) => end(data));
    worker.addEventListener('error', (event) => end({ kind: 'crashed', detail: event.message }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(job);
  });
}
