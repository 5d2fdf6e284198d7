import { Alert, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import { useHost } from '../../../host/HostContext.tsx';
import type { DrillReport } from '../../../safekeeping/drill.ts';
import { useKeeping } from '../../../safekeeping/KeepingContext.tsx';
import { removeScratchDatabases } from '../../../store/databases.ts';
import { useStore } from '../../../store/StoreContext.tsx';
import { counted } from '../../../ui/counted.ts';
import { formatInstant } from '../../../ui/time.ts';
import { crashSentence } from '../../../workers/crashSentence.ts';
import { runKeepingJob } from '../../../workers/keepingClient.ts';
import type { NoAnswer } from '../../../workers/runJob.ts';

/** Proves that the backup can be restored, by restoring it beside the workspace and comparing everything. */
export function Drill() {
  const host = useHost();
  const store = useStore();
  const keeping = useKeeping();
  const [report, setReport] = useState<DrillReport | NoAnswer | 'running' | null>(null);
  const running = useRef<AbortController>(null);

  const run = async (): Promise<void> => {
    const cancelling = new AbortController();
    running.current = cancelling;
    setReport('running');
    await keeping.flush();
    const job = { kind: 'drill', database: store.db.name } as const;
    const answer = await runKeepingJob<'drill'>(job, host, { signal: cancelling.signal });
    setReport(answer);
    // A worker that was ended leaves its copy of the workspace behind.
    if (answer.kind === 'cancelled' || answer.kind === 'crashed') await removeScratchDatabases();
  };

  return (
    <Stack gap="xs">
      <Text maw={640}>
        <b>Restore drill.</b> Restores what is kept into a scratch database, as after a loss, and compares every record,
        every entry of the history and every attached file with those in use.
      </Text>
      <Group>
        <Button variant="default" disabled={report === 'running'} onClick={() => void run()}>
          Run a restore drill
        </Button>
        {report === 'running' && (
          <Group component="output" gap="xs">
            <Loader size="xs" />
            <Text c="dimmed">Restoring and comparing…</Text>
            <Button variant="default" size="compact-xs" onClick={() => running.current?.abort()}>
              Cancel
            </Button>
          </Group>
        )}
      </Group>
      <output aria-live="polite">{report !== null && report !== 'running' && <Report report={report} />}</output>
    </Stack>
  );
}

function Report({ report }: { report: DrillReport | NoAnswer }) {
  switch (report.kind) {
    case 'same':
      return (
        <Alert color="green" title="Everything came back exactly">
          {counted(report.rows, 'record')}, {counted(report.entries, 'entry of history', 'entries of history')} and{' '}
          {counted(report.attachments, 'attached file')} as of {formatInstant(report.at)}, restored and compared in{' '}
          {(report.milliseconds / 1000).toFixed(1)} seconds.
        </Alert>
      );
    case 'differs':
      return (
        <Alert color="red" title="What was restored is not what is in use" role="alert">
          <Text>Save a workspace file now, then back up and run the drill again. It differs at:</Text>
          <List>
            {report.places.slice(0, 10).map((place) => (
              <List.Item key={place}>{place}</List.Item>
            ))}
          </List>
          {report.places.length > 10 && <Text>and at {report.places.length - 10} further places.</Text>}
        </Alert>
      );
    case 'notRestored':
      return (
        <Alert color="red" title="The backup could not be restored" role="alert">
          {report.sentence.what} {report.sentence.safe} Save a workspace file, then back up and run the drill again.
        </Alert>
      );
    case 'nothingKept':
      return (
        <Alert color="red" title="There is nothing to restore from" role="alert">
          Back up now, then run the drill again. If that fails, save a workspace file.
        </Alert>
      );
    case 'changedMeanwhile':
      return (
        <Alert color="yellow" title="The workspace was changed meanwhile">
          Run the drill again while nothing is being changed.
        </Alert>
      );
    case 'gone':
    case 'crashed':
      return (
        <Alert color="red" title="The drill did not come to an end" role="alert">
          Nothing was changed.{' '}
          {report.kind === 'crashed' ? crashSentence(report) : 'Reload Muster (Ctrl+R), then run it again.'}
        </Alert>
      );
    case 'cancelled':
      return <Text c="dimmed">The drill was cancelled. Nothing was changed.</Text>;
    default:
      return unreachable(report);
  }
}
