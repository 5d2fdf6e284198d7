import type { Question } from '../bid/bid.ts';
import { datesOfKind } from '../bid/bidDates.ts';
import { ofLotsBidFor } from '../bid/lotsBidFor.ts';
import { joinedWords } from '../basics/joinedWords.ts';
import { plain, type Block, type Table, type TableRow } from '../document/document.ts';
import { currentDue } from '../tender/amendment.ts';
import type { Deadline } from '../tender/deadline.ts';
import { standingDeadlines } from '../tender/standingDates.ts';
import { deadlineLines } from '../tender/tenderSummary.ts';
import { dayOf, endOf } from '../time/countdown.ts';
import type { LocalDate } from '../time/localDate.ts';
import { formatLongDate, formatLongDue } from '../time/longDate.ts';
import { workingDaysBefore } from '../time/workingDays.ts';
import { agreementFigures } from './agreementOptions.ts';
import { lotName } from './agreementFacts.ts';
import type { Assembled } from './assembleClauses.ts';
import type { Slot } from './fillText.ts';
import { openCells, scheduleHeading, type ScheduleInput } from './scheduleParts.ts';

/** The buyer's dates, and by when each member's parts of the bid reach the lead. */
export function datesSchedule(input: ScheduleInput): Assembled {
  const { open, cell } = openCells('scheduleDates');
  const heading: Block = scheduleHeading('scheduleDates', 'Dates');
  return { blocks: [heading, buyersDates(input, cell), contributions(input, cell)], open };
}

type Cell = ReturnType<typeof openCells>['cell'];

/** A day that is asked for once, wherever it is missing. */
const deadlineMissing = 'By when must the Bid be submitted? The tender has no date.';
const atDeadlines: Slot['mend'] = { record: 'tender', field: 'deadlines' };

function buyersDates(input: ScheduleInput, cell: Cell): Table {
  const lots = new Map(input.tender.lots.map((lot) => [lot.id, lot]));
  const rows = deadlinesOf(input).map((deadline): TableRow => {
    const { label, lotId } = deadline;
    const lot = lotId === null ? undefined : lots.get(lotId);
    return {
      cells: [
        plain(lot === undefined ? label : `${label}, ${lotName(lot)}`),
        plain(formatLongDue(currentDue(deadline))),
      ],
    };
  });
  if (rows.length === 0) {
    rows.push({ cells: [plain('Tenders due'), cell(null, 'deadline', deadlineMissing, atDeadlines)] });
  }
  return {
    kind: 'table',
    caption: 'Dates of the Procurement',
    columns: [
      { header: 'What', width: 55 },
      { header: 'When', width: 45 },
    ],
    rows,
  };
}

/** The dates of the bid's lots that still stand, in order. */
function deadlinesOf({ bid, tender }: ScheduleInput): readonly Deadline[] {
  return ofLotsBidFor(bid, standingDeadlines(tender))
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => endOf(currentDue(a)).getTime() - endOf(currentDue(b)).getTime());
}

function contributions(input: ScheduleInput, cell: Cell): Table {
  const { bid, parties } = input;
  const ids = new Set(parties.map(({ organisation }) => organisation.id));
  const unassigned = bid.questions.filter(({ ownerOrganisationId: owner }) => owner === null || !ids.has(owner));
  const by = byWhen(input, cell);
  const rows = [
    ...parties.map(({ organisation }): TableRow => {
      const own = bid.questions.filter(({ ownerOrganisationId }) => ownerOrganisationId === organisation.id);
      return { cells: [plain(organisation.name), plain(partsInWords(own)), by()] };
    }),
    ...unassigned.map(({ id, number }): TableRow => {
      const question = `Which member writes the answer to question ${number}?`;
      return {
        cells: [
          cell(null, 'Member', question, { record: 'question', id }),
          plain(`The answer to question ${number}`),
          by(),
        ],
      };
    }),
  ];
  return {
    kind: 'table',
    caption: 'Parts of the Bid and the day by which they reach the Lead',
    columns: [
      { header: 'Member', width: 28 },
      { header: 'Parts', width: 44 },
      { header: 'By the end of', width: 28 },
    ],
    rows,
  };
}

/** So many questions are named by their numbers; of more only how many. */
const mostNamed = 12;

function partsInWords(questions: readonly Pick<Question, 'number'>[]): string {
  const always = 'its price, declarations and evidence';
  const [only] = questions;
  if (only === undefined) return capital(always);
  const numbers = joinedWords(questions.map(({ number }) => number));
  if (questions.length > mostNamed)
    return `The answers to ${questions.length} questions, as the Lead has assigned them; ${always}`;
  return `The ${questions.length === 1 ? 'answer to question' : 'answers to questions'} ${numbers}; ${always}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The day by which the parts are due, in a cell; in words where the bank holidays of that time are not known. */
function byWhen(input: ScheduleInput, cell: Cell): () => TableRow['cells'][number] {
  const days = input.bid.agreement.contributionDays ?? null;
  const due = firstSubmissionDay(input);
  return () => {
    if (days === null) {
      const { question } = agreementFigures.contributionDays;
      return cell(null, 'day', question, { record: 'agreement', field: 'contributionDays' });
    }
    if (due === null) return cell(null, 'day', deadlineMissing, atDeadlines);
    const counted = workingDaysBefore(input.holidays, due, days);
    const words = `${days} Working Days before tenders are due`;
    return plain(counted.ok ? `${formatLongDate(counted.value.on)} (${words})` : words);
  };
}

function firstSubmissionDay({ bid, tender }: ScheduleInput): LocalDate | null {
  const [first] = datesOfKind(deadlineLines(tender), bid.lotIds, 'submission');
  return first === undefined ? null : dayOf(first.due);
}
