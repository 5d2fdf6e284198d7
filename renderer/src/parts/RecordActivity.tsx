import { Text } from '@mantine/core';
import { useActivity } from '../store/queries/activity.ts';
import { Section } from '../ui/Section.tsx';
import { formatInstant } from '../ui/time.ts';
import classes from './RecordActivity.module.css';

const shown = 30;

/** The latest that happened to one record. */
export function RecordActivity({ id }: { readonly id: string }) {
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
              <Text span size="xs">
                <bdi>{label}</bdi>
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
