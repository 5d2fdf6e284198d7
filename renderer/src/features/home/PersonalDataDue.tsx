import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { dueForErasure } from '../../../../shared/domain/personalData/retention.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { useHeldPeople } from '../../parts/erasure/heldPeople.ts';
import { useRetentionRules } from '../../store/queries/retention.ts';
import { counted } from '../../ui/counted.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/useToday.ts';

const shown = 6;

/** The people whose data has been kept as long as was decided. Nothing is looked up where no period was decided. */
export function PersonalDataDue() {
  const today = useToday();
  const rules = useRetentionRules();
  const { people } = useHeldPeople(today, (rules?.length ?? 0) > 0);
  const due = (people ?? [])
    .flatMap((person) => {
      const since = dueForErasure(
        person.relation,
        rules?.find(({ id }) => id === person.kind),
      );
      return since !== null && since <= today ? [{ person, since }] : [];
    })
    .toSorted((a, b) => a.since.localeCompare(b.since) || a.person.name.localeCompare(b.person.name));
  if (due.length === 0) return null;
  return (
    <Panel
      title="Personal data to erase"
      link={{ to: '/settings?at=personalData', label: counted(due.length, 'person', 'people') }}
    >
      <Stack gap={6}>
        {due.slice(0, shown).map(({ person, since }) => (
          <Group key={`${person.record.id} ${person.name}`} justify="space-between" wrap="nowrap" gap="md">
            <Text truncate>
              {person.name},{' '}
              <Anchor component={Link} to={`/${person.record.table}/${person.record.id}`}>
                {person.record.name}
              </Anchor>
            </Text>
            <Text c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              since {formatLocalDate(since)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
