import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { HostInfo } from '../../../../shared/host/host.ts';
import { useHost } from '../../host/HostContext.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CrashFiles } from './CrashFiles.tsx';

/** Where the data is, and whether the browser has promised not to clear it away. */
export function DataPlace() {
  const host = useHost();
  const [info, setInfo] = useState<HostInfo | null>(null);
  const [isPersisted, setIsPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void host.info().then(setInfo);
    void navigator.storage.persisted().then(setIsPersisted);
  }, [host]);

  return (
    <Panel title="Where your data is">
      {info !== null && (
        <Text>
          Everything is on this computer, {info.dataPlace}. Muster has no account and no server, and sends nothing
          anywhere.
        </Text>
      )}
      <CrashFiles />
      {isPersisted === true && <Text>The storage is marked as one to keep when the disk gets full.</Text>}
      {isPersisted === false && (
        <>
          <Text>
            The storage is not marked as one to keep: if the disk gets full, the browser may clear it. A workspace file
            is your safeguard.
          </Text>
          <Group>
            <Button variant="default" onClick={() => void navigator.storage.persist().then(setIsPersisted)}>
              Ask to keep it
            </Button>
          </Group>
        </>
      )}
    </Panel>
  );
}
