import { Badge } from '@mantine/core';
import { Link } from 'react-router';
import type { StoredHistoryEntry } from '../../store/db.ts';
import { formatInstant, formatRecent } from '../../ui/time.ts';
import type { Column } from '../../ui/VirtualTable.tsx';
import classes from './activity.module.css';

/** A line of the activity. The entry itself is read when it comes into view. */
export interface EntryRow {
  readonly id: string;
  readonly seq: number;
}

interface Reading {
  readonly entries: ReadonlyMap<number, StoredHistoryEntry> | undefined;
  readonly undone: ReadonlySet<number> | undefined;
  readonly now: Date;
  readonly addressOf: (row: EntryRow) => string;
  /** The entry that stands open beside the list. */
  readonly shown: string;
}

export function activityColumns({ entries, undone, now, addressOf, shown }: Reading): readonly Column<EntryRow>[] {
  return [
    { id: 'at', header: 'When', width: '150px', cell: ({ seq }) => when(entries?.get(seq), now) },
    {
      id: 'label',
      header: 'What was done',
      width: 'auto',
      cell: (row) => what(entries?.get(row.seq), addressOf(row), row.id === shown),
    },
    {
      id: 'stands',
      header: 'Stands',
      width: '90px',
      cell: ({ seq }) =>
        entries?.get(seq)?.kind === 'do' && undone?.has(seq) === true && <Badge color="gray">undone</Badge>,
    },
  ];
}

function when(entry: StoredHistoryEntry | undefined, now: Date) {
  return entry === undefined ? null : <span title={formatInstant(entry.at)}>{formatRecent(entry.at, now)}</span>;
}

function what(entry: StoredHistoryEntry | undefined, address: string, isShown: boolean) {
  if (entry === undefined) return <span className={classes['waiting']}>…</span>;
  return (
    <Link to={address} tabIndex={-1} className={classes['label']} title={entry.label} data-shown={isShown || undefined}>
      <bdi>{entry.label}</bdi>
    </Link>
  );
}
