import { Button, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { adopt } from '../../../../shared/interchange/ocds/adopt.ts';
import { newId } from '../../store/newId.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { adoptNotices } from '../../store/commands/tenders.ts';
import type { NoticeSummary } from '../../store/notices/noticeSummary.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { readNotice, useNotices } from '../../store/notices/useNotices.ts';
import { useTenders } from '../../store/queries/tenders.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { type Place, VirtualTable } from '../../ui/VirtualTable.tsx';
import { useAddressFilters } from '../../ui/useAddressFilters.ts';
import { useFilesDrop } from '../../ui/useFilesDrop.ts';
import { useNow } from '../../ui/useNow.ts';
import { noticeColumns, rowOf } from './noticeColumns.tsx';
import { NoticeDrawer } from './NoticeDrawer.tsx';
import { takeDropped } from './importSession.ts';
import { NoticesFilters } from './NoticesFilters.tsx';
import { filterNotices, isFiltered, typesIn, viewFrom } from './noticesView.ts';
import classes from './notices.module.css';

/** Where the list was left. */
let lastPlace: Place = { top: 0, cursor: null };

/** What is out there: published notices that were imported. */
export function NoticesPage() {
  const page = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { summaries, complete, unreadable } = useNotices();
  const take = useCallback(
    (files: readonly File[]) => {
      takeDropped(files);
      void navigate('/tenders/notices/import');
    },
    [navigate],
  );
  const isOver = useFilesDrop(page, take);
  return (
    <div ref={page} className={classes['page']} data-over={isOver || undefined}>
      {unreadable && (
        <Text role="alert" size="sm" mb="xs">
          The notices cannot be read just now. The workspace is not touched by this. Reload Muster (Ctrl+R).
        </Text>
      )}
      {complete && summaries.length === 0 ? <Empty /> : <List notices={summaries} complete={complete} />}
    </div>
  );
}

function Empty() {
  return (
    <>
      <PageHeading title="Notices" />
      <EmptyState sentence="Here belong published notices, as Find a Tender and its sisters give them out: JSON files in the Open Contracting form. Download them when you are online, and drop them here.">
        <Button component={Link} to="/tenders/notices/import">
          Import notices
        </Button>
        <Button component={Link} to="/tenders?new=1" variant="default">
          New tender by hand
        </Button>
      </EmptyState>
    </>
  );
}

function List({ notices, complete }: { readonly notices: readonly NoticeSummary[]; readonly complete: boolean }) {
  const navigate = useNavigate();
  const now = useNow();
  const filters = useAddressFilters();
  const view = viewFrom(filters);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const tenders = useTendersByOcid();
  const types = useMemo(() => typesIn(notices), [notices]);
  const { followed: text, value } = filters;
  const noticeType = value('type');
  const open = value('open') === '1';
  const rows = useMemo(
    () => filterNotices(notices, { text, type: noticeType, open }, now).map(rowOf),
    [notices, text, noticeType, open, now],
  );
  const chosen = selected.size === 0 ? [] : rows.filter(({ id }) => selected.has(id));
  const addressOf = (key: string) => `/tenders/notices?${filters.queryWith({ notice: key })}`;
  const shown = filters.value('notice');
  const shownNotice = notices.find(({ key }) => key === shown);

  const close = () => filters.show({ notice: '' });

  return (
    <>
      <div className={classes['head']}>
        <PageHeading title="Notices" />
        <Text component="output" size="sm" c="dimmed" aria-live="polite">
          {complete ? countOf(rows.length, notices.length) : 'Reading the notices…'}
        </Text>
        <div className={classes['actions']}>
          <Button component={Link} to="/tenders/notices/import">
            Import notices
          </Button>
        </div>
      </div>
      <NoticesFilters filters={filters} types={types} />
      <VirtualTable
        label="Notices"
        rows={rows}
        columns={noticeColumns(addressOf, {
          header: 'Tender',
          isKnown: ({ ocid }) => tenders.has(ocid),
          known: 'adopted',
          other: '',
        })}
        sortable={[]}
        order={{ column: 'published', direction: 'descending' }}
        onOrder={() => undefined}
        nameOf={({ notice }) => notice.title}
        selected={new Set(chosen.map(({ id }) => id))}
        onSelect={setSelected}
        pathOf={({ id }) => addressOf(id)}
        onGo={(path) => void navigate(path)}
        place={lastPlace}
        onLeave={leave}
      />
      {complete && rows.length === 0 && (
        <Text size="sm" mt="xs">
          None of the {counted(notices.length, 'notice')} fits.{' '}
          {isFiltered(view) && (
            <Button component={Link} to="/tenders/notices" variant="subtle" size="compact-xs">
              Show all
            </Button>
          )}
        </Text>
      )}
      {chosen.length > 0 && (
        <SelectionBar
          keys={chosen.filter(({ notice }) => !tenders.has(notice.ocid)).map(({ id }) => id)}
          count={chosen.length}
          onClear={() => setSelected(new Set())}
        />
      )}
      {shownNotice !== undefined && (
        <NoticeDrawer noticeKey={shown} tenderId={tenders.get(shownNotice.ocid) ?? null} onClose={close} />
      )}
    </>
  );
}

function leave(place: Place): void {
  lastPlace = place;
}

function countOf(shown: number, all: number): string {
  return shown === all ? counted(all, 'notice') : `${shown.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`;
}

/** The tenders by the procurement they belong to. */
function useTendersByOcid(): ReadonlyMap<string, string> {
  const { summaries } = useTenders();
  return useMemo(
    () => new Map(summaries.flatMap(({ ocid, id }) => (ocid === null ? [] : [[ocid, id] as const]))),
    [summaries],
  );
}

interface SelectionBarProps {
  /** Those that are no tender yet. */
  readonly keys: readonly string[];
  readonly count: number;
  readonly onClear: () => void;
}

function SelectionBar({ keys, count, onClear }: SelectionBarProps) {
  const store = useStore();
  const adoptAll = async (): Promise<void> => {
    const notices = await Promise.all(keys.map(readNotice));
    const tenders = notices.flatMap((notice) => (notice === null ? [] : [adopt(notice, newId, new Date())]));
    const outcome = await askingFirst((confirmed) => adoptNotices(store, tenders, confirmed));
    if (outcome === null) return;
    if (!outcome.ok) return notifyProblem('Nothing was adopted', problemSentence(outcome.error));
    onClear();
    notifyDone(
      `Adopted ${counted(outcome.value?.changes.length ?? 0, 'notice')} as tenders`,
      'Undo takes them all out again.',
    );
  };
  return (
    <section className={classes['selection']} aria-label="The selection">
      <Text size="sm">{counted(count, 'notice')} selected</Text>
      <Button disabled={keys.length === 0} onClick={() => void adoptAll()}>
        Adopt as tenders
      </Button>
      <Button variant="default" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
