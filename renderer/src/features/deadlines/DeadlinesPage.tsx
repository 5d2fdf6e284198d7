import { Button, Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHost } from '../../host/HostContext.tsx';
import { exportCalendar } from '../../parts/exportCalendar.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { markDatesMet } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useAgenda } from '../../store/queries/tenders.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useNow } from '../../ui/useNow.ts';
import { type Place, VirtualTable } from '../../ui/VirtualTable.tsx';
import { agendaColumns, pathOf } from './agendaColumns.tsx';
import { type AgendaRow, agendaRows, kindOptions, stateOptions } from './agendaRows.ts';
import classes from './deadlines.module.css';

/** Where the agenda was left. */
let lastPlace: Place = { top: 0, cursor: null };

/** Every date to come over all tenders, soonest first. */
export function DeadlinesPage() {
  const navigate = useNavigate();
  const store = useStore();
  const host = useHost();
  const now = useNow();
  const agenda = useAgenda(now);
  const filters = useAddressFilters();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { followed, value } = filters;
  const kind = value('kind');
  const state = value('state');
  const passed = value('passed') === '1';
  const rows = useMemo(
    () => agendaRows(agenda, { text: followed, kind, state, passed }),
    [agenda, followed, kind, state, passed],
  );
  const chosen = selected.size === 0 ? [] : rows.filter(({ id }) => selected.has(id));
  const isEmpty = agenda.complete && agenda.upcoming.length === 0 && agenda.passed.length === 0;

  const save = (): void => {
    void exportCalendar(store, host, {
      tenderIds: null,
      name: 'Tender deadlines',
      suggestedName: 'Tender deadlines.ics',
    });
  };
  useExportKey(isEmpty ? null : save);

  return (
    <div className={classes['page']}>
      <div className={classes['head']}>
        <PageHeading title="Deadlines" />
        <Text component="output" size="sm" c="dimmed" aria-live="polite">
          {agenda.complete ? counted(rows.length, 'date') : 'Reading the tenders…'}
        </Text>
        {!isEmpty && (
          <div className={classes['actions']}>
            <Button variant="default" onClick={save}>
              Export as calendar
            </Button>
          </div>
        )}
      </div>
      {isEmpty ? (
        <EmptyState sentence="Here come the dates of every tender, soonest first, with what is left of the time. There is none yet.">
          <Button component={Link} to="/tenders/notices/import">
            Import notices
          </Button>
          <Button component={Link} to="/tenders?new=1" variant="default">
            New tender by hand
          </Button>
        </EmptyState>
      ) : (
        <>
          <Filters {...filters} />
          <VirtualTable
            label="Deadlines"
            rows={rows}
            columns={agendaColumns}
            sortable={[]}
            order={{ column: 'day', direction: passed ? 'descending' : 'ascending' }}
            onOrder={nothing}
            nameOf={({ entry }) => `${entry.deadline.label}, ${entry.tender.title}`}
            selected={new Set(chosen.map(({ id }) => id))}
            onSelect={setSelected}
            pathOf={pathOf}
            onGo={(path) => void navigate(path)}
            place={lastPlace}
            onLeave={leave}
          />
          {agenda.complete && rows.length === 0 && (
            <Text size="sm" mt="xs">
              No date fits.{' '}
              <Button component={Link} to="/tenders/deadlines" variant="subtle" size="compact-xs">
                Show all to come
              </Button>
            </Text>
          )}
          {chosen.length > 0 && <Selection rows={chosen} onClear={() => setSelected(new Set())} />}
        </>
      )}
    </div>
  );
}

function nothing(): void {
  // The agenda has one order.
}

function leave(place: Place): void {
  lastPlace = place;
}

function useExportKey(save: (() => void) | null): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.key !== 'e' || save === null) return;
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [save]);
}

function Filters({ text, type, value, show }: ReturnType<typeof useAddressFilters>) {
  const search = useRef<HTMLInputElement>(null);
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
    <search className={classes['filters']}>
      <TextInput
        ref={search}
        type="search"
        aria-label="Filter by tender, buyer or number"
        placeholder="Filter by tender, buyer or number (Ctrl+F)"
        className={classes['search']}
        size="xs"
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        aria-label="Kind of date"
        placeholder="Every kind"
        className={classes['filter']}
        size="xs"
        clearable
        clearButtonProps={{ 'aria-label': 'Every kind' }}
        data={[...kindOptions]}
        value={kindOptions.find((option) => option.value === value('kind'))?.value ?? null}
        onChange={(kind) => show({ kind: kind ?? '' })}
      />
      <Select
        aria-label="State of the tender"
        placeholder="Tenders in any state"
        className={classes['filter']}
        size="xs"
        clearable
        clearButtonProps={{ 'aria-label': 'Tenders in any state' }}
        data={stateOptions}
        value={stateOptions.find((option) => option.value === value('state'))?.value ?? null}
        onChange={(state) => show({ state: state ?? '' })}
      />
      <Checkbox
        size="xs"
        label="Passed and not met"
        checked={value('passed') === '1'}
        onChange={(event) => show({ passed: event.currentTarget.checked ? '1' : '' })}
      />
    </search>
  );
}

function Selection({ rows, onClear }: { readonly rows: readonly AgendaRow[]; readonly onClear: () => void }) {
  const store = useStore();
  const markMet = async (): Promise<void> => {
    const chosen = rows.map(({ id, entry }) => ({ tenderId: entry.tender.id, deadlineId: id }));
    const outcome = await askingFirst((confirmed) => markDatesMet(store, chosen, confirmed));
    if (outcome === null) return;
    if (!outcome.ok) return notifyProblem('No date was marked', problemSentence(outcome.error));
    onClear();
  };
  return (
    <section className={classes['selection']} aria-label="The selection">
      <Text size="sm">{counted(rows.length, 'date')} selected</Text>
      <Button variant="default" onClick={() => void markMet()}>
        Mark as met
      </Button>
      <Button variant="default" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
