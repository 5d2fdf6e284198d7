import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { crashFolders, type StoredFile } from '../../../../shared/host/storedFiles.ts';
import { useHost } from '../../host/HostContext.tsx';
import { removeCrashFiles } from '../../safekeeping/erasePerson.ts';
import { counted } from '../../ui/counted.ts';
import { formatSize } from '../../ui/formatSize.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';

/** What is left of crashes on this computer: how much it is, where it lies, and the way to remove it. */
export function CrashFiles() {
  const host = useHost();
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  useEffect(() => {
    void Promise.all(crashFolders.map((folder) => host.listFiles(folder))).then((lists) =>
      setFiles(lists.flatMap((list) => (list.kind === 'listed' ? list.files : []))),
    );
  }, [host]);
  if (files.length === 0) return null;
  const remove = async (): Promise<void> => {
    const left = await removeCrashFiles(host);
    if (left.length === 0) notifyDone('What was left of crashes is removed', null);
    else notifyProblem('Not everything could be removed', left.map(({ name, why }) => `${name}: ${why}`).join(' '));
    setFiles(files.filter(({ name }) => left.some((one) => one.name === name)));
  };
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <>
      <Text>
        Crashes have left {counted(files.length, 'file')} ({formatSize(bytes)}) in the folders “reports” and “Crashpad”
        of the application data. They stay on this computer and can hold what was on the screen. Erasing a person
        removes them.
      </Text>
      <Group>
        <Button variant="default" onClick={() => void remove()}>
          Remove what crashes have left
        </Button>
      </Group>
    </>
  );
}
