import { Anchor, Button, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useActivityKeys, useEntries, useMatches, useUndone } from '../../store/queries/activity.ts';
import { pageOf, useRecordName } from '../../store/queries/names.ts';
import { counted } from '../../ui/counted.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { type AddressFilters, useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useNow } from '../../ui/useNow.ts';
import { type Place, VirtualTable } from '../../ui/VirtualTable.tsx';
import classes from './activity.module.css';
import { activityColumns, type EntryRow } from './activityColumns.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { filterFrom, isFiltered } from './activityView.ts';
import { EntryPanel } from './EntryPanel.tsx';

/** Where the list was left. */
let lastPlace: Place = { top: 0, cursor: null };

/** Everything that was done, newest first; of one record where the address names it. */
export function ActivityPage() {
  const filters = useAddressFilters();
  const { value, show, followed } = filters;
  const page = useRef<HTMLDivElement>(null);
  const keys = useActivityKeys(filterFrom(value));
  const matches = useMatches(keys, followed);
  const recordId = value('of');
  const entry = Number(value('entry'));

  const close = (): void => {
    show({ entry: '' });
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  };

  return (
    <div ref={page} className={classes['page']}>
      <div className={classes['head']}>
        <PageHeading title="Activity" />
        <Text component="output" size="sm" c="dimmed" aria-live="polite">
          {remarkOn(matches, isFiltered(filters))}
        </Text>
        {recordId !== '' && <OnlyOf id={recordId} onClear={() => show({ of: '', entry: '' })} />}
      </div>
      <ActivityFilters filters={filters} />
      <div className={classes['columns']}>
        <div className={classes['list']}>
          {matches !== undefined && (matches.seqs.length > 0 || matches.done < 1) && (
            <List key={recordId} seqs={matches.seqs} filters={filters} />
          )}
          {matches?.done === 1 && matches.seqs.length === 0 && <Nothing filtered={isFiltered(filters)} />}
        </div>
        {entry > 0 && <EntryPanel key={entry} seq={entry} onClose={close} />}
      </div>
    </div>
  );
}

function remarkOn(
  matches: { readonly seqs: readonly number[]; readonly done: number } | undefined,
  filtered: boolean,
): string {
  if (matches === undefined) return '';
  const found = counted(matches.seqs.length, filtered ? 'entry fits' : 'entry', filtered ? 'entries fit' : 'entries');
  return matches.done < 1 ? `${found}, looking further back (${Math.round(matches.done * 100)} %)` : found;
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  if (filtered) {
    return (
      <Text size="sm">
        Nothing that was done fits.{' '}
        <Button component={Link} to="/activity" variant="subtle" size="compact-xs">
          Show everything
        </Button>
      </Text>
    );
  }
  return (
    <EmptyState sentence="Every change is listed here, with what it changed and when. Undo takes back the newest one that stands, and any earlier version can be brought back from here." />
  );
}

/** Entries are read in steps of so many as they come into view. */
const step = 50;
const first: readonly number[] = [0, step];

function List({ seqs, filters }: { readonly seqs: readonly number[]; readonly filters: AddressFilters }) {
  const navigate = useNavigate();
  const now = useNow();
  const [range, setRange] = useState(first);
  const rows = useMemo(() => seqs.map((seq): EntryRow => ({ id: String(seq), seq })), [seqs]);
  const inView = useMemo(() => seqs.slice(range[0], range[1]), [seqs, range]);
  const entries = useEntries(inView);
  const undone = useUndone(inView);
  const shown = filters.value('entry');
  const addressOf = ({ id }: EntryRow) => `/activity?${filters.queryWith({ entry: id })}`;

  const onRange = useCallback((from: number, to: number): void => {
    const next = [Math.floor(from / step) * step, Math.ceil((to + 1) / step) * step];
    setRange((known) => (known[0] === next[0] && known[1] === next[1] ? known : next));
  }, []);

  const columns = activityColumns({ entries, undone, now, addressOf, shown });

  return (
    <VirtualTable
      label="Activity"
      rows={rows}
      columns={columns}
      sortable={[]}
      order={{ column: 'at', direction: 'descending' }}
      onOrder={() => undefined}
      nameOf={({ seq }) => entries?.get(seq)?.label ?? ''}
      onRange={onRange}
      pathOf={addressOf}
      onGo={(path) => void navigate(path, { replace: shown !== '' })}
      place={isFiltered(filters) ? { top: 0, cursor: null } : lastPlace}
      onLeave={leave}
    />
  );
}

function leave(place: Place): void {
  lastPlace = place;
}

function OnlyOf({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const record = useRecordName(id);
  if (record === undefined) return null;
  const page = record === null ? null : pageOf(record.table, id);
  return (
    <Text size="sm" className={classes['onlyOf']}>
      Only of {record === null && 'a record that is not here'}
      {record !== null && (!record.isThere || page === null) && (
        <>
          <bdi>{record.name}</bdi>, which was removed
        </>
      )}
      {record?.isThere === true && page !== null && (
        <Anchor component={Link} to={page} size="sm">
          <bdi>{record.name}</bdi>
        </Anchor>
      )}{' '}
      <Button variant="default" size="compact-xs" onClick={onClear}>
        Show everything
      </Button>
    </Text>
  );
}
