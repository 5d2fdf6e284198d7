import { plain, type Block, type TableRow } from '../document/document.ts';
import { formatMoney } from '../basics/formatMoney.ts';
import { shareLoss } from '../bid/liability.ts';
import { lotShares } from '../bid/shares.ts';
import { lotName } from './agreementFacts.ts';
import type { Assembled } from './assembleClauses.ts';
import { introText, inPartyOrder, nameOf, scheduleHeading, type ScheduleInput } from './scheduleParts.ts';

/** The loss that the example works with; any sum would do. */
const exampleLoss = 60_000_00;

/** Figures a board can follow: nobody at fault, one member insolvent, and one member wholly at fault. */
export function contributionSchedule(input: ScheduleInput): Assembled {
  const { bid, tender } = input;
  const lot = tender.lots.find(({ id }) => bid.lotIds.includes(id));
  const shares = lot === undefined ? [] : inPartyOrder(input, lotShares(bid, lot.id));
  const last = shares.at(-1);
  const blocks: Block[] = [scheduleHeading('scheduleContribution', 'Examples of contribution')];
  if (lot === undefined || last === undefined) return { blocks, open: [] };
  const id = last.organisationId;
  const byFault = bid.agreement.contribution === 'faultThenShare';
  const cases = [
    { header: 'No Member caused it', burdens: shareLoss(exampleLoss, shares) },
    {
      header: `The same, ${nameOf(input, id)} insolvent`,
      burdens: shareLoss(exampleLoss, shares, { insolvent: [id] }),
    },
    ...(byFault
      ? [
          {
            header: `${nameOf(input, id)} alone caused it`,
            burdens: shareLoss(exampleLoss, shares, { caused: [{ organisationId: id, basisPoints: 10_000 }] }),
          },
        ]
      : []),
  ];
  blocks.push(
    introText(
      `The Authority recovers ${formatMoney(exampleLoss)} from one Member for ${lotName(lot)}. This is who bears it in the end. The examples explain clauses; they do not change them.`,
    ),
    {
      kind: 'table',
      caption: `A loss of ${formatMoney(exampleLoss)}, ${lotName(lot)}`,
      columns: [
        { header: 'Member', width: 34 },
        ...cases.map(({ header }) => ({ header, width: 66 / cases.length, align: 'right' as const })),
      ],
      rows: [
        ...shares.map(({ organisationId }, index) =>
          sumsRow(
            nameOf(input, organisationId),
            cases.map(({ burdens }) => burdens[index]?.amount ?? 0),
            false,
          ),
        ),
        sumsRow(
          'Total',
          cases.map(({ burdens }) => burdens.reduce((sum, { amount }) => sum + amount, 0)),
          true,
        ),
      ],
    },
  );
  return { blocks, open: [] };
}

function sumsRow(name: string, amounts: readonly number[], total: boolean): TableRow {
  return { total, cells: [plain(name), ...amounts.map((amount) => plain(amount === 0 ? 'Nil' : formatMoney(amount)))] };
}
