import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { formatLocalDate, today } from '../../../../shared/domain/time/localDate.ts';
import { london } from '../../../../shared/domain/time/instant.ts';
import { formatAmount } from '../../../../shared/domain/tender/tenderValue.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import type { NoticeSummary } from '../../store/notices/noticeSummary.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import classes from './notices.module.css';

/** A notice as a row of a table. */
export interface NoticeRow {
  readonly id: string;
  readonly notice: NoticeSummary;
}

export function rowOf(notice: NoticeSummary): NoticeRow {
  return { id: notice.key, notice };
}

/** How the last column tells what is here already from what is not. */
interface Presence {
  readonly header: string;
  readonly isKnown: (notice: NoticeSummary) => boolean;
  readonly known: string;
  readonly other: string;
}

/** The columns of a list of notices. */
export function noticeColumns(
  addressOf: (key: string) => string,
  { header, isKnown, known, other }: Presence,
): readonly Column<NoticeRow>[] {
  return [
    {
      id: 'title',
      header: 'Title',
      width: '30%',
      cell: ({ notice: { key, title } }) => (
        <a href={`#${addressOf(key)}`} tabIndex={-1} className={classes['title']} title={title}>
          <bdi>{title || 'Untitled'}</bdi>
        </a>
      ),
    },
    {
      id: 'buyer',
      header: 'Buyer',
      width: '18%',
      cell: ({ notice: { buyer } }) => (buyer === '' ? <NotKnown /> : <span title={buyer}>{buyer}</span>),
    },
    { id: 'type', header: 'Type', width: '52px', cell: ({ notice: { noticeType } }) => noticeType ?? 'none' },
    { id: 'value', header: 'Value', width: '104px', cell: ({ notice }) => <Value of={notice} /> },
    { id: 'lots', header: 'Lots', width: '42px', cell: ({ notice: { lots } }) => (lots === 0 ? '1' : lots) },
    {
      id: 'due',
      header: 'Closes',
      width: '176px',
      cell: ({ notice: { due } }) =>
        due === null ? <NotKnown /> : <span title={formatDue(due)}>{formatDue(due).replace(/ \(.*\)$/, '')}</span>,
    },
    {
      id: 'left',
      header: 'Left',
      width: '112px',
      cell: ({ notice: { due } }) => due !== null && <Countdown due={due} />,
    },
    {
      id: 'published',
      header: 'Published',
      width: '102px',
      cell: ({ notice: { publishedAt } }) =>
        publishedAt === '' ? <NotKnown /> : formatLocalDate(today(new Date(publishedAt), london)).slice(4),
    },
    {
      id: 'presence',
      header,
      width: '78px',
      cell: ({ notice }) => (isKnown(notice) ? <Mark tone="pass">{known}</Mark> : other),
    },
  ];
}

function NotKnown() {
  return <span className={classes['notKnown']}>not given</span>;
}

/** A value says whether VAT is in it: with VAT is what thresholds are measured by. */
function Value({ of: { value } }: { readonly of: NoticeSummary }) {
  const { gross, net, currency } = value;
  if (gross !== null) return <span title="with VAT">{formatAmount(gross, currency)}</span>;
  return net === null ? <NotKnown /> : <span title="without VAT">{formatAmount(net, currency)} net</span>;
}
