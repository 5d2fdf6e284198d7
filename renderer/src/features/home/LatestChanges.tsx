import { Group, Stack, Text } from '@mantine/core';
import { useActivity } from '../../store/queries/activity.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatInstant, formatRecent } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';

const shown = 7;

export function LatestChanges() {
  const entries = useActivity(null, shown);
  const now = useNow();
  return (
    <Panel title="Latest changes" link={{ to: '/activity', label: 'All activity' }}>
      <Stack gap={6}>
        {entries?.map(({ seq, label, at }) => (
          <Group key={seq} justify="space-between" wrap="nowrap" gap="md">
            <Text truncate title={label}>
              {label}
            </Text>
            <Text c="dimmed" title={formatInstant(at)} style={{ whiteSpace: 'nowrap' }}>
              {formatRecent(at, now)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
