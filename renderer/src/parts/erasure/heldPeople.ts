import { useEffect, useReducer, useState } from 'react';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { HeldPerson } from '../../../../shared/rows/personalData/people.ts';
import { placeOf, type Store } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';

type People = readonly HeldPerson[] | null;

/** Reading everything takes a while: once for each state of the workspace. */
const known = new WeakMap<Store, { readonly state: string; readonly people: Promise<People> }>();

async function heldPeople(store: Store, today: LocalDate, round: number): Promise<People> {
  const state = `${today} ${round} ${(await store.db.workspace())?.head.seq ?? 0}`;
  const before = known.get(store);
  if (before?.state === state) return before.people;
  const people = askForPeople(store, today);
  known.set(store, { state, people });
  return people;
}

async function askForPeople(store: Store, today: LocalDate): Promise<People> {
  const place = placeOf(store);
  const answer = await runWorkspaceJob<'people'>({ kind: 'people', place, today });
  return answer.kind === 'people' ? answer.people : null;
}

interface Held {
  /** `undefined` while they are looked for or are not wanted, `null` where they could not be read. */
  readonly people: People | undefined;
  readonly lookAgain: () => void;
}

/** Everybody whose data is held, as of a day. */
export function useHeldPeople(today: LocalDate, wanted: boolean): Held {
  const store = useStore();
  const [people, setPeople] = useState<People>();
  const [round, lookAgain] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    if (!wanted) return undefined;
    let isGone = false;
    const look = async (): Promise<void> => {
      const found = await heldPeople(store, today, round);
      if (!isGone) setPeople(found);
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [store, today, wanted, round]);
  return { people, lookAgain };
}
