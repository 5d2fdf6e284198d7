import { formatDue } from '../../../../shared/domain/countdown.ts';
import { tenderStates } from '../../../../shared/domain/tender.ts';
import { formatAmount } from '../../../../shared/domain/tenderValue.ts';
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
    width: '32%',
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
  { id: 'value', header: 'Value', width: '116px', cell: ({ tender }) => <Value {...tender.value} /> },
  {
    id: 'next',
    header: 'Next',
    width: '34%',
    cell: ({ next }) =>
      next === null ? (
        <span className={classes['notKnown']}>no date to come</span>
      ) : (
        <span title={`${next.label}: ${formatDue(next.due)}`}>
          {next.label}: {formatDue(next.due)} · <Countdown due={next.due} />
        </span>
      ),
  },
  { id: 'state', header: 'State', width: '88px', cell: ({ tender }) => tenderStates[tender.state] },
];

function NotKnown() {
  return <span className={classes['notKnown']}>not known</span>;
}

function Value({ gross, net, currency }: TenderRow['tender']['value']) {
  if (gross !== null) return <span title="with VAT">{formatAmount(gross, currency)}</span>;
  return net === null ? <NotKnown /> : <span title="without VAT">{formatAmount(net, currency)} net</span>;
}
