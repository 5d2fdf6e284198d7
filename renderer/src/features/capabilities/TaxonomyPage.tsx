import { Button, TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { compareDepth } from '../../../../shared/domain/capability/capabilityCells.ts';
import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import { type CapabilityMatrix, useCapabilityMatrix } from '../../store/queries/capabilities.ts';
import type { Store } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Place, VirtualTable } from '../../ui/VirtualTable.tsx';
import type { Order } from '../../ui/VirtualTableHead.tsx';
import { AddCapabilities } from './AddCapabilities.tsx';
import { CapabilitiesFrame } from './CapabilitiesFrame.tsx';
import classes from './capabilities.module.css';
import { CapabilityPanel } from './CapabilityPanel.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { depths } from './sheet.ts';
import { StarterList } from './StarterList.tsx';
import { type TaxonomyRow, taxonomyColumns } from './taxonomyColumns.tsx';

/** Where each open workspace's list was left. */
const places = new WeakMap<Store, Place>();
const start: Place = { top: 0, cursor: null };
const sortable = ['name', 'group', 'depth'] as const;

/** What a bid may need, in the words of this consortium. */
export function TaxonomyPage() {
  const matrix = useCapabilityMatrix();
  return matrix === undefined ? null : <Taxonomy matrix={matrix} />;
}

function Taxonomy({ matrix }: { readonly matrix: CapabilityMatrix }) {
  const [address, setAddress] = useSearchParams();
  const { capabilities } = matrix;
  const shown = capabilities.find(({ id }) => id === address.get('show')) ?? null;
  const groups = useMemo(() => [...new Set(capabilities.map(({ group }) => group))], [capabilities]);

  const put = (name: 'show' | 'new', value: string | null): void =>
    setAddress(
      (now) => {
        if (value === null) now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );

  return (
    <CapabilitiesFrame
      title="Capabilities"
      remark={capabilities.length === 0 ? '' : `${capabilities.length} in ${groups.length} groups`}
      tools={<Button onClick={() => put('new', '1')}>Add capabilities</Button>}
    >
      {capabilities.length === 0 ? (
        <EmptyState sentence="Here belongs what a bid may need someone to do, in your own words: arboriculture, TUPE transfers, safeguarding. The matrix then says who can.">
          <StarterList />
          <Button component={Link} to="?new=1" variant="default">
            Write your own
          </Button>
        </EmptyState>
      ) : (
        <div className={classes['columns']}>
          <List matrix={matrix} groups={groups} />
          {shown !== null && (
            <CapabilityPanel key={shown.id} capability={shown} matrix={matrix} onClose={() => put('show', null)} />
          )}
        </div>
      )}
      {address.has('new') && <AddCapabilities known={capabilities} onClose={() => put('new', null)} />}
    </CapabilitiesFrame>
  );
}

interface ListProps {
  readonly matrix: CapabilityMatrix;
  readonly groups: readonly string[];
}

function List({ matrix, groups }: ListProps) {
  const store = useStore();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const [order, setOrder] = useState<Order>({ column: 'group', direction: 'ascending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const leave = useCallback((place: Place) => void places.set(store, place), [store]);

  const all = useMemo(() => rowsOf(matrix, order), [matrix, order]);
  const rows = useMemo(() => {
    const words = foldText(text).split(/\s+/);
    return all.filter(({ sought }) => words.every((word) => sought.includes(word)));
  }, [all, text]);
  const chosen = rows.filter(({ id }) => selected.has(id));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'f' || !event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      search.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={classes['list']}>
      <div className={classes['bar']}>
        <TextInput
          ref={search}
          type="search"
          size="xs"
          className={classes['find']}
          aria-label="Filter the capabilities"
          placeholder="Filter by name, group or description (Ctrl+F)"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <output className={classes['remark']}>
          {rows.length === all.length ? '' : `${rows.length} of ${all.length}`}
        </output>
      </div>
      <VirtualTable
        label="Capabilities"
        rows={rows}
        columns={taxonomyColumns}
        sortable={sortable}
        order={order}
        onOrder={setOrder}
        nameOf={({ name }) => name}
        selected={new Set(chosen.map(({ id }) => id))}
        onSelect={setSelected}
        pathOf={({ id }) => `/capabilities?show=${id}`}
        onGo={(path) => void navigate(path, { replace: true })}
        place={places.get(store) ?? start}
        onLeave={leave}
      />
      {chosen.length > 0 && <SelectionBar chosen={chosen} groups={groups} onClear={() => setSelected(new Set())} />}
    </div>
  );
}

function rowsOf(matrix: CapabilityMatrix, { column, direction }: Order): readonly TaxonomyRow[] {
  const depthById = depths(matrix);
  const rows = matrix.capabilities.flatMap((capability): readonly TaxonomyRow[] => {
    const { id, name, group, description } = capability;
    const depth = depthById.get(id);
    const sought = foldText(`${name} ${group} ${description}`);
    return depth === undefined ? [] : [{ id, name, group, description, depth, sought }];
  });
  // They come by group, and by name within a group.
  if (column === 'name') rows.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  if (column === 'depth') rows.sort((a, b) => compareDepth(a.depth, b.depth));
  return direction === 'descending' ? rows.toReversed() : rows;
}
