import type { Host } from '../../../../shared/host/host.ts';
import type { Copy } from '../../../../shared/rows/personalData/copies.ts';
import type { FoundPlace } from '../../../../shared/rows/personalData/erase.ts';
import type { Person, Subject } from '../../../../shared/rows/personalData/person.ts';
import type { UnreachedFile } from '../../safekeeping/keptFiles.ts';
import { placeOf, type Store } from '../../store/store.ts';
import { runKeepingJob } from '../../workers/keepingClient.ts';
import type { NoAnswer } from '../../workers/runJob.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';
import { watchReads } from './watchReads.ts';

/** A place where a person is named; `isKeptOnly`: not in the workspace itself, only in what is kept outside it. */
export type ShownPlace = FoundPlace & { readonly isKeptOnly: boolean };

export interface Found {
  readonly kind: 'found';
  readonly person: Person;
  readonly places: readonly ShownPlace[];
  readonly copies: readonly Copy[];
  /** What could not be looked into. */
  readonly left: readonly UnreachedFile[];
}

/** Nothing could be found out; `file` is the one over which it ended. */
export interface NotFound {
  readonly kind: 'notFound';
  readonly answer: NoAnswer | { readonly kind: 'gone' };
  readonly file: string | null;
}

/** Every place where a person is named, in the workspace and in whatever is kept outside it on this computer. */
export async function findPerson(store: Store, host: Host, subject: Subject): Promise<Found | NotFound> {
  const job = { kind: 'findPerson', place: placeOf(store), subject } as const;
  const here = await runWorkspaceJob<'findPerson'>(job);
  if (here.kind !== 'found') return { kind: 'notFound', answer: here, file: null };
  const reading = watchReads(host);
  const kept = await runKeepingJob<'findPerson'>({ kind: 'findPerson', person: here.person }, reading.files);
  if (kept.kind !== 'found') return { kind: 'notFound', answer: kept, file: reading.last() };
  // A former name that only a file knows may stand in the workspace too.
  const { person } = kept;
  const again = await runWorkspaceJob<'findPerson'>({ ...job, known: person });
  if (again.kind !== 'found') return { kind: 'notFound', answer: again, file: null };
  const keys = new Set(again.places.map(({ key }) => key));
  const places = [
    ...again.places.map((place) => Object.assign({}, place, { isKeptOnly: false })),
    ...kept.places.filter(({ key }) => !keys.has(key)).map((place) => Object.assign({}, place, { isKeptOnly: true })),
  ];
  return { ...again, places, left: kept.left };
}
