import { Button, Text } from '@mantine/core';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { failureSentence } from '../../host/failureSentence.ts';
import { useHost } from '../../host/HostContext.tsx';
import { counted } from '../../ui/counted.ts';
import { Mark } from '../../ui/Mark.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useFilesDrop } from '../../ui/useFilesDrop.ts';
import { useNow } from '../../ui/useNow.ts';
import type { PreviewNotice } from '../../workers/noticesJobs.ts';
import {
  clearImport,
  type ImportedFile,
  readFiles,
  storeChosen,
  takeDropped,
  useImportSession,
} from './importSession.ts';
import { noticeColumns, rowOf } from './noticeColumns.tsx';
import { NoticeDetails } from './NoticeDetails.tsx';
import { NoticePanel } from './NoticePanel.tsx';
import { NoticesFilters } from './NoticesFilters.tsx';
import { filterNotices, isFiltered, typesIn, viewFrom } from './noticesView.ts';
import classes from './notices.module.css';

/** Looking into files of notices before anything of them is kept. */
export function ImportPage() {
  const page = useRef<HTMLDivElement>(null);
  const host = useHost();
  const { files: arrived, work } = useImportSession();
  // A hundred notices at once are a long render; deferred, it gives way to whatever the person does.
  const files = useDeferredValue(arrived);
  const isOver = useFilesDrop(page, takeDropped);
  const notices = useMemo(
    () => files.flatMap(({ outcome }) => (outcome.kind === 'read' ? outcome.notices : [])),
    [files],
  );

  const choose = async (): Promise<void> => {
    const opened = await host.openFile('notices');
    if (opened.kind === 'failed') notifyProblem('The file was not opened', failureSentence(opened));
    if (opened.kind === 'opened') await readFiles([opened]);
  };

  return (
    <div ref={page} className={classes['page']} data-over={isOver || undefined}>
      <div className={classes['head']}>
        <PageHeading title="Import notices" />
        <Text component="output" size="sm" c="dimmed" aria-live="polite">
          {work === null ? '' : `${work}…`}
        </Text>
        <div className={classes['actions']}>
          <Button variant={notices.length === 0 ? 'filled' : 'default'} onClick={() => void choose()}>
            {files.length === 0 ? 'Choose a file' : 'Add another file'}
          </Button>
          {files.length > 0 && (
            <Button variant="default" disabled={work !== null} onClick={clearImport}>
              Start over
            </Button>
          )}
        </div>
      </div>
      <Files files={files} />
      {notices.length === 0 ? <Hint /> : <Preview notices={notices} isBusy={work !== null} />}
    </div>
  );
}

function nothing(): void {
  // The files are on their way into the preview, which is here.
}

function Hint() {
  return (
    <div className={classes['drop']}>
      <Text size="sm" maw={620}>
        Drop JSON files here, or choose one: a page of notices from Find a Tender, Contracts Finder, Public Contracts
        Scotland or Sell2Wales, or a single notice. You see what is in them first; nothing is kept before you say so.
      </Text>
    </div>
  );
}

function Files({ files }: { readonly files: readonly ImportedFile[] }) {
  return (
    <ul className={classes['files']} aria-label="Files">
      {files.map(({ name, outcome }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- files are only added, and may have the same name
        <li key={at} role={outcome.kind === 'refused' ? 'alert' : undefined}>
          {outcome.kind === 'read' ? (
            <>
              <Mark tone="pass">
                <bdi>{name}</bdi>
              </Mark>
              : {counted(outcome.notices.length, 'notice')}
              {outcome.remarks.map((remark) => ` · ${remark}`).join('')}
            </>
          ) : (
            <>
              <Mark tone="fail">
                <bdi>{name}</bdi>
              </Mark>{' '}
              was not read. {outcome.sentence} Nothing was changed.
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Preview({ notices, isBusy }: { readonly notices: readonly PreviewNotice[]; readonly isBusy: boolean }) {
  const navigate = useNavigate();
  const now = useNow();
  const filters = useAddressFilters();
  const view = viewFrom(filters);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const byKey = useMemo(() => new Map(notices.map((notice) => [notice.summary.key, notice])), [notices]);
  const summaries = useMemo(() => notices.map(({ summary }) => summary), [notices]);
  const types = useMemo(() => typesIn(summaries), [summaries]);
  const rows = filterNotices(summaries, { ...view, text: filters.followed }, now).map(rowOf);
  const chosen = rows.filter(({ id }) => selected.has(id));
  const taken = chosen.length > 0 ? chosen : rows;
  const shown = byKey.get(filters.value('notice'));

  const addressOf = (key: string) => `/tenders/notices/import?${filters.queryWith({ notice: key })}`;
  const close = () => filters.show({ notice: '' });
  const store = async (): Promise<void> => {
    const outcome = await storeChosen(new Set(taken.map(({ id }) => id)));
    if (outcome.kind === 'failed') {
      return notifyProblem(
        'Not all notices were imported',
        `${outcome.sentence} Import the file again: that does no harm.`,
      );
    }
    const { added, known, cancelled } = outcome;
    const seen = known === 0 ? '' : `${counted(known, 'notice')} ${known === 1 ? 'was' : 'were'} here already.`;
    notifyDone(`${cancelled ? 'Stopped after' : 'Imported'} ${counted(added, 'new notice')}`, seen);
    if (cancelled) return;
    clearImport();
    await navigate('/tenders/notices');
  };

  return (
    <>
      <NoticesFilters filters={filters} types={types} />
      <VirtualTable
        label="Notices in the files"
        rows={rows}
        columns={noticeColumns(addressOf, {
          header: 'Here',
          isKnown: ({ key }) => byKey.get(key)?.isKnown === true,
          known: 'known',
          other: 'new',
        })}
        sortable={[]}
        order={{ column: 'published', direction: 'descending' }}
        onOrder={nothing}
        nameOf={({ notice }) => notice.title}
        selected={new Set(chosen.map(({ id }) => id))}
        onSelect={setSelected}
        pathOf={({ id }) => addressOf(id)}
        onGo={(path) => void navigate(path)}
        place={start}
        onLeave={nothing}
      />
      <div className={classes['selection']}>
        <Button disabled={isBusy || taken.length === 0} onClick={() => void store()}>
          {takenLabel(taken.length, chosen.length > 0, isFiltered(view))}
        </Button>
        {isFiltered(view) && (
          <Button component={Link} to="/tenders/notices/import" variant="subtle">
            Show all {notices.length.toLocaleString('en-GB')}
          </Button>
        )}
        <Text size="xs" c="dimmed">
          A notice opens with its dates, and what of it could not be used.
        </Text>
      </div>
      {shown !== undefined && (
        <NoticePanel title={shown.summary.title} onClose={close}>
          <NoticeDetails {...shown} />
        </NoticePanel>
      )}
    </>
  );
}

const start = { top: 0, cursor: null };

function takenLabel(count: number, isSelection: boolean, isFilter: boolean): string {
  const notices = counted(count, 'notice');
  if (isSelection) return `Import the ${notices} selected`;
  return isFilter ? `Import the ${notices} shown` : `Import ${count === 1 ? '' : 'all '}${notices}`;
}
