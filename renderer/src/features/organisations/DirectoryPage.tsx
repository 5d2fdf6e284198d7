import { Button, Text, TextInput } from '@mantine/core';
import { addDays, formatISO, parseISO } from 'date-fns';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { soonDays } from '../../../../shared/domain/organisation/coverFacts.ts';
import {
  filterDirectory,
  type OrganisationSummary,
  sortDirectory,
} from '../../../../shared/domain/organisation/directory.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useDirectory } from '../../store/queries/directory.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { useToday } from '../../ui/useToday.ts';
import classes from './directory.module.css';
import { DirectoryFilters } from './DirectoryFilters.tsx';
import { DirectoryTable } from './DirectoryTable.tsx';
import { isFiltered } from './directoryView.ts';
import { exportOrganisations } from './exportOrganisations.ts';
import { NewOrganisation } from './NewOrganisation.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useDirectoryView } from './useDirectoryView.ts';

/** Who could join, and what each of them lacks. */
export function DirectoryPage() {
  const today = useToday();
  const { summaries, complete } = useDirectory(today);
  const [address, setAddress] = useSearchParams();
  const isAdding = address.has('new');

  const closeNew = (): void => {
    setAddress(
      (now) => {
        now.delete('new');
        return now;
      },
      { replace: true },
    );
  };

  return (
    <div className={classes['page']}>
      {complete && summaries.length === 0 ? <Empty /> : <List summaries={summaries} complete={complete} />}
      {isAdding && <NewOrganisation known={summaries} today={today} onClose={closeNew} />}
    </div>
  );
}

function Empty() {
  return (
    <>
      <PageHeading title="Organisations" />
      <EmptyState sentence="Here belong the organisations that could stand in a bid together: who they are, who signs, what they turn over and what they are insured for.">
        <Button component={Link} to="?new=1">
          New organisation
        </Button>
        <Button component={Link} to="/open-sample" variant="default">
          Open the sample workspace
        </Button>
        <Button component={Link} to="/open-file" variant="default">
          Open a workspace file
        </Button>
      </EmptyState>
    </>
  );
}

interface ListProps {
  readonly summaries: readonly OrganisationSummary[];
  readonly complete: boolean;
}

function List({ summaries, complete }: ListProps) {
  const today = useToday();
  const store = useStore();
  const host = useHost();
  const { view, type, show } = useDirectoryView();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const soon = formatISO(addDays(parseISO(today), soonDays), { representation: 'date' });

  const { column, direction, legalForms, flags, gaps, expiring } = view;
  const text = useDeferredValue(view.text);
  const sorted = useMemo(() => sortDirectory(summaries, column, direction), [summaries, column, direction]);
  const rows = useMemo(
    () => filterDirectory(sorted, { text, legalForms, flags, gaps, expiresBy: expiring ? soon : null }),
    [sorted, text, legalForms, flags, gaps, expiring, soon],
  );
  // What cannot be seen is not selected either: nothing is removed or exported by surprise.
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : rows.filter(({ id }) => selected.has(id))),
    [rows, selected],
  );
  const chosenIds = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.shiftKey || event.altKey) return;
      if (event.key === 'f') search.current?.select();
      else if (event.key === 'e') void exportOrganisations(store, host, (chosen.length > 0 ? chosen : rows).map(idOf));
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, host, chosen, rows]);

  return (
    <>
      <div className={classes['head']}>
        <PageHeading title="Organisations" />
        <Text component="output" size="sm" c="dimmed" aria-live="polite">
          {complete ? countOf(rows.length, summaries.length) : 'Reading the organisations…'}
        </Text>
        <Button component={Link} to="?new=1">
          New organisation
        </Button>
      </div>
      <search className={classes['filters']}>
        <TextInput
          ref={search}
          type="search"
          aria-label="Filter by name, number, place or person"
          placeholder="Filter by name, number, place or person (Ctrl+F)"
          className={classes['search']}
          size="xs"
          value={view.text}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <DirectoryFilters legalForms={legalForms} flags={flags} gaps={gaps} expiring={expiring} show={show} />
      </search>
      <DirectoryTable
        rows={rows}
        column={column}
        direction={direction}
        show={show}
        today={today}
        soon={soon}
        selected={chosenIds}
        onSelect={setSelected}
      />
      {complete && rows.length === 0 && (
        <Text size="sm" mt="xs">
          None of the {summaries.length.toLocaleString('en-GB')} organisations fits.{' '}
          {isFiltered(view) && (
            <Button component={Link} to="/organisations" variant="subtle" size="compact-xs">
              Show all
            </Button>
          )}
        </Text>
      )}
      {chosen.length > 0 && <SelectionBar chosen={chosen} onClear={() => setSelected(new Set())} />}
    </>
  );
}

function idOf({ id }: OrganisationSummary): string {
  return id;
}

function countOf(shown: number, all: number): string {
  if (shown === all) return all === 1 ? '1 organisation' : `${all.toLocaleString('en-GB')} organisations`;
  return `${shown.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`;
}
