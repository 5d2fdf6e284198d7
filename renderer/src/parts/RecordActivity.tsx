import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useActivity } from '../store/queries/activity.ts';
import { Section } from '../ui/Section.tsx';
import { formatInstant } from '../ui/time.ts';
import classes from './RecordActivity.module.css';

const shown = 30;

/** The latest that happened to one record. */
export function RecordActivity({ id, noun }: { readonly id: string; readonly noun: string }) {
  const entries = useActivity(id, shown);
  return (
    <Section title="Activity" name="activity">
      {entries?.length === 0 && (
        <Text size="xs" c="dimmed">
          Nothing has been changed here yet.
        </Text>
      )}
      {entries !== undefined && (
        <ol className={classes['activity']}>
          {entries.map(({ seq, at, label }) => (
            <li key={seq}>
              <Text span size="xs" c="dimmed" component="time" dateTime={at}>
                {formatInstant(at)}
              </Text>
              <Anchor component={Link} to={`/activity?of=${id}&entry=${seq}`} size="xs" c="inherit">
                <bdi>{label}</bdi>
              </Anchor>
            </li>
          ))}
        </ol>
      )}
      <Anchor component={Link} to={`/activity?of=${id}`} size="xs">
        All activity of this {noun}, with every earlier version
      </Anchor>
    </Section>
  );
}
