import { notifyProblem } from '../../ui/notify.ts';
import type { Edits, Group, RowOf } from './edits.ts';

interface RowCommands<G extends Group> {
  /** Adds a row and tells its id. */
  readonly add: (row: RowOf<G>) => string;
  readonly remove: (row: RowOf<G>) => Promise<void>;
}

/** Adding and removing the rows of one group; `noun` is what one of them is called: "contact". */
export function rowCommands<G extends Group>(
  edits: Edits,
  group: G,
  noun: string,
  nameOf: (row: RowOf<G>) => string,
): RowCommands<G> {
  return {
    add: (row) => {
      void say(`The ${noun} was not added`, edits.addRow(group, row, `added ${noun}`));
      return row.id;
    },
    remove: (row) =>
      say(`The ${noun} was not removed`, edits.removeRow(group, row.id, `removed ${noun} ${nameOf(row)}`)),
  };
}

async function say(title: string, outcome: Promise<string | null>): Promise<void> {
  const problem = await outcome;
  if (problem !== null) notifyProblem(title, problem);
}
