import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ListOutcome } from '../../../../shared/host/storedFiles.ts';
import { failureSentence } from '../../host/failureSentence.ts';
import { useHost } from '../../host/HostContext.tsx';
import { formatInstant } from '../../ui/time.ts';
import { formatSize } from '../../ui/formatSize.ts';
import { useWorkspaceFiles } from './workspaceFilesContext.ts';

/** The workspaces set aside on this computer, each to be brought back. */
export function SetAsideList({ ifNone }: { ifNone: string | null }) {
  const host = useHost();
  const files = useWorkspaceFiles();
  const [listed, setListed] = useState<ListOutcome | null>(null);
  useEffect(() => void host.listFiles('setAside').then(setListed), [host]);

  if (listed === null) return null;
  if (listed.kind === 'failed') {
    return <Text>What was set aside on this computer cannot be listed. {failureSentence(listed, 'own')}</Text>;
  }
  if (listed.files.length === 0) return ifNone !== null && <Text c="dimmed">{ifNone}</Text>;
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Set aside</Table.Th>
          <Table.Th w={190}>When</Table.Th>
          <Table.Th w={90} ta="right">
            Size
          </Table.Th>
          <Table.Th w={130}>
            <VisuallyHidden>Bring back</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {listed.files
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map(({ name, at, bytes }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
              <Table.Td>{formatInstant(at)}</Table.Td>
              <Table.Td ta="right">{formatSize(bytes)}</Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`Bring back ${name}`}
                  onClick={() => void files.bringBack(name)}
                >
                  Bring back
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
