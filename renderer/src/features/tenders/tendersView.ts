import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { tenderStates } from '../../../../shared/domain/tender/tender.ts';
import { type DeadlineLine, nextDeadline, type TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';
import type { Order } from '../../ui/VirtualTableHead.tsx';

/** A tender as a row of the list, with what is due next. */
export interface TenderRow {
  readonly id: string;
  readonly tender: TenderSummary;
  readonly next: DeadlineLine | null;
}

export const stateOptions = keysOf(tenderStates).map((value) => ({ value, label: tenderStates[value] }));

export const sortableColumns = ['title', 'buyer', 'value', 'next', 'state'];

/** `next`, or `-next` the other way round. */
export function orderFrom(sort: string): Order {
  const column = sort.replace(/^-/, '');
  return {
    column: sortableColumns.includes(column) ? column : 'next',
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
}

export function sortOf({ column, direction }: Order): string {
  const sort = `${direction === 'descending' ? '-' : ''}${column}`;
  return sort === 'next' ? '' : sort;
}

export function rowsOf(tenders: readonly TenderSummary[], now: Date): readonly TenderRow[] {
  return tenders.map((tender) => ({ id: tender.id, tender, next: nextDeadline(tender.deadlines, now) }));
}

export function filterTenders(rows: readonly TenderRow[], text: string, state: string): readonly TenderRow[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ tender }) => (state === '' || tender.state === state) && words.every((word) => tender.haystack.includes(word)),
  );
}

export function sortTenders(rows: readonly TenderRow[], { column, direction }: Order): readonly TenderRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const key = keys[column] ?? keys['next'];
  if (key === undefined) return rows;
  return rows
    .map((row) => ({ row, by: key(row) }))
    .sort((a, b) => sign * compare(a.by, b.by) || compare(a.row.tender.title, b.row.tender.title))
    .map(({ row }) => row);
}

const keys: Readonly<Record<string, (row: TenderRow) => string | number>> = {
  title: ({ tender }) => foldText(tender.title),
  buyer: ({ tender }) => foldText(tender.buyer),
  value: ({ tender }) => tender.value.gross ?? tender.value.net ?? -1,
  // What has no date to come stands behind what has.
  next: ({ next }) => next?.endsAt ?? '~',
  state: ({ tender }) => stateOptions.findIndex(({ value }) => value === tender.state),
};

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
