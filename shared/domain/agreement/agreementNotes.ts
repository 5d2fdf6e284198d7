import { plain, type Block, type TableRow } from '../document/document.ts';
import { formatMoney } from '../basics/formatMoney.ts';
import { type SharedLoss, shareLoss } from '../bid/liability.ts';
import { lotShares, type Share } from '../bid/shares.ts';
import { lotName } from './agreementFacts.ts';
import { bodyText, introText, inPartyOrder, nameOf, type ScheduleInput } from './scheduleParts.ts';
import { votingSentence } from './votingSentence.ts';

/** The loss that the examples work with; any sum would do. */
const exampleLoss = 60_000_00;

/**
 * What explains a draft to the boards that must approve it, with the members by name: who can stop a decision, and who bears
 * a loss in the end. It goes with the draft and is no part of the agreement, where a worked example could be read as a term.
 */
export function agreementNotes(input: ScheduleInput): readonly Block[] {
  const notes = [...votesNote(input), ...(input.jointAndSeveral ? lossNote(input) : [])];
  if (notes.length === 0) return [];
  return [
    { kind: 'heading', series: 'outline', level: 1, text: 'Notes to the draft', key: 'notes' },
    bodyText('These notes explain the draft to those who approve it. They are no part of the agreement.'),
    ...notes,
  ];
}

function votesNote(input: ScheduleInput): readonly Block[] {
  const { bid, tender } = input;
  const lots = tender.lots.filter(({ id }) => bid.lotIds.includes(id));
  const sentences = lots.flatMap((lot) => {
    const sentence = votingSentence(bid, lot.id, (id) => nameOf(input, id));
    if (sentence === null) return [];
    return bid.agreement.votesBy === 'heads' ? [sentence] : [`${lotName(lot)}: ${sentence}`];
  });
  return [...new Set(sentences)].map(bodyText);
}

/** Figures a board can follow: nobody at fault, one member insolvent, one wholly at fault, and all insolvent. */
function lossNote(input: ScheduleInput): readonly Block[] {
  const { bid, tender } = input;
  const lot = tender.lots.find(({ id }) => bid.lotIds.includes(id));
  const shares = lot === undefined ? [] : inPartyOrder(input, lotShares(bid, lot.id));
  const last = shares.at(-1);
  if (lot === undefined || last === undefined) return [];
  const cases = casesOf(shares, last.organisationId, nameOf(input, last.organisationId), bid.agreement.contribution);
  return [
    introText(
      `If the buyer recovered ${formatMoney(exampleLoss)} from one member for ${lotName(lot)}, this is who would bear it in the end.`,
    ),
    {
      kind: 'table',
      caption: `A loss of ${formatMoney(exampleLoss)}, ${lotName(lot)}`,
      columns: [
        { header: 'Member', width: 30 },
        ...cases.map(({ header }) => ({ header, width: 70 / cases.length, align: 'right' as const })),
      ],
      rows: [
        ...shares.map(({ organisationId }, index) =>
          sumsRow(
            nameOf(input, organisationId),
            cases.map(({ loss }) => loss.burdens[index]?.amount ?? 0),
          ),
        ),
        sumsRow(
          'Uncovered: nobody is left to pay',
          cases.map(({ loss }) => loss.uncovered),
        ),
        {
          ...sumsRow(
            'Total',
            cases.map(() => exampleLoss),
          ),
          total: true,
        },
      ],
    },
  ];
}

interface Case {
  readonly header: string;
  readonly loss: SharedLoss;
}

function casesOf(shares: readonly Share[], id: string, name: string, contribution: string | null): readonly Case[] {
  const caused = [{ organisationId: id, basisPoints: 10_000 }];
  const insolvent = shares.map(({ organisationId }) => organisationId);
  const byFault: Case = { header: `${name} alone caused it`, loss: shareLoss(exampleLoss, shares, { caused }) };
  return [
    { header: 'No member caused it', loss: shareLoss(exampleLoss, shares) },
    { header: `The same, ${name} insolvent`, loss: shareLoss(exampleLoss, shares, { insolvent: [id] }) },
    ...(contribution === 'faultThenShare' ? [byFault] : []),
    { header: 'All insolvent', loss: shareLoss(exampleLoss, shares, { insolvent }) },
  ];
}

function sumsRow(name: string, amounts: readonly number[]): TableRow {
  return { cells: [plain(name), ...amounts.map((amount) => plain(amount === 0 ? 'Nil' : formatMoney(amount)))] };
}
