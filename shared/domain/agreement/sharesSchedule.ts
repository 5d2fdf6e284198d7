import { joinedWords } from '../basics/joinedWords.ts';
import { plain, type Block, type Table, type TableRow } from '../document/document.ts';
import { formatMoney } from '../basics/formatMoney.ts';
import { formatShare, incomes, shareProblems, sharesByLot, totalOf, type Share } from '../bid/shares.ts';
import { lotName, shareBaseWord } from './agreementFacts.ts';
import type { Assembled } from './assembleClauses.ts';
import { inPartyOrder, nameOf, openCells, scheduleHeading, type ScheduleInput } from './scheduleParts.ts';

/** So many lots have a table each; of more, those with the same price and the same shares have one together. */
const mostTables = 4;

interface LotDivided {
  readonly id: string;
  readonly name: string;
  readonly shares: readonly Share[];
  /** For one year, in pence without VAT. */
  readonly price: number | null;
}

/** Who has which share of each lot, and what it comes to. */
export function sharesSchedule(input: ScheduleInput): Assembled {
  const { bid, tender } = input;
  const { open, cell } = openCells('scheduleShares');
  const byLot = sharesByLot(bid);
  const lots = tender.lots
    .filter(({ id }) => bid.lotIds.includes(id))
    .map((lot): LotDivided => ({
      id: lot.id,
      name: lotName(lot),
      shares: inPartyOrder(input, byLot.get(lot.id) ?? []),
      price: bid.agreement.annualPrices[lot.id] ?? null,
    }));
  const priceLine = ({ name, price }: LotDivided, role: 'body' | 'intro'): Block => ({
    kind: 'paragraph',
    role,
    content: [
      ...plain(`Annual price of ${name}, excluding VAT: `),
      ...cell(
        price === null ? null : formatMoney(price),
        'annual price',
        `What is the annual price of ${name}, excluding VAT?`,
        { record: 'agreement', field: 'annualPrices' },
      ),
      ...plain('.'),
    ],
  });
  const unsound = new Set(shareProblems(bid).map(({ lotId }) => lotId));
  const tables = (some: readonly LotDivided[]): readonly Block[] =>
    alike(some.filter(({ id }) => !unsound.has(id))).map((same) => tableOf(input, same));
  const blocks =
    lots.length > mostTables
      ? [...lots.map((lot) => priceLine(lot, 'body')), ...tables(lots)]
      : lots.flatMap((lot) => [priceLine(lot, 'intro')].concat(tables([lot])));
  return { blocks: [scheduleHeading('scheduleShares', 'Shares'), ...blocks], open };
}

/** Lots with the same price and the same shares as one, under all of their names. */
function alike(lots: readonly LotDivided[]): readonly LotDivided[] {
  const groups = new Map<string, LotDivided & { readonly names: string[] }>();
  for (const lot of lots) {
    const key = JSON.stringify([lot.price, lot.shares]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...lot, names: [lot.name] });
    else group.names.push(lot.name);
  }
  return [...groups.values()].map(({ names, ...lot }): LotDivided =>
    Object.assign({}, lot, { name: joinedWords(names) }),
  );
}

function tableOf(input: ScheduleInput, lot: LotDivided): Table {
  const fee = input.bid.agreement.feeBasisPoints;
  return fee !== null && fee > 0 ? feeTable(input, lot, fee) : plainTable(input, lot);
}

/** Without a fee a Share is a share of the price, and there is one percentage. */
function plainTable(input: ScheduleInput, { name, shares, price }: LotDivided): Table {
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
    caption: `Shares of the ${base}, ${name}`,
    columns: [
      { header: 'Member', width: 50 },
      { header: `Share of the ${base}`, width: 25, align: 'right' },
      ...(price === null ? [] : [{ header: 'Each year, excluding VAT', width: 25, align: 'right' as const }]),
    ],
    rows: [...rows, total],
  };
}

/** With a fee both percentages stand side by side, each with its base, so that nobody takes one for the other. */
function feeTable(input: ScheduleInput, { name, shares, price }: LotDivided, fee: number): Table {
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
    caption: `Shares of the Net Price and resulting shares of the Price, ${name}`,
    columns: [
      { header: 'Member', width: 24 },
      { header: 'Share of the Net Price', width: 13, align: 'right' },
      ...sumColumns,
      { header: 'Share of the Price', width: 12, align: 'right' },
    ],
    rows: [...rows, total],
  };
}
