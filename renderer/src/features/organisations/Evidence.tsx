import { ActionIcon, Button, FileButton, Group, Tooltip } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { AttachedFile } from '../../../../shared/domain/basics/attachedFile.ts';
import { useHost } from '../../host/HostContext.tsx';
import { attachFile, saveAttached } from '../../parts/attachFile.ts';
import { FileSize } from '../../parts/FileSize.tsx';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import classes from './organisation.module.css';

interface EvidenceProps {
  /** What the file proves: "public liability". */
  readonly of: string;
  readonly file: AttachedFile | null;
  readonly set: (file: AttachedFile | null, attached?: readonly string[]) => Promise<string | null>;
}

/** The file that proves a policy or certificate: attached from the computer, and saved back to it. */
export function Evidence({ of, file, set }: EvidenceProps) {
  const host = useHost();
  const store = useStore();
  const reset = useRef<() => void>(null);

  const attach = async (chosen: File | null): Promise<void> => {
    if (chosen === null) return;
    reset.current?.();
    const kept = await attachFile(store, host, chosen);
    const problem = kept.ok ? await set(kept.value, [kept.value.sha256]) : kept.error;
    if (problem !== null && problem !== '') notifyProblem('The file was not attached', problem);
  };

  const detach = async (): Promise<void> => {
    const problem = await set(null);
    if (problem !== null) notifyProblem('The file was not detached', problem);
  };

  if (file === null) {
    return (
      <FileButton resetRef={reset} onChange={(chosen) => void attach(chosen)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            className={classes['evidence']}
            leftSection={<IconPaperclip size={14} />}
            aria-label={`Attach file: ${of}`}
          >
            Attach file
          </Button>
        )}
      </FileButton>
    );
  }
  return (
    <Group gap={2} wrap="nowrap" className={classes['evidence']}>
      <Tooltip label={`Save ${file.name}`}>
        <Button
          variant="subtle"
          leftSection={<IconPaperclip size={14} />}
          aria-label={`Save ${file.name}: ${of}`}
          onClick={() => void saveAttached(store, host, file)}
          classNames={{ label: classes['fileName'] ?? '' }}
        >
          <bdi>{file.name}</bdi>
        </Button>
      </Tooltip>
      <FileSize sha256={file.sha256} />
      <Tooltip label="Detach the file">
        <ActionIcon aria-label={`Detach ${file.name}`} onClick={() => void detach()}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
