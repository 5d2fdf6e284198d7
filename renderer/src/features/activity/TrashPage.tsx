import { Anchor, Button, Select, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { askingFirst } from '../../parts/massChange.ts';
import { restoreRemoved } from '../../store/commands/restore.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { pageOf, type RecordName, useNames } from '../../store/queries/names.ts';
import { type TrashItem, useTrash } from '../../store/queries/trash.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { formatInstant, formatRecent } from '../../ui/time.ts';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './activity.module.css';
import { kindOptions } from './activityView.ts';
import { itemName, kindOf, relationsOf, trashKinds } from './trashWords.ts';

const step = 50;

/** What was removed and is not there now, and the way back for each. */
export function TrashPage() {
  const { value, show } = useAddressFilters();
  const [limit, setLimit] = useState(step);
  const list = useRef<HTMLDivElement>(null);
  const kind = trashKinds.find((table) => table === value('kind')) ?? null;
  const trash = useTrash(limit, kind);
  const tenders = useTendersOf(trash?.items ?? []);
  const options = kindOptions.filter((option) => trashKinds.some((table) => table === option.value));
  return (
    <div className={classes['trash']}>
      <div className={classes['head']}>
        <PageHeading title="Trash" />
        <Text size="sm" c="dimmed">
          Whatever is removed stays here until you restore it. Nothing empties the trash by itself.
        </Text>
      </div>
      <search className={classes['filters']}>
        <Select
          aria-label="Kind of record"
          placeholder="Every record"
          className={classes['filter']}
          size="xs"
          clearable
          clearButtonProps={{ 'aria-label': 'Every record' }}
          data={options}
          value={kind}
          onChange={(chosen) => show({ kind: chosen ?? '' })}
        />
      </search>
      {trash?.items.length === 0 && <Nothing filtered={kind !== null} />}
      <div ref={list} tabIndex={-1}>
        {trash !== undefined && trash.items.length > 0 && (
          <Items items={trash.items} tenders={tenders} onRestored={() => list.current?.focus()} />
        )}
      </div>
      {trash?.more === true && (
        <Button variant="default" mt="sm" onClick={() => setLimit(limit + step)}>
          Show older
        </Button>
      )}
    </div>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Text size="sm">Nothing of this kind is in the trash.</Text>
  ) : (
    <EmptyState sentence="The trash is empty. What you remove comes here with all that belongs to it: an organisation with its contacts, evidence and capabilities, a tender with its dates, a bid with its answers. From here it comes back whole, however much was done since.">
      <Button component={Link} to="/activity" variant="default">
        What was done lately
      </Button>
    </EmptyState>
  );
}

/** The tenders that the bids in the trash are for. */
function useTendersOf(items: readonly TrashItem[]): ReadonlyMap<string, RecordName> {
  const wanted = useMemo(() => {
    const records = items.flatMap((item) => item.records);
    const tenders = records.flatMap((record) => (record.table === 'bids' ? [record.row.tenderId] : []));
    return {
      records: { organisations: [], tenders, bids: [], capabilities: [] },
      lotsOf: { tenders: [], bids: [] },
    };
  }, [items]);
  return useNames(wanted)?.records ?? new Map();
}

interface ItemsProps {
  readonly items: readonly TrashItem[];
  readonly tenders: ReadonlyMap<string, RecordName>;
  readonly onRestored: () => void;
}

function Items({ items, tenders, onRestored }: ItemsProps) {
  const now = useNow();
  return (
    <div className={classes['scroll']}>
      <table className={classes['trashTable']} aria-label="What was removed">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">With</th>
            <th scope="col">Removed</th>
            <th scope="col">
              <VisuallyHidden>Bring it back</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.seq}>
              <th scope="row">
                <bdi>{itemName(item)}</bdi>
                <Text span size="sm" c="dimmed">
                  {kindOf(item)}
                </Text>
              </th>
              <td>{relationsOf(item, tenders)}</td>
              <td>
                <Anchor component={Link} to={`/activity?entry=${item.seq}`} size="sm" title={formatInstant(item.at)}>
                  {formatRecent(item.at, now)}
                </Anchor>
              </td>
              <td>
                <Restore item={item} onRestored={onRestored} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Restore({ item, onRestored }: { readonly item: TrashItem; readonly onRestored: () => void }) {
  const store = useStore();
  const restore = async (): Promise<void> => {
    const outcome = await askingFirst((confirmed) => restoreRemoved(store, item.seq, confirmed));
    if (outcome === null) return;
    if (!outcome.ok) return notifyProblem('Nothing was restored', problemSentence(outcome.error));
    notifyDone(outcome.value?.label ?? 'Restored', <Restored item={item} />);
    onRestored();
  };
  return (
    <Button variant="default" size="compact-xs" aria-label={`Restore ${itemName(item)}`} onClick={() => void restore()}>
      Restore
    </Button>
  );
}

/** The way to what came back. */
function Restored({ item: { records } }: { readonly item: TrashItem }) {
  const [only] = records;
  const page = only === undefined || records.length > 1 ? null : pageOf(only.table, only.row.id);
  return page === null ? null : (
    <Anchor component={Link} to={page} size="sm">
      Show it
    </Anchor>
  );
}
