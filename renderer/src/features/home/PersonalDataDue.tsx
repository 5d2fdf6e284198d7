import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { dueForErasure } from '../../../../shared/domain/personalData/retention.ts';
import { formatLocalDate, type LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { HeldPerson } from '../../../../shared/rows/personalData/people.ts';
import { useHeldPeople } from '../../parts/erasure/heldPeople.ts';
import { useStoreQuery } from '../../store/StoreContext.tsx';
import { useRetentionRules } from '../../store/queries/retention.ts';
import { counted } from '../../ui/counted.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/useToday.ts';

const shown = 6;

/** The people whose data has been kept as long as was decided, and those who came back after they were erased. Otherwise nothing is looked up. */
export function PersonalDataDue() {
  const today = useToday();
  const rules = useRetentionRules();
  const wereErased = useStoreQuery(async ({ db }) => (await db.workspace())?.erasedBefore !== undefined, [], false);
  const { people } = useHeldPeople(today, (rules?.length ?? 0) > 0 || wereErased === true);
  const due = (people ?? [])
    .flatMap((person): readonly { readonly person: HeldPerson; readonly since: LocalDate | null }[] => {
      if (person.wasErased) return [{ person, since: null }];
      const since = dueForErasure(
        person.relation,
        rules?.find(({ id }) => id === person.kind),
      );
      return since !== null && since <= today ? [{ person, since }] : [];
    })
    .toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? '') || a.person.name.localeCompare(b.person.name));
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
              {since === null ? 'erased before, and here again' : `since ${formatLocalDate(since)}`}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
