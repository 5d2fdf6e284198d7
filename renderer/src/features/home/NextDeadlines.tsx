import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import { useAgenda } from '../../store/queries/tenders.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNow } from '../../ui/useNow.ts';

const shown = 6;

/** What is due next, over all tenders. */
export function NextDeadlines() {
  const { upcoming, complete } = useAgenda(useNow());
  const next = upcoming.filter(({ deadline }) => deadline.kind !== 'publication').slice(0, shown);
  return (
    <Panel title="Next deadlines" link={{ to: '/tenders/deadlines', label: 'All deadlines' }}>
      {!complete && <Text className="waiting">Looking through the tenders…</Text>}
      {complete && next.length === 0 && <Text c="dimmed">No tender has a date to come.</Text>}
      <Stack gap={6}>
        {next.map(({ tender, deadline }) => (
          <Group key={deadline.id} justify="space-between" wrap="nowrap" gap="md" align="baseline">
            <Text truncate title={`${deadline.label}: ${tender.title}`}>
              {deadline.label}:{' '}
              <Anchor component={Link} to={`/tenders/${tender.id}`}>
                <bdi>{tender.title || 'Untitled tender'}</bdi>
              </Anchor>
            </Text>
            <Text c="dimmed" title={formatDue(deadline.due)} style={{ whiteSpace: 'nowrap' }}>
              <Countdown due={deadline.due} />
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
