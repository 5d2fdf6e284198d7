import { formatPounds, type Pence } from '../basics/money.ts';
import { asksOf } from '../bid/conditionAsks.ts';
import { thoseMeeting } from '../bid/conditions.ts';
import { firstStart, lotsOfCondition } from '../bid/judgeCondition.ts';
import { ofLotsBidFor } from '../bid/lotsBidFor.ts';
import type { Condition } from '../bid/bid.ts';
import { plain, type Block, type Table, type TableRow } from '../document/document.ts';
import { keysOf } from '../basics/keysOf.ts';
import { shortText } from '../basics/shortText.ts';
import { standingInsurances } from '../organisation/coverFacts.ts';
import { type Insurance, insuranceKinds, type InsuranceKind, type Organisation } from '../organisation/organisation.ts';
import { formatLongDate } from '../time/longDate.ts';
import type { Assembled } from './assembleClauses.ts';
import type { Slot } from './fillText.ts';
import { nameOf, openCells, scheduleHeading, type ScheduleInput } from './scheduleParts.ts';

/**
 * What the buyer asks each member to insure, what it holds, and what it is committed to and by when; and the other
 * commitments of the bid. A commitment is a duty under the agreement, so that none stands here without a member and a day.
 */
export function insuranceSchedule(input: ScheduleInput): Assembled {
  const { open, cell } = openCells('scheduleInsurance');
  const heading: Block = scheduleHeading('scheduleInsurance', 'Insurance and other commitments');
  const others = otherCommitments(input, cell);
  return { blocks: [heading, insuranceTable(input, cell), ...(others === null ? [] : [others])], open };
}

type Cell = ReturnType<typeof openCells>['cell'];
type Content = ReturnType<Cell>;

/** One insurance that a condition asks of one member. */
interface Asked {
  readonly condition: Condition;
  readonly kind: InsuranceKind;
  readonly limit: Pence | null;
  readonly basis: Insurance['basis'];
}

function insuranceTable(input: ScheduleInput, cell: Cell): Table {
  const conditions = ofLotsBidFor(input.bid, input.bid.conditions);
  const rows = input.parties.flatMap(({ organisation }) => {
    const asked = conditions
      .filter((condition) => thoseMeeting(condition).includes(organisation.id))
      .flatMap((condition) =>
        asksOf(condition).insurances.map(({ kind, limit, basis }): Asked => ({ condition, kind, limit, basis })),
      );
    const kinds = keysOf(insuranceKinds).filter(
      (kind) => asked.some((each) => each.kind === kind) || organisation.insurances.some((each) => each.kind === kind),
    );
    return kinds.map((kind) => insuranceRow(input, cell, organisation, kind, heaviest(asked, kind)));
  });
  const unassigned = conditions
    .filter(({ kind, metBy }) => kind === 'insurance' && metBy.kind === 'unknown')
    .map(({ id, text }): TableRow => {
      const words = shortText(text, 120) || 'an insurance without words';
      const who = cell(null, 'Member', `Which members hold this insurance: ${words}?`, { record: 'condition', id });
      return { cells: [who, plain(words), plain(''), plain(''), plain('')] };
    });
  return {
    kind: 'table',
    caption: 'Insurance: what the Contract requires, what is held, and what is committed',
    columns: [
      { header: 'Member', width: 18 },
      { header: 'Insurance', width: 16 },
      { header: 'The Contract requires', width: 20 },
      { header: 'Held now', width: 23 },
      { header: 'Committed, and by when', width: 23 },
    ],
    rows: [...rows, ...unassigned],
  };
}

/** Of several conditions the one that asks for most; one whose sum was not understood comes first, to be settled. */
function heaviest(asked: readonly Asked[], kind: InsuranceKind): Asked | null {
  const ofKind = asked.filter((each) => each.kind === kind);
  return ofKind.toSorted((a, b) => (b.limit ?? Infinity) - (a.limit ?? Infinity))[0] ?? null;
}

function insuranceRow(
  input: ScheduleInput,
  cell: Cell,
  { id, name, insurances }: Organisation,
  kind: InsuranceKind,
  asked: Asked | null,
): TableRow {
  const what = insuranceKinds[kind];
  const mend: Slot['mend'] = { record: 'organisation', organisationId: id, field: 'insurances' };
  const ofKind = standingInsurances(insurances, input.today).filter((each) => each.kind === kind);
  const held = ofKind.filter(({ state, validTo }) => state === 'held' && (validTo === null || validTo >= input.today));
  const promised = ofKind.filter(({ state }) => state === 'committed');
  const sums = (policies: readonly Insurance[]): Content => {
    if (policies.length === 0) return plain('None');
    const limits = policies.map(({ limit }) => limit);
    const unknown = limits.includes(null);
    const question = `For what sum is ${name} insured: ${what}?`;
    return cell(unknown ? null : policies.map(policyWords).join('; '), 'sum', question, mend);
  };
  const required = asked === null ? plain('Not asked for') : requiredCell(cell, asked, what);
  return {
    cells: [
      plain(name),
      plain(what),
      required,
      sums(held),
      committedCell(input, cell, { name, what, asked, held, promised }),
    ],
  };
}

