import { formatDue } from '../../../../shared/domain/time/countdown.ts';
import { tenderStates } from '../../../../shared/domain/tender/tender.ts';
import { formatAmount } from '../../../../shared/domain/tender/tenderValue.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import type { TenderRow } from './tendersView.ts';
import classes from './tenders.module.css';

export function pathOf({ id }: { readonly id: string }): string {
  return `/tenders/${id}`;
}

export const tenderColumns: readonly Column<TenderRow>[] = [
  {
    id: 'title',
    header: 'Title',
    width: '34%',
    cell: ({ tender }) => (
      <a href={`#${pathOf(tender)}`} tabIndex={-1} className={classes['title']} title={tender.title}>
        <bdi>{tender.title || 'Untitled tender'}</bdi>
      </a>
    ),
  },
  {
    id: 'buyer',
    header: 'Buyer',
    width: '21%',
    cell: ({ tender: { buyer } }) => (buyer === '' ? <NotKnown /> : <span title={buyer}>{buyer}</span>),
  },
  { id: 'value', header: 'Value', width: '104px', cell: ({ tender }) => <Value {...tender.value} /> },
  {
    id: 'next',
    header: 'Next',
    width: '21%',
    cell: ({ next }) =>
      next === null ? (
        <span className={classes['notKnown']}>no date to come</span>
      ) : (
        <span title={next.label}>{next.label}</span>
      ),
  },
  {
    id: 'when',
    header: 'When',
    width: '176px',
    cell: ({ next }) =>
      next !== null && <span title={formatDue(next.due)}>{formatDue(next.due).replace(/ \(.*\)$/, '')}</span>,
  },
  { id: 'left', header: 'Left', width: '140px', cell: ({ next }) => next !== null && <Countdown due={next.due} /> },
  { id: 'state', header: 'State', width: '84px', cell: ({ tender }) => tenderStates[tender.state] },
];

function NotKnown() {
  return <span className={classes['notKnown']}>not known</span>;
}

function Value({ gross, net, currency }: TenderRow['tender']['value']) {
  if (gross !== null) return <span title="with VAT">{formatAmount(gross, currency)}</span>;
  return net === null ? <NotKnown /> : <span title="without VAT">{formatAmount(net, currency)} net</span>;
}
