import { formatPounds, type Pence } from '../basics/money.ts';
import { asksOf, type InsuranceAsked } from '../bid/conditionAsks.ts';
import { thoseMeeting } from '../bid/conditions.ts';
import { daysThatCount, firstStart, lotsOfCondition } from '../bid/judgeCondition.ts';
import { insuranceFinding } from '../bid/judgeCover.ts';
import type { Finding } from '../bid/judgement.ts';
import { ofLotsBidFor } from '../bid/lotsBidFor.ts';
import type { Condition } from '../bid/bid.ts';
import { plain, type Block, type Table, type TableRow } from '../document/document.ts';
import { keysOf } from '../basics/keysOf.ts';
import { shortText } from '../basics/shortText.ts';
import { type Insurance, insuranceKinds, type InsuranceKind, type Organisation } from '../organisation/organisation.ts';
import { validityOn } from '../organisation/validity.ts';
import type { LocalDate } from '../time/localDate.ts';
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
interface Asked extends InsuranceAsked {
  readonly condition: Condition;
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
    return kinds.map((kind) => insuranceRow(input, cell, organisation, kind, heaviestFirst(asked, kind)));
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
      { header: 'Held', width: 23 },
      { header: 'Committed, and by when', width: 23 },
    ],
    rows: [...rows, ...unassigned],
  };
}

/** Those of one kind, that which asks for most first; one whose sum was not understood comes before all, to be settled. */
function heaviestFirst(asked: readonly Asked[], kind: InsuranceKind): readonly Asked[] {
  const ofKind = asked.filter((each) => each.kind === kind);
  return ofKind.toSorted((a, b) => (b.limit ?? Infinity) - (a.limit ?? Infinity));
}

function insuranceRow(
  input: ScheduleInput,
  cell: Cell,
  organisation: Organisation,
  kind: InsuranceKind,
  asked: readonly Asked[],
): TableRow {
  const { name } = organisation;
  const what = insuranceKinds[kind];
  const ofKind = organisation.insurances.filter((each) => each.kind === kind);
  const held = ofKind
    .filter((policy) => policy.state === 'held' && validityOn(policy, input.today).state !== 'expired')
    .toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
  const promised = ofKind.filter(({ state }) => state === 'committed');
  const sums = (policies: readonly Insurance[]): Content => {
    if (policies.length === 0) return plain('None');
    const limits = policies.map(({ limit }) => limit);
    const unknown = limits.includes(null);
    const question = `For what sum is ${name} insured: ${what}?`;
    return cell(
      unknown ? null : policies.map((one) => policyWords(one, input.today)).join('; '),
      'sum',
      question,
      mendOf(organisation),
    );
  };
  const [most] = asked;
  const required = most === undefined ? plain('Not asked for') : requiredCell(cell, most, what);
  const committed = committedCell(input, cell, { organisation, what, asked, promised });
  return { cells: [plain(name), plain(what), required, sums(held), committed] };
}

function mendOf({ id }: Organisation): Slot['mend'] {
  return { record: 'organisation', organisationId: id, field: 'insurances' };
}

function requiredCell(cell: Cell, { condition, limit, basis }: Asked, what: string): Content {
  const sum = limit === null ? null : sumWords(limit, basis);
  const question = `What sum does the buyer ask for: ${what}? (${shortText(condition.text, 90)})`;
  return cell(sum, 'sum', question, { record: 'condition', id: condition.id });
}

interface Commitment {
  readonly organisation: Organisation;
  readonly what: string;
  readonly asked: readonly Asked[];
  readonly promised: readonly Insurance[];
}

/**
 * What is still to be insured, and by when: nothing where what is held is enough as the conditions are judged, and never
 * less than is asked for in silence.
 */
function committedCell(input: ScheduleInput, cell: Cell, { organisation, what, asked, promised }: Commitment): Content {
  const [lack] = asked.flatMap((each) => {
    const days = daysThatCount(lotsOfCondition(each.condition, input), input, input.today);
    const finding = insuranceFinding(organisation, each, 'held', days);
    return finding.verdict === 'pass' ? [] : [{ ...each, finding }];
  });
  if (lack === undefined && (asked.length > 0 || promised.length === 0)) return plain('Nothing more');
  const isCommitted = promised.length > 0 || lack?.condition.state === 'committed';
  if (!isCommitted && lack !== undefined) return lackCell(cell, organisation, what, lack);
  const most = Math.max(lack?.limit ?? 0, ...promised.map(({ limit }) => limit ?? 0));
  if (most === 0) return plain('As the Contract requires');
  const basis = lack?.basis ?? promised[0]?.basis ?? 'unknown';
  const by = firstStart(lotsOfCondition(lack?.condition ?? everyLot, input));
  const words = by === null ? null : `${sumWords(most, basis)}, by ${formatLongDate(by)}`;
  return cell(words, 'day', startMissing, { record: 'tender', field: 'lots' });
}

/** What nobody committed to and is not known to be held: open, with what is known of it. */
function lackCell(
  cell: Cell,
  organisation: Organisation,
  what: string,
  { condition, limit, finding }: Asked & { readonly finding: Finding },
): Content {
  const { name } = organisation;
  const inCondition: Slot['mend'] = { record: 'condition', id: condition.id };
  if (limit === null) {
    const question = `Is what ${name} holds enough: ${what}? That is known once the sum that the buyer asks for is.`;
    return cell(null, 'sum and day', question, inCondition);
  }
  const question = `${finding.sentence} By when does ${name} hold what is asked for?`;
  return cell(null, 'sum and day', question, finding.verdict === 'unknown' ? mendOf(organisation) : inCondition);
}

const startMissing = 'On which day does the contract start? Commitments are to be kept by then.';

/** What no condition asks for is committed to for every lot that is bid for. */
const everyLot = { lotId: null };

/** What is insured and until when; of a policy that has not begun, from when. */
function policyWords(policy: Insurance, on: LocalDate): string {
  const { limit, basis, validFrom, validTo } = policy;
  const hasBegun = validityOn(policy, on).state !== 'notYet';
  const from = validFrom === null || hasBegun ? '' : ` from ${formatLongDate(validFrom)}`;
  const until = validTo === null ? '' : ` to ${formatLongDate(validTo)}`;
  return [sumWords(limit ?? 0, basis), `${from}${until}`.trim()].filter(Boolean).join(', ');
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
