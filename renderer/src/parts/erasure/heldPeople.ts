import { useEffect, useState } from 'react';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { HeldPerson } from '../../../../shared/rows/personalData/people.ts';
import type { Store } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';

type People = readonly HeldPerson[] | null;

/** Reading everything takes a while: once for each state of the workspace. */
const known = new WeakMap<Store, { readonly state: string; readonly people: Promise<People> }>();

async function heldPeople(store: Store, today: LocalDate): Promise<People> {
  const state = `${today} ${(await store.db.workspace())?.head.seq ?? 0}`;
  const before = known.get(store);
  if (before?.state === state) return before.people;
  const place = { workspaceId: store.workspaceId, database: store.db.name };
  const people = runWorkspaceJob<'people'>({ kind: 'people', place, today }).then((answer) =>
    answer.kind === 'people' ? answer.people : null,
  );
  known.set(store, { state, people });
  return people;
}

/**
 * Everybody whose data is held: `undefined` while they are looked for or are not `wanted`, `null` where they could not be.
 * Looked for again whenever `round` changes.
 */
export function useHeldPeople(today: LocalDate, wanted: boolean, round: number): People | undefined {
  const store = useStore();
  const [people, setPeople] = useState<People>();
  useEffect(() => {
    if (!wanted) return undefined;
    let isGone = false;
    void heldPeople(store, today).then((found) => {
      if (!isGone) setPeople(found);
    });
    return () => {
      isGone = true;
    };
  }, [store, today, wanted, round]);
  return people;
}
