import { plain, type Block, type Table, type TableRow } from '../document/document.ts';
import { formatMoney } from '../basics/formatMoney.ts';
import { formatShare, incomes, shareProblems, sharesByLot, totalOf, type Share } from '../bid/shares.ts';
import { lotName, shareBaseWord } from './agreementFacts.ts';
import type { Assembled } from './assembleClauses.ts';
import { inPartyOrder, nameOf, openCells, scheduleHeading, type ScheduleInput } from './scheduleParts.ts';

/** Who has which share of each lot, what it comes to, and what it means for the votes. */
export function sharesSchedule(input: ScheduleInput): Assembled {
  const { bid, tender } = input;
  const { open, cell } = openCells('scheduleShares');
  const blocks: Block[] = [scheduleHeading('scheduleShares', 'Shares')];
  const byLot = sharesByLot(bid);
  const unsound = new Set(shareProblems(bid).map(({ lotId }) => lotId));
  for (const lot of tender.lots.filter(({ id }) => bid.lotIds.includes(id))) {
    const shares = inPartyOrder(input, byLot.get(lot.id) ?? []);
    const fee = bid.agreement.feeBasisPoints;
    const price = bid.agreement.annualPrices[lot.id] ?? null;
    blocks.push({
      kind: 'paragraph',
      role: 'intro',
      content: [
        ...plain(`Annual price of ${lotName(lot)}, excluding VAT: `),
        ...cell(
          price === null ? null : formatMoney(price),
          'annual price',
          `What is the annual price of ${lotName(lot)}, excluding VAT?`,
          { record: 'agreement', field: 'annualPrices' },
        ),
        ...plain('.'),
      ],
    });
    if (unsound.has(lot.id)) continue;
    blocks.push(
      fee !== null && fee > 0 ? feeTable(input, lot, shares, fee, price) : plainTable(input, lot, shares, price),
    );
  }
  return { blocks, open };
}

type LotNamed = { readonly number: string; readonly title: string };

/** Without a fee a Share is a share of the price, and there is one percentage. */
function plainTable(input: ScheduleInput, lot: LotNamed, shares: readonly Share[], price: number | null): Table {
  const base = shareBaseWord(input.bid) ?? 'price';
  const sums = price === null ? null : incomes(price, 0, shares, '');
  const rows = shares.map((share, index): TableRow => ({
    cells: [
      plain(nameOf(input, share.organisationId)),
      plain(formatShare(share.basisPoints)),
      ...(sums === null ? [] : [plain(formatMoney(sums[index]?.total ?? 0))]),
    ],
  }));
  const total: TableRow = {
    total: true,
    cells: [
      plain('Total'),
      plain(formatShare(totalOf(shares))),
      ...(price === null ? [] : [plain(formatMoney(price))]),
    ],
  };
  return {
    kind: 'table',
    caption: `Shares of the ${base}, ${lotName(lot)}`,
    columns: [
      { header: 'Member', width: 50 },
      { header: `Share of the ${base}`, width: 25, align: 'right' },
      ...(price === null ? [] : [{ header: 'Each year, excluding VAT', width: 25, align: 'right' as const }]),
    ],
    rows: [...rows, total],
  };
}

/** With a fee both percentages stand side by side, each with its base, so that nobody takes one for the other. */
function feeTable(
  input: ScheduleInput,
  lot: LotNamed,
  shares: readonly Share[],
  fee: number,
  price: number | null,
): Table {
  const leadId = input.parties.find(({ member }) => member.role === 'lead')?.organisation.id ?? '';
  const sums = incomes(price ?? 0, fee, shares, leadId);
  const money = (pence: number) => (price === null ? [] : [plain(pence === 0 ? 'Nil' : formatMoney(pence))]);
  const add = (part: 'fee' | 'work' | 'total' | 'priceShare') => sums.reduce((sum, income) => sum + income[part], 0);
  const rows = sums.map((income): TableRow => ({
    cells: [
      plain(nameOf(input, income.organisationId)),
      plain(formatShare(income.netShare)),
      ...money(income.work),
      ...money(income.fee),
      ...money(income.total),
      plain(formatShare(income.priceShare)),
    ],
  }));
  const total: TableRow = {
    total: true,
    cells: [
      plain('Total'),
      plain(formatShare(totalOf(shares))),
      ...money(add('work')),
      ...money(add('fee')),
      ...money(add('total')),
      plain(formatShare(add('priceShare'))),
    ],
  };
  const sumColumns =
    price === null
      ? []
      : (['Net Price', 'Management Fee', 'Total each year'] as const).map((header) => ({
          header,
          width: 17,
          align: 'right' as const,
        }));
  return {
    kind: 'table',
    caption: `Shares of the Net Price and resulting shares of the Price, ${lotName(lot)}`,
    columns: [
      { header: 'Member', width: 24 },
      { header: 'Share of the Net Price', width: 13, align: 'right' },
      ...sumColumns,
      { header: 'Share of the Price', width: 12, align: 'right' },
    ],
    rows: [...rows, total],
  };
}
