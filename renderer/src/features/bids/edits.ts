import type { Bid, BidMember } from '../../../../shared/domain/bid/bid.ts';
import { changeBid } from '../../store/commands/bids.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import type { Store } from '../../store/store.ts';
import { type Commit, withField } from '../../ui/draft.ts';
import { notifyProblem } from '../../ui/notify.ts';

/** The groups of a bid whose rows have an id of their own. */
type Group = 'requirements' | 'conditions' | 'questions' | 'clarifications';
type RowOf<G extends Group> = Bid[G][number];

type Change = (bid: Bid) => Bid | null;

/** What a field needs to show a value and to store what is typed over it. */
export interface FieldEdit<T> {
  readonly draftKey: string;
  readonly value: T;
  readonly commit: Commit<T>;
}

/** The ways in which the page of one bid changes it: each is one command, named by `what` in the history. */
export interface Edits {
  readonly change: (what: string, change: Change) => Promise<string | null>;
  /** The same for a button, which has no place of its own for a refusal. Whether it was stored. */
  readonly act: (what: string, change: Change) => Promise<boolean>;
  readonly field: <K extends keyof Bid>(name: K, what: string) => FieldEdit<Bid[K]>;
  readonly option: <K extends keyof Bid['agreement']>(name: K, what: string) => FieldEdit<Bid['agreement'][K]>;
  readonly memberField: <K extends keyof BidMember>(
    member: BidMember,
    name: K,
    what: string,
  ) => FieldEdit<BidMember[K]>;
  readonly setMember: (
    organisationId: string,
    what: string,
    change: (member: BidMember) => BidMember,
  ) => Promise<string | null>;
  readonly cell: <G extends Group, K extends keyof RowOf<G> & string>(
    group: G,
    row: RowOf<G>,
    name: K,
    what: string,
  ) => FieldEdit<RowOf<G>[K]>;
  readonly addRows: <G extends Group>(group: G, rows: readonly RowOf<G>[], what: string) => Promise<boolean>;
  readonly removeRow: (group: Group, id: string, what: string) => Promise<boolean>;
}

export function editsOf(store: Store, bid: Bid): Edits {
  const { id } = bid;

  const change: Edits['change'] = async (what, change) => {
    const outcome = await changeBid(store, id, what, change);
    return outcome.ok ? null : problemSentence(outcome.error);
  };
  const act: Edits['act'] = async (what, make) => {
    const problem = await change(what, make);
    if (problem !== null) notifyProblem('Nothing was changed', problem);
    return problem === null;
  };
  const setMember: Edits['setMember'] = (organisationId, what, changeMember) =>
    change(what, (now) => withMember(now, organisationId, changeMember));

  return {
    change,
    act,
    setMember,
    field: (name, what) => ({
      draftKey: `${id}.${name}`,
      value: bid[name],
      commit: (value, mayReplace) => change(what, (now) => withField(now, name, value, mayReplace)),
    }),
    option: (name, what) => ({
      draftKey: `${id}.agreement.${name}`,
      value: bid.agreement[name],
      commit: (value, mayReplace) =>
        change(what, (now) => ({ ...now, agreement: withField(now.agreement, name, value, mayReplace) })),
    }),
    memberField: (member, name, what) => ({
      draftKey: `${id}.members.${member.organisationId}.${name}`,
      value: member[name],
      commit: (value, mayReplace) =>
        setMember(member.organisationId, what, (now) => withField(now, name, value, mayReplace)),
    }),
    cell: (group, row, name, what) => ({
      draftKey: `${id}.${group}.${row.id}.${name}`,
      value: row[name],
      commit: (value, mayReplace) =>
        change(what, (now) => withRow(now, group, row.id, (each) => withField(each, name, value, mayReplace))),
    }),
    addRows: (group, rows, what) => act(what, (now) => ({ ...now, [group]: [...now[group], ...rows] })),
    removeRow: (group, rowId, what) =>
      act(what, (now) => {
        const kept = (now[group] as readonly RowOf<Group>[]).filter((row) => row.id !== rowId);
        return kept.length === now[group].length ? null : { ...now, [group]: kept };
      }),
  };
}

/** The bid with one member changed; `null` where the member is gone. */
function withMember(bid: Bid, organisationId: string, change: (member: BidMember) => BidMember): Bid | null {
  const at = bid.members.findIndex((member) => member.organisationId === organisationId);
  const member = bid.members[at];
  return member === undefined ? null : { ...bid, members: bid.members.with(at, change(member)) };
}

/** The bid with one row changed; `null` where the row is gone. */
function withRow<G extends Group>(bid: Bid, group: G, id: string, change: (row: RowOf<G>) => RowOf<G>): Bid | null {
  const rows: readonly RowOf<G>[] = bid[group];
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  return row === undefined ? null : { ...bid, [group]: rows.with(at, change(row)) };
}
