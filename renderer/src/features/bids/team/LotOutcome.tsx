import { Text } from '@mantine/core';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { leadOf } from '../../../../../shared/domain/bid/bidMembers.ts';
import { formatMoney } from '../../../../../shared/domain/basics/formatMoney.ts';
import {
  formatShare,
  type Income,
  incomes,
  lotShares,
  splitPence,
  totalOf,
  wholeLot,
} from '../../../../../shared/domain/bid/shares.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { lotLabel, nameOf } from '../naming.ts';
import { ShareBar } from './ShareBar.tsx';
import { usePages } from '../../../ui/usePages.tsx';
import { membersAtATime } from './pageSizes.ts';
import classes from './team.module.css';

interface LotOutcomeProps {
  readonly input: BidInput;
  readonly lotId: string;
}

/** What the shares of one lot look like and, where its price is known, what each member gets. */
export function LotOutcome({ input, lotId }: LotOutcomeProps) {
  const { bid } = input;
  const shares = lotShares(bid, lotId);
  if (shares.length === 0) return null;
  const price = bid.agreement.annualPrices[lotId] ?? null;
  const fee = bid.shareBase === 'netPrice' ? (bid.agreement.feeBasisPoints ?? 0) : 0;
  return (
    <div className={classes['outcome']}>
      <Text size="sm" fw={600}>
        <bdi>{lotLabel(input, lotId)}</bdi>
      </Text>
      <ShareBar shares={shares} nameOf={(id) => nameOf(input, id)} />
      {totalOf(shares) === wholeLot ? (
        (fee > 0 || price !== null) && (
          <Incomes
            rows={incomes(price ?? 0, fee, shares, leadOf(bid)?.organisationId ?? '')}
            price={price}
            fee={fee}
            nameOf={(id) => nameOf(input, id)}
          />
        )
      ) : (
        <Text size="xs" c="dimmed">
          What each member gets is shown once the shares total 100%.
        </Text>
      )}
    </div>
  );
}

interface IncomesProps {
  readonly rows: readonly Income[];
  readonly price: number | null;
  readonly fee: number;
  readonly nameOf: (organisationId: string) => string;
}

/** With a fee both percentages stand side by side, each with its base. */
function Incomes({ rows, price, fee, nameOf }: IncomesProps) {
  const sum = (part: 'work' | 'fee' | 'total' | 'priceShare' | 'netShare'): number =>
    rows.reduce((all, row) => all + row[part], 0);
  const { shown, pager } = usePages(rows, membersAtATime, 'members');
  return (
    <div className={classes['sharesScroll']}>
      <table className={classes['incomes']} aria-label="What each member gets in one year">
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">{fee > 0 ? 'Share of the net price' : 'Share of the price'}</th>
            {fee > 0 && <th scope="col">Share of the price</th>}
            {price !== null && <th scope="col">£ for one year, without VAT</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.organisationId}>
              <th scope="row">
                <bdi>{nameOf(row.organisationId)}</bdi>
              </th>
              <td>{formatShare(row.netShare)}</td>
              {fee > 0 && <td>{formatShare(row.priceShare)}</td>}
              {price !== null && (
                <td>
                  <Explained
                    label={formatMoney(row.total)}
                    title={`${formatMoney(row.total)} for ${nameOf(row.organisationId)}`}
                  >
                    <HowReckoned row={row} price={price} fee={fee} />
                  </Explained>
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td>{formatShare(sum('netShare'))}</td>
            {fee > 0 && <td>{formatShare(sum('priceShare'))}</td>}
            {price !== null && <td>{formatMoney(sum('total'))}</td>}
          </tr>
        </tfoot>
      </table>
      {pager}
    </div>
  );
}

function HowReckoned({ row, price, fee }: { readonly row: Income; readonly price: number; readonly fee: number }) {
  const [feeSum = 0] = splitPence(price, [fee, wholeLot - fee]);
  return (
    <>
      <table>
        <tbody>
          <tr>
            <td>Price for one year, as entered in this bid</td>
            <td>{formatMoney(price)}</td>
          </tr>
          {fee > 0 && (
            <>
              <tr>
                <td>Management fee of the lead, {formatShare(fee)} of it</td>
                <td>{formatMoney(feeSum)}</td>
              </tr>
              <tr>
                <td>Net price</td>
                <td>{formatMoney(price - feeSum)}</td>
              </tr>
            </>
          )}
          <tr>
            <td>
              Work: {formatShare(row.netShare)} of the {fee > 0 ? 'net price' : 'price'}
            </td>
            <td>{formatMoney(row.work)}</td>
          </tr>
          {row.fee > 0 && (
            <tr>
              <td>Management fee</td>
              <td>{formatMoney(row.fee)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p>Pennies left over by rounding go to those who lost most by it, so that the parts add up to the price.</p>
    </>
  );
}
