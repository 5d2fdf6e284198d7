import type { Host } from '../../../shared/host/host.ts';
import { failureSentence } from '../host/failureSentence.ts';
import { recordExport } from '../store/commands/workspace.ts';
import { problemSentence } from '../store/problemSentence.ts';
import { placeOf, type Store } from '../store/store.ts';
import { counted } from '../ui/counted.ts';
import { notifyDone, notifyProblem } from '../ui/notify.ts';
import { crashSentence } from '../workers/crashSentence.ts';
import { makeCalendar } from '../workers/calendarClient.ts';

/** What of the workspace goes into a calendar file. */
interface CalendarOf {
  /** `null` for every tender. */
  readonly tenderIds: readonly string[] | null;
  readonly name: string;
  readonly suggestedName: string;
}

/** Saves dates as a calendar file that other calendars import, and records that it was done. */
export async function exportCalendar(
  store: Store,
  host: Host,
  { tenderIds, name, suggestedName }: CalendarOf,
): Promise<void> {
  const place = placeOf(store);
  const made = await makeCalendar({ place, tenderIds, name, stamp: new Date() });
  if (made.kind !== 'made') {
    const why =
      made.kind === 'crashed' ? crashSentence(made) : 'The workspace could not be read. Reload Muster (Ctrl+R).';
    return notifyProblem('Nothing was exported', why);
  }
  const saved = await host.saveFile({ kind: 'calendar', suggestedName, bytes: made.bytes });
  if (saved.kind === 'cancelled') return;
  if (saved.kind === 'failed') return notifyProblem('Nothing was exported', failureSentence(saved));
  const what = counted(made.dates, 'date');
  const outcome = await recordExport(store, what, saved.name);
  if (!outcome.ok) return notifyProblem('Exported, but not recorded', problemSentence(outcome.error));
  notifyDone(
    `Exported ${what}`,
    `${saved.kind === 'saved' ? `To ${saved.name}` : `The browser saves ${saved.name}`}. Importing it again moves the entries; it does not double them.`,
  );
}
