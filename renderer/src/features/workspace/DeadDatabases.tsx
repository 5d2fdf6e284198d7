import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { StoredFile } from '../../../../shared/host/storedFiles.ts';
import { failureSentence } from '../../host/failureSentence.ts';
import { useHost } from '../../host/HostContext.tsx';
import { confirmed } from '../../ui/confirmation.ts';
import { formatSize } from '../../ui/formatSize.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatInstant } from '../../ui/time.ts';

/** The databases that could not be opened any more and were set aside at a start. Nothing is shown where there is none. */
export function DeadDatabases() {
  const host = useHost();
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  useEffect(() => {
    void host.listFiles('deadDatabases').then((list) => setFiles(list.kind === 'listed' ? list.files : []));
  }, [host]);
  const [newest] = files.toSorted((a, b) => b.at.localeCompare(a.at));
  if (newest === undefined) return null;
  const remove = async (): Promise<void> => {
    const isMeant = await confirmed({
      title: 'Remove the damaged databases?',
      sentence: 'This cannot be undone. The workspace in use, its backups and its journal are not touched.',
      yes: 'Remove them',
      no: 'Keep them',
      isRemoval: true,
    });
    if (!isMeant) return;
    const left: StoredFile[] = [];
    for (const file of files) {
      const removed = await host.removeFile('deadDatabases', file.name);
      if (removed.kind === 'written') continue;
      left.push(file);
      notifyProblem('Not removed', failureSentence(removed));
    }
    setFiles(left);
    if (left.length === 0) notifyDone('Removed', 'The damaged databases are gone.');
  };
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <Panel title="Damaged databases">
      <Text maw={640}>
        Muster could not open a database any more and set it aside, last {formatInstant(newest.at)}. It takes{' '}
        {formatSize(bytes)} in the folder “IndexedDB” of the application data. Somebody may be able to read more of it,
        and it may still hold the people erased since.
      </Text>
      <Group>
        <Button variant="default" onClick={() => void remove()}>
          Remove the damaged databases…
        </Button>
      </Group>
    </Panel>
  );
}
