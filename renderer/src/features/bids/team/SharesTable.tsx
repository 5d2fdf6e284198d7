import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Bid, BidMember } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { deliverersOf } from '../../../../../shared/domain/bid/bidMembers.ts';
import { withRestSplit } from '../../../../../shared/domain/bid/shareEntry.ts';
import { formatShare, lotShares, totalOf, wholeLot } from '../../../../../shared/domain/bid/shares.ts';
import { optionalAmountForm } from '../../../parts/forms.ts';
import { unlessStored } from '../../../ui/draft.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import type { Edits } from '../edits.ts';
import { shareForm } from '../forms.ts';
import { lotLabel, nameOf } from '../naming.ts';
import { usePages } from '../../../ui/usePages.tsx';
import { membersAtATime } from './pageSizes.ts';
import classes from './team.module.css';

interface SharesTableProps extends Omit<CellProps, 'lotId'> {
  /** The lots that are shown. */
  readonly lotIds: readonly string[];
}

/** Members by lots. Enter and the arrow keys go up and down a lot, Tab goes across. */
export function SharesTable({ input, edits, lotIds }: SharesTableProps) {
  const { bid } = input;
  const rows = bid.members.filter(
    ({ role, shares }) =>
      (role !== 'reserve' && role !== 'guarantor') || shares.some(({ basisPoints }) => basisPoints !== 0),
  );
  const { shown, pager } = usePages(rows, membersAtATime, 'members');
  return (
    <div className={classes['sharesScroll']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its fields are what takes the keys */}
      <table className={classes['shares']} aria-label="Shares" onKeyDown={goUpOrDown}>
        <thead>
          <tr>
            <th scope="col">Member</th>
            {lotIds.map((lotId) => (
              <th key={lotId} scope="col">
                <bdi>{lotLabel(input, lotId)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((member) => (
            <tr key={member.organisationId}>
              <th scope="row">
                <bdi>{nameOf(input, member.organisationId)}</bdi>
              </th>
              {lotIds.map((lotId) => (
                <td key={lotId}>
                  <ShareField member={member} lotId={lotId} input={input} edits={edits} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {lotIds.map((lotId) => (
              <td key={lotId}>
                <Total lotId={lotId} input={input} edits={edits} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Price for one year, without VAT</th>
            {lotIds.map((lotId) => (
              <td key={lotId}>
                <EditableField
                  label={`Price for one year of ${lotLabel(input, lotId)}`}
                  form={optionalAmountForm}
                  draftKey={`${bid.id}.agreement.annualPrices.${lotId}`}
                  value={priceOf(bid, lotId)}
                  commit={(price, mayReplace) =>
                    edits.change(`price of ${lotLabel(input, lotId)}`, (now) =>
                      unlessStored(now, priceOf(now, lotId), mayReplace, (one) => withPrice(one, lotId, price)),
                    )
                  }
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {pager}
    </div>
  );
}

interface CellProps {
  readonly input: BidInput;
  readonly edits: Edits;
  readonly lotId: string;
}

function ShareField({ member, lotId, input, edits }: CellProps & { readonly member: BidMember }) {
  const { organisationId } = member;
  const label = `${nameOf(input, organisationId)}, ${lotLabel(input, lotId)}`;
  return (
    <EditableField
      label={label}
      form={shareForm}
      draftKey={`${input.bid.id}.shares.${lotId}.${organisationId}`}
      value={shareOf(member, lotId)}
      commit={(basisPoints, mayReplace) =>
        edits.setMember(organisationId, `share of ${label} ${formatShare(basisPoints)}`, (now) =>
          unlessStored(now, shareOf(now, lotId), mayReplace, (one) => withShare(one, lotId, basisPoints)),
        )
      }
    />
  );
}

function shareOf({ shares }: BidMember, lotId: string): number {
  return shares.find((share) => share.lotId === lotId)?.basisPoints ?? 0;
}

function priceOf({ agreement }: Pick<Bid, 'agreement'>, lotId: string): number | null {
  return agreement.annualPrices[lotId] ?? null;
}

function Total({ lotId, input, edits }: CellProps) {
  const shares = lotShares(input.bid, lotId);
  const total = totalOf(shares);
  const left = wholeLot - total;
  const splitRest = () =>
    edits.act(`the rest of ${lotLabel(input, lotId)} split evenly`, (now) => {
      const ids = deliverersOf({ members: now.members.map((each) => ({ ...each, shares: [] })) }, null).map(
        ({ organisationId }) => organisationId,
      );
      const split = withRestSplit(lotShares(now, lotId), ids);
      if (split === null) return now;
      const held = new Map(split.map(({ organisationId, basisPoints }) => [organisationId, basisPoints]));
      return {
        ...now,
        members: now.members.map((each) => withShare(each, lotId, held.get(each.organisationId) ?? 0)),
      };
    });
  return (
    <div className={classes['total']}>
      <Mark tone={left === 0 ? 'pass' : 'fail'}>
        {formatShare(total)}
        {left > 0 && `, ${formatShare(left)} missing`}
        {left < 0 && `, ${formatShare(-left)} too much`}
      </Mark>
      {left > 0 && (
        <Button variant="default" size="compact-xs" onClick={() => void splitRest()}>
          Split the rest evenly
        </Button>
      )}
    </div>
  );
}

function withShare(member: BidMember, lotId: string, basisPoints: number): BidMember {
  const others = member.shares.filter((share) => share.lotId !== lotId);
  return { ...member, shares: basisPoints === 0 ? others : [...others, { lotId, basisPoints }] };
}

function withPrice(bid: Bid, lotId: string, price: number | null): Bid {
  const others = Object.entries(bid.agreement.annualPrices).filter(([id]) => id !== lotId);
  const annualPrices = Object.fromEntries(price === null ? others : [...others, [lotId, price]]);
  return { ...bid, agreement: { ...bid.agreement, annualPrices } };
}

function goUpOrDown(event: KeyboardEvent<HTMLTableElement>): void {
  const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };
  const step = steps[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLInputElement)) return;
  const at = target.closest('td')?.cellIndex ?? 0;
  const column = [...event.currentTarget.rows].flatMap(({ cells }) => {
    const input = cells[at]?.querySelector('input');
    return input === null || input === undefined ? [] : [input];
  });
  const next = column[column.indexOf(target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.select();
}
