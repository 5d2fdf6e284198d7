import type { Host } from '../../../../shared/host/host.ts';
import type { Person } from '../../../../shared/rows/personalData/person.ts';
import type { LeftFile } from '../../safekeeping/erasePerson.ts';
import { snapshotLock } from '../../safekeeping/namedSnapshots.ts';
import type { ErasureRequest } from '../../store/erasePerson.ts';
import { removeScratchDatabases } from '../../store/databases.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { placeOf, type Store } from '../../store/store.ts';
import { removeDraftsWhere } from '../../ui/draftStorage.ts';
import { crashSentence } from '../../workers/crashSentence.ts';
import { watchReads } from './watchReads.ts';
import { runKeepingJob } from '../../workers/keepingClient.ts';
import type { NoAnswer } from '../../workers/runJob.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';
import type { WorkspaceAnswers } from '../../workers/workspaceJobs.ts';

/** In how many places of the workspace and in how many files the person was, and which files may still hold them. */
export type Erased =
  | { readonly kind: 'erased'; readonly places: number; readonly files: number; readonly left: readonly LeftFile[] }
  | { readonly kind: 'failed'; readonly what: string; readonly sentence: string };

/** What the person is known by, and the name by which they were chosen. */
type NamedPerson = Person & { readonly name: string };

/** What was asked for, and the places that were looked at and left, by their keys. */
export type ErasureDecision = Omit<ErasureRequest, 'known'> & { readonly kept: ReadonlySet<string> };

/**
 * Erases a person from what was being typed, from the files outside the database and from the database, in this order: whatever
 * stops it, the person is gone everywhere or can still be seen in the workspace, and is erased again from there.
 * No backup is taken meanwhile, since it could have been read before and be written after.
 */
export function erase(store: Store, host: Host, choice: ErasureDecision, person: NamedPerson): Promise<Erased> {
  return navigator.locks.request(snapshotLock, () => eraseNow(store, host, choice, person));
}

async function eraseNow(
  store: Store,
  host: Host,
  { kept, ...request }: ErasureDecision,
  person: NamedPerson,
): Promise<Erased> {
  removeDrafts(person);
  await removeScratchDatabases();
  const { chosen } = request;
  const reading = watchReads(host);
  const answered = await runKeepingJob<'erasePerson'>({ kind: 'erasePerson', person, chosen, kept }, reading.files);
  // Once the database does not name them any more, nobody can choose them again for the files that are left.
  if (answered.kind !== 'erased') return notErased(whyNot(answered), reading.last());
  const { rewritten, left } = answered;
  const job = { kind: 'erase', place: placeOf(store), request: { ...request, known: person } } as const;
  const answer = await runWorkspaceJob<'erase'>(job);
  if (answer.kind === 'erased') {
    const places = answer.done.places.filter(({ key }) => !kept.has(key));
    const here = places.length === 0 ? [] : [{ name: 'The workspace itself', places }];
    return { kind: 'erased', places: answer.done.erased.places, files: rewritten, left: [...here, ...left] };
  }
  return notErased(whyNot(answer), null);
}

/** `file`: the one that was being read when it ended. */
function notErased(why: string, file: string | null): Erased {
  const at = file === null ? '' : `It ended while ${file} was read. `;
  return {
    kind: 'failed',
    what: 'Not erased from the workspace',
    sentence: `Files that Muster keeps on this computer may no longer name this person, but the workspace still does. ${at}${why} Then erase the person again.`,
  };
}

function whyNot(answer: WorkspaceAnswers['erase'] | NoAnswer): string {
  if (answer.kind === 'crashed') return crashSentence(answer);
  return answer.kind === 'notDone' && answer.problem.kind !== 'gone'
    ? problemSentence(answer.problem)
    : 'Reload Muster (Ctrl+R).';
}

function removeDrafts({ subject, name, names, emails, phones }: NamedPerson): void {
  const part = subject.kind === 'contact' ? subject.contactId : `${subject.bidId}.signatory`;
  const known = [name, ...names, ...emails, ...phones]
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  removeDraftsWhere((field, text) => field.includes(part) || known.some((one) => text.toLowerCase().includes(one)));
}
