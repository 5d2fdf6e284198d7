import {
  agreementChoices,
  agreementFigures,
  type ChoiceKey,
  type FigureKey,
} from '../../../../../shared/domain/agreement/agreementOptions.ts';
import { formatLimit } from '../../../../../shared/domain/bid/answerLimit.ts';
import {
  type AnswerLimit,
  combiningAnswers,
  conditionKinds,
  gates,
  lotOutcomes,
  memberRoles,
  type MetBy,
  questionStates,
  structures,
  type TurnoverAsked,
} from '../../../../../shared/domain/bid/bid.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { formatPounds } from '../../../../../shared/domain/basics/money.ts';
import { unreachable } from '../../../../../shared/domain/basics/result.ts';
import { tableOf } from '../../../../../shared/domain/basics/tableOf.ts';
import { levels } from '../../../../../shared/domain/capability/capability.ts';
import {
  beginning,
  byId,
  choice,
  count,
  day,
  type Field,
  type Fields,
  group,
  list,
  long,
  type Names,
  parts,
  percent,
  reference,
  references,
  rich,
  said,
  share,
  text,
  textOf,
  written,
  yesNo,
} from './field.ts';

const gateNames = new Map<string, string>(Object.entries(gates));
const everyLot = said('all lots');
const nobody = said('nobody yet');

/** The fields of a bid, as its page calls them. */
export const bidFields: Fields = {
  tenderId: reference('Tender', 'tender'),
  name: text('Bidder’s name'),
  lotIds: references('Lots bid for', 'lot'),
  structure: choice('Structure', structures),
  shareBase: choice('Shares are', {
    price: 'of the price',
    netPrice: 'of the net price, after the management fee',
  }),
  validityDays: count('Offer stands for', 'days after the deadline'),
  members: parts('Members', {
    identity: ['organisationId'],
    nameOf: ({ organisationId }, names) => names.organisation(textOf(organisationId)),
    fields: {
      role: choice('Role', memberRoles),
      responsibilities: long('Responsible for'),
      shares: parts('Shares', {
        identity: ['lotId'],
        nameOf: ({ lotId }, names) => names.lot(textOf(lotId)),
        fields: { basisPoints: share('Share') },
      }),
      signatories: list('Who signs'),
    },
  }),
  requirements: parts('Requirements', {
    identity: ['id'],
    nameOf: (one) => beginning(one['text'], 'a requirement without words'),
    fields: {
      lotId: reference('Lot', 'lot', everyLot),
      text: long('What is required'),
      capabilityId: reference('Capability it is judged by', 'capability'),
      minimumLevel: choice('Minimum level', levels),
      mandatory: yesNo('Mandatory'),
      weight: percent('Weight'),
      leadMemberId: reference('Who leads on it', 'organisation', nobody),
      supportMemberIds: references('Who supports', 'organisation'),
      proof: long('Proof'),
    },
  }),
  conditions: parts('Conditions of participation', {
    identity: ['id'],
    nameOf: (one) => beginning(one['text'], 'a condition without words'),
    fields: {
      lotId: reference('Lot', 'lot', everyLot),
      kind: choice('Kind', conditionKinds),
      text: long('What the buyer asks'),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the history holds rows of their own shape
      metBy: written('Met by', (metBy, names) => metByInWords(metBy as MetBy, names)),
      state: choice('Met now or committed', { held: 'met now', committed: 'committed by contract start' }),
      proof: long('Proof'),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      turnover: written('Turnover asked for', (asked) => turnoverInWords(asked as TurnoverAsked)),
      combining: choice('Figures may be added up', combiningAnswers),
    },
  }),
  clarifications: parts('Questions to the buyer', {
    identity: ['id'],
    nameOf: ({ reference: number, text: words }) =>
      textOf(number) || beginning(words, 'a question to the buyer without words'),
    fields: {
      reference: text('Our reference'),
      text: long('Question'),
      why: long('Why we ask'),
      raisedById: reference('Raised by', 'organisation', said('not said')),
      conditionId: written('Condition it is about', () => 'a condition of this bid'),
      sentOn: day('Sent on'),
      answer: long('Answer'),
      answeredOn: day('Answered on'),
      combining: choice('Figures may be added up, by the answer', combiningAnswers),
      effect: long('What it changes'),
    },
  }),
  decisions: parts('Decisions', {
    identity: ['id'],
    nameOf: ({ gate }) => gateNames.get(textOf(gate)) ?? 'a decision',
    fields: {
      gate: choice('Gate', gates),
      decidedOn: day('Decided on'),
      decidedBy: text('Decided by'),
      lots: parts('Lots', {
        identity: ['lotId'],
        nameOf: ({ lotId }, names) => names.lot(textOf(lotId)),
        fields: { outcome: choice('Decision', lotOutcomes), reason: long('Reason') },
      }),
      provisos: long('Provided that'),
    },
  }),
  questions: parts('Questions', {
    identity: ['id'],
    nameOf: (one) => `${textOf(one['number'])} ${beginning(one['text'], 'a question without words')}`.trim(),
    fields: {
      number: text('Number'),
      section: text('Section'),
      text: long('Question'),
      weight: percent('Weight'),
      marks: written('Marks', textOf),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      limit: written('Limit', (limit) => formatLimit(limit as AnswerLimit) || 'no limit'),
      ownerOrganisationId: reference('Who answers', 'organisation', nobody),
      status: choice('How far it is', questionStates),
      answer: rich('Answer'),
      confidential: yesNo('Confidential'),
    },
  }),
  agreement: group('Agreement', {
    ...tableOf(keysOf(agreementChoices), (key: ChoiceKey) =>
      choice(agreementChoices[key].question, agreementChoices[key].answers),
    ),
    ...tableOf(keysOf(agreementFigures), figure),
    longStop: day('Long-stop date'),
    annualPrices: byId('Price for one year', 'lot', (pence) => said(formatPounds(Number(pence)))),
    jointBidReason: long('Why the members bid together'),
  }),
  signatory: group('Who signs for the bidder', { name: text('Name'), role: text('As') }),
};

function figure(key: FigureKey): Field {
  const { question } = agreementFigures[key];
  return key === 'feeBasisPoints' ? share(question) : count(question, '');
}

function metByInWords(metBy: MetBy, names: Names): string {
  switch (metBy.kind) {
    case 'unknown':
      return '';
    case 'notMet':
      return 'nobody: it is not met';
    case 'member':
      return names.organisation(metBy.organisationId);
    case 'guarantor':
      return `${names.organisation(metBy.organisationId)}, as guarantor`;
    case 'combined':
      return `${metBy.organisationIds.map(names.organisation).join(', ')}, together`;
    default:
      return unreachable(metBy);
  }
}

function turnoverInWords(asked: TurnoverAsked): string {
  return asked.kind === 'times' ? `${asked.times} times the annual value` : formatPounds(asked.pence);
}
