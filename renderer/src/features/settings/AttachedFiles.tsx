import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AttachmentFault, AttachmentReport, AttachmentUse } from '../../store/attachments.ts';
import { placeOf } from '../../store/store.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { formatSize } from '../../ui/formatSize.ts';
import { startLongWork } from '../../ui/longWork.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { crashSentence } from '../../workers/crashSentence.ts';
import { runWorkspaceJob } from '../../workers/workspaceClient.ts';

/** Certificates and tender documents: whether each is still what was attached. */
export function AttachedFiles() {
  const store = useStore();
  const [report, setReport] = useState<AttachmentReport | null>(null);
  const [isChecking, setIsChecking] = useState(false);

  const check = async (): Promise<void> => {
    setIsChecking(true);
    const cancelling = new AbortController();
    const work = startLongWork('Checking attached files', () => cancelling.abort());
    const place = placeOf(store);
    const answer = await runWorkspaceJob<'checkAttachments'>(
      { kind: 'checkAttachments', place },
      { onProgress: work.progress, signal: cancelling.signal },
    );
    work.end();
    setIsChecking(false);
    if (answer.kind === 'checked') setReport(answer.report);
    if (answer.kind === 'gone') notifyProblem('The files were not checked', 'Reload Muster (Ctrl+R), then try again.');
    if (answer.kind === 'crashed') {
      notifyProblem('The files were not checked', `Nothing was changed. ${crashSentence(answer)}`);
    }
  };

  return (
    <Panel title="Attached files">
      <Text>
        Certificates and tender documents are kept once each, however often they are attached, and go into every
        workspace file. The check reads each of them and compares it with what was attached.
      </Text>
      <Group>
        <Button variant="default" loading={isChecking} onClick={() => void check()}>
          Check attached files
        </Button>
      </Group>
      {report !== null && <Report report={report} />}
    </Panel>
  );
}

function Report({ report: { files, bytes, faults, unnamed } }: { readonly report: AttachmentReport }) {
  const unnamedBytes = unnamed.reduce((sum, { size }) => sum + size, 0);
  return (
    <Stack component="output" gap="xs">
      {faults.length === 0 ? (
        <Text>
          {files === 0 ? 'No file is attached.' : `All sound: ${counted(files, 'file')}, ${formatSize(bytes)} in all.`}
        </Text>
      ) : (
        <Alert
          variant="default"
          icon={<IconAlertTriangle />}
          title={`${counted(faults.length, 'file')} cannot be relied on`}
        >
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={fault.sha256}>
                <Fault {...fault} />
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt="xs">
            Attach the file again from where you have it, or open an earlier workspace file that holds it. Everything
            else is not affected.
          </Text>
        </Alert>
      )}
      {unnamed.length > 0 && (
        <Text c="dimmed">
          {counted(unnamed.length, 'file')} ({formatSize(unnamedBytes)}) {unnamed.length === 1 ? 'is' : 'are'} kept that
          no record and no earlier version names.
        </Text>
      )}
    </Stack>
  );
}

function Fault({ kind, sha256, uses }: AttachmentFault) {
  const state = kind === 'missing' ? 'is missing' : 'is damaged';
  if (uses.length === 0) return `A file that only earlier versions name ${state} (SHA-256 ${sha256.slice(0, 8)}…).`;
  return uses.map(({ file, table, id, record }, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- a record may name a file twice
    <span key={at}>
      {file} of{' '}
      <Anchor component={Link} to={`${addresses[table] ?? '/'}/${id}`}>
        {record}
      </Anchor>{' '}
      {state}.{' '}
    </span>
  ));
}

const addresses: Readonly<Partial<Record<AttachmentUse['table'], string>>> = {
  organisations: '/organisations',
  tenders: '/tenders',
  bids: '/bids',
};
