import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useActivity } from '../../store/queries/activity.ts';
import { useOrganisation } from '../../store/queries/organisation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { formatInstant, formatRecent } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';
import { undoneEntries } from './undoneEntries.ts';

const page = 100;

/** Everything that was done, newest first; of one organisation where the address names it. */
export function ActivityPage() {
  const [address, setAddress] = useSearchParams();
  const recordId = address.get('of');
  const [limit, setLimit] = useState(page);
  const entries = useActivity(recordId, limit);
  const now = useNow();
  if (entries === undefined) return <PageHeading title="Activity" />;
  const undone = undoneEntries(entries);
  return (
    <Stack gap="md" maw={1120}>
      <PageHeading title="Activity" />
      {recordId !== null && <OnlyOf id={recordId} onClear={() => setAddress({}, { replace: true })} />}
      {entries.length === 0 ? (
        <EmptyState sentence="Every change is listed here, with what it changed and when. Undo takes back the newest one that stands." />
      ) : (
        <Table verticalSpacing={6} stickyHeader stickyHeaderOffset={48}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={180}>When</Table.Th>
              <Table.Th>What was done</Table.Th>
              <Table.Th w={120}>Stands</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map(({ seq, at, label, changes, kind }) => (
              <Table.Tr key={seq}>
                <Table.Td title={formatInstant(at)}>{formatRecent(at, now)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {changes.length === 1 && changes[0] !== undefined && recordId === null ? (
                    <Anchor component={Link} to={`/activity?of=${changes[0].id}`} c="inherit">
                      {label}
                    </Anchor>
                  ) : (
                    label
                  )}
                </Table.Td>
                <Table.Td>{kind === 'do' && undone.has(seq) && <Badge color="gray">undone</Badge>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {entries.length === limit && (
        <Group>
          <Button variant="default" onClick={() => setLimit(limit + page)}>
            Show older
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function OnlyOf({ id, onClear }: { id: string; onClear: () => void }) {
  const organisation = useOrganisation(id);
  return (
    <Group>
      <Text>
        Only of{' '}
        {organisation ? (
          <Anchor component={Link} to={`/organisations/${id}`}>
            {organisation.name}
          </Anchor>
        ) : (
          'an organisation that has been removed'
        )}
      </Text>
      <Button variant="default" size="compact-xs" onClick={onClear}>
        Show everything
      </Button>
    </Group>
  );
}
