import type { Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { changeOrganisation } from '../../store/commands/organisations.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import type { Store } from '../../store/store.ts';
import { type Commit, withField } from '../../ui/draft.ts';

/** The groups of an organisation whose rows have an id of their own. */
export type Group = 'sites' | 'contacts' | 'turnover' | 'insurances' | 'certificates';
export type RowOf<G extends Group> = Organisation[G][number];

type Change = (organisation: Organisation) => Organisation | null;

/** What a field needs to show a value and to store what is typed over it. */
interface FieldEdit<T> {
  readonly draftKey: string;
  readonly value: T;
  readonly commit: Commit<T>;
}

/** The ways in which the page of one organisation changes it: each is one command, named by `what` in the history. */
export interface Edits {
  readonly change: (what: string, change: Change, attached?: readonly string[]) => Promise<string | null>;
  readonly field: <K extends keyof Organisation>(name: K, what: string) => FieldEdit<Organisation[K]>;
  readonly cell: <G extends Group, K extends keyof RowOf<G> & string>(
    group: G,
    row: RowOf<G>,
    name: K,
    what: string,
  ) => FieldEdit<RowOf<G>[K]>;
  readonly setRow: <G extends Group>(
    group: G,
    row: RowOf<G>,
    what: string,
    changeRow: (row: RowOf<G>) => RowOf<G>,
    attached?: readonly string[],
  ) => Promise<string | null>;
  readonly addRow: <G extends Group>(group: G, row: RowOf<G>, what: string) => Promise<string | null>;
  readonly removeRow: (group: Group, id: string, what: string) => Promise<string | null>;
}

export function editsOf(store: Store, organisation: Organisation): Edits {
  const { id } = organisation;

  const change: Edits['change'] = async (what, change, attached) => {
    const outcome = await changeOrganisation(store, id, what, change, attached);
    return outcome.ok ? null : problemSentence(outcome.error);
  };

  const setRow: Edits['setRow'] = (group, row, what, changeRow, attached) =>
    change(what, (now) => withRow(now, group, row.id, changeRow), attached);

  return {
    change,
    setRow,
    field: (name, what) => ({
      draftKey: `${id}.${name}`,
      value: organisation[name],
      commit: (value, mayReplace) => change(what, (now) => withField(now, name, value, mayReplace)),
    }),
    cell: (group, row, name, what) => ({
      draftKey: `${id}.${group}.${row.id}.${name}`,
      value: row[name],
      commit: (value, mayReplace) => setRow(group, row, what, (now) => withField(now, name, value, mayReplace)),
    }),
    addRow: (group, row, what) => change(what, (now) => ({ ...now, [group]: [...now[group], row] })),
    removeRow: (group, rowId, what) =>
      change(what, (now) => {
        const kept = (now[group] as readonly RowOf<Group>[]).filter((row) => row.id !== rowId);
        return kept.length === now[group].length ? null : { ...now, [group]: kept };
      }),
  };
}

/** The organisation with one row changed; `null` where the row is gone, itself where nothing changes. */
function withRow<G extends Group>(
  organisation: Organisation,
  group: G,
  id: string,
  change: (row: RowOf<G>) => RowOf<G>,
): Organisation | null {
  const rows: readonly RowOf<G>[] = organisation[group];
  const index = rows.findIndex((row) => row.id === id);
  const before = rows[index];
  if (before === undefined) return null;
  const after = change(before);
  return after === before ? organisation : { ...organisation, [group]: rows.with(index, after) };
}
