import type { HistoryEntry, RowChange } from './history.ts';
import type { RecordTable } from './records.ts';

/** What a person looks for in the activity: what an organisation can do is sought under capabilities. */
export type RecordKind = 'organisations' | 'tenders' | 'bids' | 'capabilities' | 'workspace';

/** What an entry did to a record. `undone`: it turned round what another entry had done; `fact`: it only recorded something. */
export type ChangeKind = 'added' | 'changed' | 'removed' | 'undone' | 'fact';

/** Under what an entry is found: `bids/removed`. */
export type Filing = `${RecordKind}/${ChangeKind}`;

const kinds: Readonly<Partial<Record<RecordTable, RecordKind>>> = {
  organisations: 'organisations',
  tenders: 'tenders',
  bids: 'bids',
  capabilities: 'capabilities',
  capabilityProfiles: 'capabilities',
};

export function recordKindOf(table: RecordTable): RecordKind {
  return kinds[table] ?? 'workspace';
}

/**
 * Whether a change took away a record that can be missed. A profile comes and goes with what is known of an organisation:
 * it is a part of that, and no record of its own.
 */
export function isRemoval({ table, before, after }: RowChange): boolean {
  return before !== null && after === null && table !== 'capabilityProfiles';
}

/** Where an entry is filed, each place once. It depends on nothing but the entry, so that the index over it can be made anew. */
export function filedUnder({ kind, changes, exported }: HistoryEntry): readonly Filing[] {
  const filings = new Set<Filing>();
  for (const change of changes) {
    const record = recordKindOf(change.table);
    filings.add(`${record}/${changeKindOf(change)}`);
    if (kind === 'undo' || kind === 'redo') filings.add(`${record}/undone`);
  }
  if (kind !== 'fact') return [...filings];
  if (exported !== undefined) filings.add('bids/fact');
  for (const { table } of changes) filings.add(`${recordKindOf(table)}/fact`);
  if (exported === undefined && changes.length === 0) filings.add('workspace/fact');
  return [...filings];
}

function changeKindOf(change: RowChange): ChangeKind {
  if (isRemoval(change)) return 'removed';
  return change.before === null && change.table !== 'capabilityProfiles' ? 'added' : 'changed';
}