function requiredCell(cell: Cell, { condition, limit, basis }: Asked, what: string): Content {
  const sum = limit === null ? null : sumWords(limit, basis);
  const question = `What sum does the buyer ask for: ${what}? (${shortText(condition.text, 90)})`;
  return cell(sum, 'sum', question, { record: 'condition', id: condition.id });
}

interface Commitment {
  readonly name: string;
  readonly what: string;
  readonly asked: Asked | null;
  readonly held: readonly Insurance[];
  readonly promised: readonly Insurance[];
}

/** What is still to be insured, and by when: nothing where enough is held, and never less than is asked for in silence. */
function committedCell(input: ScheduleInput, cell: Cell, { name, what, asked, held, promised }: Commitment): Content {
  const holds = totalOf(held);
  const enough = asked?.limit !== null && asked !== null && holds >= asked.limit;
  if (enough || (asked === null && promised.length === 0)) return plain('Nothing more');
  const most = Math.max(asked?.limit ?? 0, ...promised.map(({ limit }) => limit ?? 0));
  const basis = asked?.basis ?? promised[0]?.basis ?? 'unknown';
  const isCommitted = promised.length > 0 || asked?.condition.state === 'committed';
  if (!isCommitted && asked !== null) {
    const question = `${name} holds ${formatPounds(holds)} of ${what}, which is less than the buyer asks for: when does it raise its cover?`;
    return cell(null, 'sum and day', question, { record: 'condition', id: asked.condition.id });
  }
  if (most === 0) return plain('As the Contract requires');
  const by = firstStart(lotsOfCondition(asked?.condition ?? everyLot, input));
  const words = by === null ? null : `${sumWords(most, basis)}, by ${formatLongDate(by)}`;
  return cell(words, 'day', startMissing, { record: 'tender', field: 'lots' });
}

const startMissing = 'On which day does the contract start? Commitments are to be kept by then.';

/** What no condition asks for is committed to for every lot that is bid for. */
const everyLot = { lotId: null };

/** Layers of cover add up; a sum that is not known counts as nothing. */
function totalOf(policies: readonly Insurance[]): Pence {
  return policies.reduce((sum, { limit }) => sum + (limit ?? 0), 0);
}

function policyWords({ limit, basis, validTo }: Insurance): string {
  const until = validTo === null ? '' : `, to ${formatLongDate(validTo)}`;
  return `${sumWords(limit ?? 0, basis)}${until}`;
}

function sumWords(limit: Pence, basis: Insurance['basis']): string {
  return `${formatPounds(limit)}${basisWords[basis]}`;
}

const basisWords = { anyOneClaim: ', any one claim', aggregate: ', in the aggregate', unknown: '' } as const;

/** What else the bid promises by the start of the contract; `null` where there is nothing. */
function otherCommitments(input: ScheduleInput, cell: Cell): Table | null {
  const conditions = ofLotsBidFor(input.bid, input.bid.conditions).filter(
    (condition) => condition.state === 'committed' && asksOf(condition).insurances.length === 0,
  );
  if (conditions.length === 0) return null;
  return {
    kind: 'table',
    caption: 'Other commitments',
    columns: [
      { header: 'What', width: 46 },
      { header: 'By whom', width: 30 },
      { header: 'By when', width: 24 },
    ],
    rows: conditions.map((condition): TableRow => {
      const { id, text } = condition;
      const names = thoseMeeting(condition).map((each) => nameOf(input, each) || organisationName(input, each));
      const words = text.trim() === '' ? null : text.trim();
      const by = firstStart(lotsOfCondition(condition, input));
      return {
        cells: [
          cell(words, 'commitment', 'What does the buyer ask for in this condition?', { record: 'condition', id }),
          cell(names.join(', ') || null, 'Member', `Who keeps this commitment: ${shortText(text, 90)}?`, {
            record: 'condition',
            id,
          }),
          cell(by === null ? null : formatLongDate(by), 'day', startMissing, { record: 'tender', field: 'lots' }),
        ],
      };
    }),
  };
}

function organisationName({ organisations }: ScheduleInput, id: string): string {
  return organisations.find((each) => each.id === id)?.name ?? '';
}
