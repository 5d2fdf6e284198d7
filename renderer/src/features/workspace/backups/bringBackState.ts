import type { Host } from '../../../../../shared/host/host.ts';
import type { RefusalSentence } from '../../../../../shared/workspace/refusal.ts';
import { failureSentence } from '../../../host/failureSentence.ts';
import { changeInUse, type Place, putInUse } from '../../../safekeeping/inUse.ts';
import type { KeptState } from '../../../safekeeping/keptStates.ts';
import { snapshotLock } from '../../../safekeeping/namedSnapshots.ts';
import { erasedSubjects } from '../../../store/contents.ts';
import { datesIn } from '../../../store/dateRevisions.ts';
import { newDatabaseName, removeDatabase } from '../../../store/databases.ts';
import type { Store } from '../../../store/store.ts';
import { crashSentence } from '../../../workers/crashSentence.ts';
import { runKeepingJob } from '../../../workers/keepingClient.ts';
import { overtaken } from '../overtaken.ts';

export type BroughtBackState =
  | {
      readonly kind: 'opened';
      readonly missing: readonly string[];
      /** The names of people whose data was erased meanwhile and who are in it again. */
      readonly heldAgain: readonly string[];
      /** Whether what was open before can be brought back in its turn, to its last change; `null` where nothing was. */
      readonly isPresentKept: boolean | null;
    }
  | { readonly kind: 'notOpened'; readonly sentence: RefusalSentence };

/**
 * Brings a kept state back into a database of its own and makes that the one in use. The database that was in use stays as it
 * is, and so does everything that is kept of it.
 */
export async function bringBackState(host: Host, place: Place, state: KeptState): Promise<BroughtBackState> {
  const back = await changeInUse(host, place, () => bringBack(host, place, state));
  return back ?? { kind: 'notOpened', sentence: overtaken };
}

async function bringBack(host: Host, place: Place, state: KeptState): Promise<BroughtBackState> {
  const isPresentKept = place.kind === 'workspace' ? await keepPresent(host, place.store) : null;

  const database = await newDatabaseName(new Date());
  const erased = place.kind === 'workspace' ? await erasedSubjects(place.store.db) : [];
  const dates = place.kind === 'workspace' ? await datesIn(place.store.db) : [];
  const answer = await runKeepingJob<'bringBack'>({ kind: 'bringBack', state, database, erased, dates }, host);
  if (answer.kind !== 'tried') {
    await removeDatabase(database);
    return notOpened(answer.kind === 'crashed' ? crashSentence(answer) : 'Look again, then choose once more.');
  }
  if (!answer.outcome.ok) {
    await removeDatabase(database);
    return { kind: 'notOpened', sentence: answer.outcome.error };
  }
  const { workspaceId, missing, heldAgain } = answer.outcome.value;
  const noted = await putInUse(host, { workspaceId, database });
  if (noted.kind === 'written') return { kind: 'opened', missing, heldAgain, isPresentKept };
  // The next start would take it for the one in use.
  await removeDatabase(database);
  return notOpened(failureSentence(noted, 'own'));
}

/** The journal may be behind, or lead from nothing that is kept. */
async function keepPresent(host: Host, store: Store): Promise<boolean> {
  const { appVersion } = await host.info();
  const job = {
    kind: 'snapshot',
    database: store.db.name,
    savedBy: `Muster ${appVersion}`,
    keepsAll: true,
  } as const;
  const answer = await navigator.locks.request(snapshotLock, () => runKeepingJob<'snapshot'>(job, host));
  return answer.kind === 'taken';
}

function notOpened(next: string): BroughtBackState {
  return {
    kind: 'notOpened',
    sentence: { what: 'This state was not brought back.', safe: 'Nothing that was there before was changed.', next },
  };
}
