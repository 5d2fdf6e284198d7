import { calendarOf } from '../../../shared/interchange/icalendar.ts';
import { storeAt } from '../store/openStore.ts';
import { onJob } from './onJob.ts';
import type { CalendarAnswer, CalendarJob } from './calendarJobs.ts';

onJob<CalendarJob, CalendarAnswer>(answer);

async function answer({ place, tenderIds, name, stamp }: CalendarJob): Promise<CalendarAnswer> {
  const store = await storeAt(place);
  if (store === null) return { kind: 'gone' };
  const { tenders } = store.db;
  const found = tenderIds === null ? await tenders.toArray() : await tenders.bulkGet([...tenderIds]);
  const exported = found.filter((tender) => tender !== undefined);
  const bytes = new TextEncoder().encode(calendarOf(exported, name, stamp));
  return { kind: 'made', bytes, dates: exported.flatMap(({ deadlines }) => deadlines).length };
}
