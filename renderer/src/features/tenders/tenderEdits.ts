import type { Lot, Tender } from '../../../../shared/domain/tender/tender.ts';
import { changeTender } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import type { Store } from '../../store/store.ts';
import { type Commit, withField } from '../../ui/draft.ts';

/** What a field needs to show a value and to store what is typed over it. */
interface FieldEdit<T> {
  readonly draftKey: string;
  readonly value: T;
  readonly commit: Commit<T>;
}

/** The ways in which the page of one tender changes it: each is one command, named by `what` in the history. */
export interface TenderEdits {
  readonly change: (
    what: string,
    change: (tender: Tender) => Tender | null,
    attached?: readonly string[],
  ) => Promise<string | null>;
  readonly field: <K extends keyof Tender>(name: K, what: string) => FieldEdit<Tender[K]>;
  readonly lotField: <K extends keyof Lot>(lot: Lot, name: K, what: string) => FieldEdit<Lot[K]>;
  readonly setLot: (lot: Lot, what: string, change: (lot: Lot) => Lot) => Promise<string | null>;
}

export function tenderEdits(store: Store, tender: Tender): TenderEdits {
  const change: TenderEdits['change'] = async (what, change, attached) => {
    const outcome = await changeTender(store, tender.id, what, change, attached);
    return outcome.ok ? null : problemSentence(outcome.error);
  };
  const setLot: TenderEdits['setLot'] = (lot, what, changeLot) =>
    change(what, (now) =>
      now.lots.some(({ id }) => id === lot.id)
        ? { ...now, lots: now.lots.map((each) => (each.id === lot.id ? changeLot(each) : each)) }
        : null,
    );
  return {
    change,
    setLot,
    field: (name, what) => ({
      draftKey: `${tender.id}.${name}`,
      value: tender[name],
      commit: (value, mayReplace) => change(what, (now) => withField(now, name, value, mayReplace)),
    }),
    lotField: (lot, name, what) => ({
      draftKey: `${tender.id}.${lot.id}.${name}`,
      value: lot[name],
      commit: (value, mayReplace) => setLot(lot, what, (now) => withField(now, name, value, mayReplace)),
    }),
  };
}
