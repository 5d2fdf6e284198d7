import { Alert, Button, Group, Loader, Modal, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { isMassChange } from '../../../../shared/domain/basics/massChange.ts';
import type { RefusalSentence } from '../../../../shared/workspace/refusal.ts';
import type { Inspected } from '../../workers/workspaceJobs.ts';
import { confirmed } from '../../ui/confirmation.ts';
import { counted } from '../../ui/counted.ts';
import { formatInstant } from '../../ui/time.ts';
import { type Locked, UnlockForm } from './UnlockForm.tsx';
import type { NamedFile } from './workspaceFilesContext.ts';

/** Where the opening of a file stands, as far as a person is asked or told about it. */
export type FileStage =
  | ({ readonly kind: 'locked'; readonly file: NamedFile } & Locked)
  | {
      readonly kind: 'offered';
      readonly file: NamedFile;
      readonly inspected: Inspected;
      readonly onReplace: () => void;
      readonly onAdd: () => void;
    }
  | { readonly kind: 'replacing'; readonly file: Pick<NamedFile, 'name'> }
  | { readonly kind: 'notOpened'; readonly file: Pick<NamedFile, 'name'>; readonly sentence: RefusalSentence };

export function FileDialog({ stage, onClose }: { stage: FileStage | null; onClose: () => void }) {
  const isWorking = stage?.kind === 'replacing';
  const cancel = stage?.kind === 'locked' && stage.work !== null ? stage.work.cancel : onClose;
  return (
    <Modal
      opened={stage !== null}
      onClose={isWorking ? () => undefined : cancel}
      withCloseButton={!isWorking}
      title={stage === null ? '' : titles[stage.kind](stage.file.name)}
      size="lg"
    >
      {stage?.kind === 'locked' && <UnlockForm key={stage.file.name} {...stage} onCancel={cancel} />}
      {stage?.kind === 'offered' && <Offer key={stage.file.name} {...stage} onClose={onClose} />}
      {stage?.kind === 'replacing' && (
        <Group component="output">
          <Loader size="sm" />
          <Text>Putting {stage.file.name} in place…</Text>
        </Group>
      )}
      {stage?.kind === 'notOpened' && <NotOpened sentence={stage.sentence} onClose={onClose} />}
    </Modal>
  );
}

const titles: Readonly<Record<FileStage['kind'], (name: string) => string>> = {
  locked: (name) => `${name} is protected`,
  offered: (name) => `Open ${name}?`,
  replacing: (name) => `Opening ${name}`,
  notOpened: (name) => `${name} was not opened`,
};

interface OfferProps {
  readonly inspected: Inspected;
  readonly onReplace: () => void;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

function Offer({ inspected, onReplace, onAdd, onClose }: OfferProps) {
  const { workspaceName, savedAt, savedBy, organisations, tenders, bids, capabilities } = inspected;
  const records = organisations + tenders + bids + capabilities;
  const add = async (): Promise<void> => {
    const isMany = [organisations, tenders, bids, capabilities].some((added) =>
      isMassChange({ added, altered: 0, total: 0 }),
    );
    if (!isMany || (await isWantedToAdd(counted(records, 'record')))) onAdd();
  };
  const rows = [
    ['Workspace', workspaceName],
    ['Saved', `${formatInstant(savedAt)}, by ${savedBy}`],
    ['Holds', holds(inspected)],
  ] as const;
  return (
    <Stack>
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w={120} scope="row">
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {inspected.heldAgain.length > 0 && (
        <Alert variant="default" icon={<IconAlertTriangle />} title="It holds people whose data was erased">
          {inspected.heldAgain.join(', ')}: erased from the workspace that is open now, and still in this file. Where
          you replace, Home offers to erase them again. Records that you add carry them with them.
        </Alert>
      )}
      <Text>
        <b>Replace</b> sets the workspace that is open now aside on this computer, where you can bring it back, and
        opens this one. <b>Add as a copy</b> keeps what is open and adds these records to it.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="default" disabled={records === 0} onClick={() => void add()}>
          Add as a copy
        </Button>
        <Button onClick={onReplace} data-autofocus>
          Replace
        </Button>
      </Group>
    </Stack>
  );
}

function isWantedToAdd(records: string): Promise<boolean> {
  return confirmed({
    title: `Add ${records}?`,
    sentence: 'They are added as one step: undo takes all of them out again.',
    yes: `Add ${records}`,
    no: 'Add nothing',
    isRemoval: false,
  });
}

function holds({ organisations, tenders, bids, attachments, changes }: Inspected): string {
  return [
    counted(organisations, 'organisation'),
    counted(tenders, 'tender'),
    counted(bids, 'bid'),
    counted(attachments, 'attached file'),
    counted(changes, 'entry of history', 'entries of history'),
  ].join(', ');
}

function NotOpened({ sentence, onClose }: { sentence: RefusalSentence; onClose: () => void }) {
  return (
    <Stack role="alert">
      <Text style={{ overflowWrap: 'anywhere' }}>{sentence.what}</Text>
      <Text fw={600}>{sentence.safe}</Text>
      <Text>{sentence.next}</Text>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
