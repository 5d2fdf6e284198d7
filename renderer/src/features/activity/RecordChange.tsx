import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { RowChange } from '../../../../shared/rows/history.ts';
import { bringBack } from '../../store/commands/restore.ts';
import type { StoredHistoryEntry } from '../../store/db.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useIsLatest } from '../../store/queries/activity.ts';
import { pageOf, type RecordName } from '../../store/queries/names.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { formatInstant } from '../../ui/time.ts';
import classes from './activity.module.css';
import { ChangeLines } from './ChangeLines.tsx';
import { describeChange } from './describe/describeChange.ts';
import type { Names } from './describe/field.ts';

interface RecordChangeProps {
  readonly entry: StoredHistoryEntry;
  readonly change: RowChange;
  readonly names: Names;
  /** The record as it is called now, or was last. */
  readonly record: RecordName | undefined;
}

/** What an entry did to one record, and the ways back. */
export function RecordChange({ entry, change, names, record }: RecordChangeProps) {
  const { table, id, before, after } = change;
  const lines = describeChange(change, names);
  const page = record?.isThere === true ? pageOf(table, id) : null;
  const name = record?.name ?? 'A record that is not here';
  return (
    <section className={classes['record']} aria-label={name}>
      <Title order={3} size="h4">
        {page === null ? (
          <bdi>{name}</bdi>
        ) : (
          <Anchor component={Link} to={page} inherit>
            <bdi>{name}</bdi>
          </Anchor>
        )}
        <Text span size="sm" c="dimmed">
          {' '}
          {table === 'capabilityProfiles' ? 'what it can do: ' : ''}
          {before === null ? 'added' : after === null ? 'removed' : 'changed'}
        </Text>
      </Title>
      <ChangeLines lines={lines} isWhole={before === null || after === null} />
      <WaysBack entry={entry} change={change} isThere={record?.isThere === true} />
      <Anchor component={Link} to={`/activity?of=${id}&entry=${entry.seq}`} size="xs">
        All activity of this record
      </Anchor>
    </section>
  );
}

interface WaysBackProps {
  readonly entry: StoredHistoryEntry;
  readonly change: RowChange;
  readonly isThere: boolean;
}

function WaysBack({ entry: { seq, at }, change: { table, id, before, after }, isThere }: WaysBackProps) {
  const store = useStore();
  const isLatest = useIsLatest(id, seq);
  const back = async (side: 'before' | 'after'): Promise<void> => {
    const what = `version ${side} ${formatInstant(at)}`;
    const outcome = await bringBack(store, { table, id, seq, side }, what);
    if (!outcome.ok) return notifyProblem('Nothing was brought back', problemSentence(outcome.error));
    if (outcome.value === null) return notifyDone('Nothing to bring back', 'The record stands like this already.');
    notifyDone(outcome.value.label, 'Undo (Ctrl+Z) takes this back again.');
  };
  return (
    <Group gap="xs" my={6}>
      {before !== null && (
        <Button variant="default" size="compact-xs" onClick={() => void back('before')}>
          {after === null && !isThere ? 'Restore it as it was' : 'Bring back the version before this'}
        </Button>
      )}
      {after !== null && isLatest === false && (
        <Button variant="default" size="compact-xs" onClick={() => void back('after')}>
          Bring back the version after this
        </Button>
      )}
      {after !== null && isLatest === true && (
        <Text size="xs" c="dimmed">
          This is how it stands now.
        </Text>
      )}
    </Group>
  );
}
