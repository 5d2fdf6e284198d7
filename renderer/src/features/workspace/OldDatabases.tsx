import type { Host } from '../../../../shared/host/host.ts';
import { Button, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type OldDatabase, oldDatabases, removeDatabase } from '../../store/databases.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useStore } from '../../store/StoreContext.tsx';
import { confirmed } from '../../ui/confirmation.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatInstant } from '../../ui/time.ts';

/** The databases that recoveries left as they found them, each to be removed. Nothing is shown where there is none. */
export function OldDatabases() {
  const { db } = useStore();
  const host = useHost();
  const [old, setOld] = useState<readonly OldDatabase[]>([]);
  useEffect(() => void unused(host, db.name).then(setOld), [host, db]);

  const remove = async (database: OldDatabase): Promise<void> => {
    const isMeant = await confirmed({
      title: `Remove the ${wordsFor(database)}?`,
      sentence: 'This cannot be undone. The workspace in use, its backups and its journal are not touched.',
      yes: 'Remove it',
      no: 'Keep it',
      isRemoval: true,
    });
    if (!isMeant) return;
    try {
      // What is in use may have changed while this was shown and asked.
      const isUnused = (await unused(host, db.name)).some(({ name }) => name === database.name);
      if (isUnused && (await removeDatabase(database.name))) {
        notifyDone('Removed', `The ${wordsFor(database)} is gone.`);
      } else {
        notifyProblem('Not removed', 'It is in use. Close the other windows of Muster and try again.');
      }
    } catch (thrown) {
      notifyProblem('Not removed', `The browser refused it (${String(thrown)}). Close other windows and try again.`);
    }
    setOld(await unused(host, db.name));
  };

  if (old.length === 0) return null;
  return (
    <Panel title="Databases no longer in use">
      <Stack gap="xs">
        <Text maw={640} c="dimmed">
          When something is brought back, work goes on in a new database and the one before stays as it was, for whoever
          can read more of it. It takes room, and it still holds the people erased since.
        </Text>
        <Table verticalSpacing={6} maw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Database</Table.Th>
              <Table.Th w={130}>
                <VisuallyHidden>Remove</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {old.map((database) => (
              <Table.Tr key={database.name}>
                <Table.Td>{wordsFor(database).replace(/^d/, 'D').replace(/^f/, 'F')}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`Remove the ${wordsFor(database)}`}
                    onClick={() => void remove(database)}
                  >
                    Remove…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Panel>
  );
}

/** The databases that neither this window nor any other uses, and that the next start would not open. */
async function unused(host: Host, open: string): Promise<readonly OldDatabase[]> {
  const marker = await host.readMarker();
  return oldDatabases(marker.kind === 'found' ? [open, marker.marker.database] : [open]);
}

function wordsFor({ begunAt }: OldDatabase): string {
  return begunAt === null ? 'first database of this computer' : `database begun ${formatInstant(begunAt)}`;
}
