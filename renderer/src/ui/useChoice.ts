import { useState } from 'react';
import type { Commit } from './draft.ts';

interface Choice<T> {
  readonly value: T;
  readonly problem: string | null;
  readonly choose: (value: T) => void;
}

/** A choice that is stored at once. It shows what was chosen until the store answers with the same or refuses it. */
export function useChoice<T>(committed: T, commit: Commit<T>): Choice<T> {
  const [chosen, setChosen] = useState<{ readonly over: T; readonly value: T } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Once what is stored has moved it is shown, also where an undo brings back what was there before.
  if (chosen !== null && chosen.over !== committed) setChosen(null);

  const store = async (value: T): Promise<void> => {
    setChosen({ over: committed, value });
    const refusal = await commit(value);
    setProblem(refusal);
    if (refusal !== null) setChosen(null);
  };
  return {
    value: chosen !== null && chosen.over === committed ? chosen.value : committed,
    problem,
    choose: (value) => {
      if (value !== committed) void store(value);
    },
  };
}
