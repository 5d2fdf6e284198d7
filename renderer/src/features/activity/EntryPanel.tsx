import { Anchor, Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { RowChange } from '../../../../shared/rows/history.ts';
import type { StoredHistoryEntry } from '../../store/db.ts';
import { useEntries, useUndone } from '../../store/queries/activity.ts';
import { formatInstant } from '../../ui/time.ts';
import classes from './activity.module.css';
import { useNamesOf } from './describe/useNamesOf.ts';
import { RecordChange } from './RecordChange.tsx';

/** Of how many records the changes are shown at first: a mass change may have thousands. */
const shownAtFirst = 10;

interface EntryPanelProps {
  readonly seq: number;
  readonly onClose: () => void;
}

/** One entry of the history with what it changed, beside the list. */
export function EntryPanel({ seq, onClose }: EntryPanelProps) {
  const title = useId();
  const seqs = useMemo(() => [seq], [seq]);
  const entries = useEntries(seqs);
  const undone = useUndone(seqs);
  if (entries === undefined || undone === undefined) return null;
  const entry = entries.get(seq);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, from whatever is in it
    <aside className={classes['panel']} aria-labelledby={title} onKeyDown={onKeyDown}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h3" id={title} className={classes['title']}>
          <bdi>{entry?.label ?? 'There is no such entry'}</bdi>
        </Title>
        <CloseButton size="sm" aria-label="Close" onClick={onClose} />
      </Group>
      {entry !== undefined && <Entry entry={entry} isUndone={undone.has(seq)} />}
    </aside>
  );
}

function Entry({ entry, isUndone }: { readonly entry: StoredHistoryEntry; readonly isUndone: boolean }) {
  const { at, kind, reverses, changes } = entry;
  const [limit, setLimit] = useState(shownAtFirst);
  const shown = useMemo(() => changes.slice(0, limit), [changes, limit]);
  return (
    <>
      <Text size="sm" c="dimmed">
        {formatInstant(at)}
        {kind === 'do' && isUndone && ' · undone since'}
      </Text>
      {reverses !== null && (
        <Anchor component={Link} to={`/activity?entry=${reverses}`} size="sm">
          {kind === 'undo' ? 'What this took back' : 'What this did again'}
        </Anchor>
      )}
      {changes.length === 0 && <Text size="sm">Nothing was changed by this. It is recorded that it happened.</Text>}
      <Changes entry={entry} changes={shown} />
      {changes.length > limit && (
        <Button variant="default" mt="sm" onClick={() => setLimit(limit + 50)}>
          {`Show more of the ${changes.length.toLocaleString('en-GB')} records`}
        </Button>
      )}
    </>
  );
}

function Changes({ entry, changes }: { readonly entry: StoredHistoryEntry; readonly changes: readonly RowChange[] }) {
  const named = useNamesOf(changes);
  if (named === undefined) return null;
  return changes.map((change) => (
    <RecordChange
      key={`${change.table}/${change.id}`}
      entry={entry}
      change={change}
      names={named.names}
      record={named.known.records.get(change.id)}
    />
  ));
}
