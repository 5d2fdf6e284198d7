import { format } from 'date-fns';
import type { Host } from '../../../../shared/host/host.ts';
import { organisationsToCsv } from '../../../../shared/interchange/organisationsCsv.ts';
import { recordExport } from '../../store/commands/workspace.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { readOrganisations } from '../../store/queries/organisation.ts';
import type { Store } from '../../store/store.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** Writes organisations to a spreadsheet file, in the order given, and records that it was done. */
export async function exportOrganisations(store: Store, host: Host, ids: readonly string[]): Promise<void> {
  const organisations = await readOrganisations(store, ids);
  const saved = await host.saveFile({
    kind: 'spreadsheet',
    suggestedName: 'Organisations.csv',
    bytes: new TextEncoder().encode(organisationsToCsv(organisations, format(new Date(), 'yyyy-MM-dd'))),
  });
  if (saved.kind === 'cancelled') return;
  if (saved.kind === 'failed') return notifyProblem('Nothing was exported', saved.detail);
  const what = organisations.length === 1 ? '1 organisation' : `${organisations.length} organisations`;
  const outcome = await recordExport(store, what, saved.name);
  if (!outcome.ok) return notifyProblem('Exported, but not recorded', problemSentence(outcome.error));
  notifyDone(`Exported ${what}`, saved.kind === 'saved' ? `to ${saved.name}` : `The browser saves ${saved.name}.`);
}
