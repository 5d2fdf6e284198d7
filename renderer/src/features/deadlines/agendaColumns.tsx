import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { clockAt } from '../../../../shared/domain/time/instant.ts';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { tenderStates } from '../../../../shared/domain/tender/tender.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import type { AgendaRow } from './agendaRows.ts';
import classes from './deadlines.module.css';

export function pathOf({ entry }: AgendaRow): string {
  return `/tenders/${entry.tender.id}?at=dates`;
}

export const agendaColumns: readonly Column<AgendaRow>[] = [
  {
    id: 'day',
    header: 'Day',
    width: '136px',
    cell: ({ day, opensDay }) => (
      <span className={opensDay ? classes['day'] : classes['sameDay']}>{formatLocalDate(day)}</span>
    ),
  },
  {
    id: 'time',
    header: 'Time',
    width: '64px',
    cell: ({ entry: { deadline } }) =>
      deadline.due.kind === 'instant' ? clockAt(deadline.due.at, deadline.due.zone).slice(11, 16) : 'all day',
  },
  {
    id: 'left',
    header: 'Left',
    width: '148px',
    cell: ({ entry: { deadline } }) => <Countdown due={deadline.due} />,
  },
  {
    id: 'what',
    header: 'What',
    width: '22%',
    cell: ({ entry: { deadline } }) => (
      <span title={`${deadline.label}: ${formatDue(deadline.due)}`}>
        {deadline.label}
        {deadline.amendments > 0 && <span className={classes['moved']}> moved</span>}
      </span>
    ),
  },
  {
    id: 'tender',
    header: 'Tender',
    width: '34%',
    cell: (row) => (
      <a href={`#${pathOf(row)}`} tabIndex={-1} className={classes['title']} title={row.entry.tender.title}>
        <bdi>{row.entry.tender.title || 'Untitled tender'}</bdi>
      </a>
    ),
  },
  {
    id: 'buyer',
    header: 'Buyer',
    width: '22%',
    cell: ({ entry: { tender } }) => <span title={tender.buyer}>{tender.buyer}</span>,
  },
  { id: 'state', header: 'State', width: '84px', cell: ({ entry: { tender } }) => tenderStates[tender.state] },
];
