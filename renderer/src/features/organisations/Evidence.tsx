import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import type { EvidenceFile } from '../../../../shared/domain/organisation/organisation.ts';
import type { AttachmentRow } from '../../../../shared/rows/attachment.ts';
import { useHost } from '../../host/HostContext.tsx';
import { attachmentOf } from '../../store/commands/organisations.ts';
import { readAttachment } from '../../store/queries/organisation.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import classes from './organisation.module.css';

interface EvidenceProps {
  /** What the file proves: "public liability". */
  readonly of: string;
  readonly file: EvidenceFile | null;
  readonly set: (file: EvidenceFile | null, attachment?: AttachmentRow) => Promise<string | null>;
}

/** The file that proves a policy or certificate: attached from the computer, and saved back to it. */
export function Evidence({ of, file, set }: EvidenceProps) {
  const host = useHost();
  const store = useStore();

  const attach = async (): Promise<void> => {
    const opened = await host.openFile('evidence');
    if (opened.kind === 'cancelled') return;
    if (opened.kind === 'failed') return notifyProblem('The file was not attached', opened.detail);
    if (opened.bytes.byteLength > largest) {
      return notifyProblem(
        'The file was not attached',
        `${opened.name} is larger than 50 MB. Attach a smaller scan of it.`,
      );
    }
    const { row, evidence } = await attachmentOf(opened.name, mediaTypeOf(opened.name), new Uint8Array(opened.bytes));
    const problem = await set(evidence, row);
    if (problem !== null) notifyProblem('The file was not attached', problem);
  };

  const save = async ({ sha256, name }: EvidenceFile): Promise<void> => {
    const attachment = await readAttachment(store, sha256);
    if (attachment === undefined) {
      return notifyProblem(
        `${name} is not in the workspace`,
        'Attach the file again, or open a workspace file that holds it.',
      );
    }
    const saved = await host.saveFile({ kind: 'evidence', suggestedName: name, bytes: attachment.bytes });
    if (saved.kind === 'saved') notifyDone(`Saved ${saved.name}`);
    if (saved.kind === 'failed') notifyProblem(`${name} was not saved`, saved.detail);
  };

  const detach = async (): Promise<void> => {
    const problem = await set(null);
    if (problem !== null) notifyProblem('The file was not detached', problem);
  };

  if (file === null) {
    return (
      <Button
        variant="default"
        className={classes['evidence']}
        leftSection={<IconPaperclip size={14} />}
        aria-label={`Attach file: ${of}`}
        onClick={() => void attach()}
      >
        Attach file
      </Button>
    );
  }
  return (
    <Group gap={2} wrap="nowrap" className={classes['evidence']}>
      <Tooltip label={`Save ${file.name}`}>
        <Button
          variant="subtle"
          leftSection={<IconPaperclip size={14} />}
          aria-label={`Save ${file.name}: ${of}`}
          onClick={() => void save(file)}
          classNames={{ label: classes['fileName'] ?? '' }}
        >
          <bdi>{file.name}</bdi>
        </Button>
      </Tooltip>
      <Tooltip label="Detach the file">
        <ActionIcon aria-label={`Detach ${file.name}`} onClick={() => void detach()}>
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/** A scan that is larger has been made wrongly, and would make every workspace file slow to save. */
const largest = 50 * 2 ** 20;

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

function mediaTypeOf(fileName: string): string {
  return mediaTypes[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
