import { Button, Select, Text, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { Removed } from '../../parts/Removed.tsx';
import { removeTenders } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useTendersBidFor } from '../../store/queries/tenders.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useNow } from '../../ui/useNow.ts';
import { type Place, VirtualTable } from '../../ui/VirtualTable.tsx';
import { NewTender } from './NewTender.tsx';
import { pathOf, tenderColumns } from './tenderColumns.tsx';
import { filterTenders, orderFrom, rowsOf, sortableColumns, sortOf, sortTenders, stateOptions } from './tendersView.ts';
import classes from './tenders.module.css';

/** Where the list was left. */
let lastPlace: Place = { top: 0, cursor: null };

/** What the team watches or bids for, and what is due next. */
export function TendersPage() {
  const { summaries, complete } = useTendersBidFor();
  const { value, show } = useAddressFilters();
  return (
    <div className={classes['listPage']}>
      {complete && summaries.length === 0 ? <Empty /> : <List tenders={summaries} complete={complete} />}
      {value('new') === '1' && <NewTender onClose={() => show({ new: '' })} />}
    </div>
  );
}

function Empty() {
  return (
    <>
      <PageHeading title="Tenders" />
      <EmptyState sentence="Here belong the procurements you watch or bid for: who buys, what, in which lots, and every date with its history. Make one of a published notice, or enter it by hand.">
        <Button component={Link} to="/tenders/notices/import">
          Import notices
        </Button>
        <Button component={Link} to="?new=1" variant="default">
          New tender by hand
        </Button>
        <Button component={Link} to="/open-sample" variant="default">
          Open the sample workspace
        </Button>
      </EmptyState>
    </>
  );
}

function List({ tenders, complete }: { readonly tenders: readonly TenderSummary[]; readonly complete: boolean }) {
  const navigate = useNavigate();
  const now = useNow();
  const { text, followed, type, value, show } = useAddressFilters();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const state = value('state');
  const order = orderFrom(value('sort'));
  const { column, direction } = order;
  const sorted = useMemo(
    () => sortTenders(rowsOf(tenders, now), { column, direction }),
    [tenders, now, column, direction],
  );
  const rows = useMemo(() => filterTenders(sorted, followed, state), [sorted, followed, state]);
  const chosen = selected.size === 0 ? [] : rows.filter(({ id }) => selected.has(id));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.key !== 'f') return;
      event.preventDefault();
      search.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <div className={classes['head']}>
        <PageHeading title="Tenders" />
        <Text component="output" size="sm" c="dimmed" aria-live="polite">
          {complete ? countOf(rows.length, tenders.length) : 'Reading the tenders…'}
        </Text>
        <div className={classes['actions']}>
          <Button component={Link} to="/tenders/notices/import" variant="default">
            Import notices
          </Button>
          <Button component={Link} to="?new=1">
            New tender
          </Button>
        </div>
      </div>
      <search className={classes['filters']}>
        <TextInput
          ref={search}
          type="search"
          aria-label="Filter by title, buyer, number, lot or CPV"
          placeholder="Filter by title, buyer, number, lot or CPV (Ctrl+F)"
          className={classes['search']}
          size="xs"
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Select
          aria-label="State"
          placeholder="Any state"
          className={classes['filter']}
          size="xs"
          clearable
          clearButtonProps={{ 'aria-label': 'Any state' }}
          data={stateOptions}
          value={stateOptions.find((option) => option.value === state)?.value ?? null}
          onChange={(state) => show({ state: state ?? '' })}
        />
      </search>
      <VirtualTable
        label="Tenders"
        rows={rows}
        columns={tenderColumns}
        sortable={sortableColumns}
        order={order}
        onOrder={(order) => show({ sort: sortOf(order) })}
        nameOf={({ tender }) => tender.title}
        selected={new Set(chosen.map(({ id }) => id))}
        onSelect={setSelected}
        pathOf={pathOf}
        onGo={(path) => void navigate(path)}
        place={lastPlace}
        onLeave={leave}
      />
      {complete && rows.length === 0 && (
        <Text size="sm" mt="xs">
          None of the {counted(tenders.length, 'tender')} fits.{' '}
          <Button component={Link} to="/tenders" variant="subtle" size="compact-xs">
            Show all
          </Button>
        </Text>
      )}
      {chosen.length > 0 && <Selection ids={chosen.map(({ id }) => id)} onClear={() => setSelected(new Set())} />}
    </>
  );
}

function leave(place: Place): void {
  lastPlace = place;
}

function countOf(shown: number, all: number): string {
  return shown === all ? counted(all, 'tender') : `${shown.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`;
}

function Selection({ ids, onClear }: { readonly ids: readonly string[]; readonly onClear: () => void }) {
  const store = useStore();
  const remove = async (): Promise<void> => {
    const outcome = await askingFirst((confirmed) => removeTenders(store, ids, confirmed));
    if (outcome === null) return;
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    onClear();
    notifyDone(`Removed ${counted(ids.length, 'tender')}`, <Removed many />);
  };
  return (
    <section className={classes['selection']} aria-label="The selection">
      <Text size="sm">{counted(ids.length, 'tender')} selected</Text>
      <Button variant="default" onClick={() => void remove()}>
        Remove
      </Button>
      <Button variant="default" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
