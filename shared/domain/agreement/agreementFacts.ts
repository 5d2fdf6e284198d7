import type { Bid } from '../bid/bid.ts';
import { leadOf, partiesTo } from '../bid/bidMembers.ts';
import { joinedWords } from '../basics/joinedWords.ts';
import { jointLiabilityAsked } from '../bid/clarifications.ts';
import { leavesLeadAlone } from '../bid/conditions.ts';
import { keysOf } from '../basics/keysOf.ts';
import { formatLongDate } from '../time/longDate.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { formatShare } from '../bid/shares.ts';
import type { Tender } from '../tender/tender.ts';
import { agreementChoices, agreementFigures, type AgreementOptions } from './agreementOptions.ts';
import type { Slot, Slots } from './fillText.ts';
import { thirtyDaysImplied } from './thirtyDays.ts';

/** What an agreement is drafted from. `organisations` holds at least the bid's members. */
export interface AgreementInput {
  readonly bid: Bid;
  readonly tender: Tender;
  readonly organisations: readonly Organisation[];
}

/** What the conditions of the clause texts ask, each with its answer or `null` while nobody has given one. */
type Facts = Readonly<Record<string, string | null>>;

export interface AgreementFacts {
  readonly facts: Facts;
  /** The words for the slots of the texts; every fact has one too, for the placeholder that stands while it is open. */
  readonly slots: Slots;
}

/** Who answers to the buyer: what the structure leaves, else what the members chose, else what the buyer asks for. */
export function liabilityToBuyerOf(bid: Bid): AgreementOptions['liabilityToBuyer'] {
  if (leavesLeadAlone(bid.structure)) return 'leadOnly';
  if (bid.structure === 'spv') return 'vehicle';
  return bid.agreement.liabilityToBuyer ?? (jointLiabilityAsked(bid) === null ? null : 'jointAndSeveral');
}

/**
 * How what the buyer pays is held for the members: where they all contract with the buyer it is theirs, on trust; a company
 * that they own holds its own money; a lead that alone contracts holds it as the members choose.
 */
export function receiptsOf({ structure, agreement }: Bid): 'own' | 'trust' | null {
  if (structure === 'unincorporated') return 'trust';
  if (structure === 'spv') return 'own';
  return agreement.receipts ?? null;
}

/** What shares are shares of, in the agreement's own word; `null` while that cannot be said. */
export function shareBaseWord(bid: Bid): 'Price' | 'Net Price' | null {
  const fee = bid.agreement.feeBasisPoints;
  if (fee === 0) return 'Price';
  return fee !== null && bid.shareBase === 'netPrice' ? 'Net Price' : null;
}

export function agreementFacts({ bid, tender, organisations }: AgreementInput): AgreementFacts {
  const options = bid.agreement;
  const lead = leadOf(bid);
  const leadName = organisations.find(({ id }) => id === lead?.organisationId)?.name ?? null;
  const choices = Object.fromEntries(keysOf(agreementChoices).map((key) => [key, options[key] ?? null]));
  const parties = partiesTo(bid);
  return {
    facts: {
      ...choices,
      liabilityToBuyer: liabilityToBuyerOf(bid),
      receipts: receiptsOf(bid),
      structure: bid.structure === 'unknown' ? null : bid.structure,
      members: parties.length === 2 ? 'two' : 'more',
      sharesOfAll: parties.every(({ shares }) => shares.some(({ basisPoints }) => basisPoints > 0)) ? 'yes' : 'no',
      lots: lotsFact(bid, tender),
      thirtyDays: thirtyDaysImplied(bid, tender),
      regime: tender.regime === 'pa2023' ? 'pa2023' : 'other',
      fee: yesNo(options.feeBasisPoints),
      nonSolicitation: yesNo(options.nonSolicitationMonths),
    },
    slots: {
      ...choiceSlots(),
      ...figureSlots(options),
      fee: feeSlot(options.feeBasisPoints),
      nonSolicitation: {
        ...figureSlot('nonSolicitationMonths', null),
        placeholder: 'duty not to recruit staff to be agreed',
      },
      base: {
        text: shareBaseWord(bid),
        placeholder: 'Price or Net Price',
        question: 'Are shares of the price, or of what is left after the management fee?',
        mend: { record: 'bid', field: 'shareBase' },
      },
      structure: slot(null, 'structure', 'Which structure does the bid have?', { record: 'bid', field: 'structure' }),
      leadName: slot(leadName, 'lead', 'Which organisation leads?', { record: 'bid', field: 'members' }),
      authority: slot(filled(tender.buyer.name), 'buyer', 'Who is the buyer?', { record: 'tender', field: 'buyer' }),
      title: slot(filled(tender.title), 'title', 'What is the procurement called?', {
        record: 'tender',
        field: 'title',
      }),
      reference: slot(filled(tender.reference), 'reference', "What is the buyer's own reference?", {
        record: 'tender',
        field: 'reference',
      }),
      lots: slot(lotsInWords(bid, tender), 'lots', 'Which lots are bid for?', { record: 'bid', field: 'lotIds' }),
      longStop: slot(
        options.longStop === null ? null : formatLongDate(options.longStop),
        'long-stop date',
        'By which day must the contract be entered into?',
        { record: 'agreement', field: 'longStop' },
      ),
      jointBidReason: slot(
        sentence(options.jointBidReason),
        'why the Members could not, or should not, bid alone',
        'Why do the members bid together? Competition law asks for a record of the reason.',
        { record: 'agreement', field: 'jointBidReason' },
      ),
      runOffYears: slot(runOffYears(options), 'number', agreementChoices.execution.question, {
        record: 'agreement',
        field: 'execution',
      }),
      ...lawSlots(options.law),
    },
  };
}

type LotsOf = readonly [Pick<Bid, 'lotIds'>, Pick<Tender, 'lots'>];

/** The lots by number and title: "Lot 1 (Parks) and Lot 2 (Cemeteries)". */
function lotsInWords(...[bid, tender]: LotsOf): string | null {
  const names = tender.lots.filter(({ id }) => bid.lotIds.includes(id)).map((lot) => lotName(lot));
  if (names.length === 0) return null;
  return joinedWords(names);
}

/** Whether the bid is for a procurement that has no lots to speak of, or for one or several of its lots. */
function lotsFact(...[bid, tender]: LotsOf): 'whole' | 'one' | 'several' {
  if (tender.lots.length === 1) return 'whole';
  return bid.lotIds.length === 1 ? 'one' : 'several';
}

/** `Lot 1 (Parks)`; the notice's number may already say "Lot" or be a long code. */
export function lotName({ number, title }: { readonly number: string; readonly title: string }): string {
  const name = /lot/i.test(number) ? number : `Lot ${number}`;
  const words = title.trim();
  return words === '' || words === name ? name : `${name} (${words})`;
}

function slot(text: string | null, placeholder: string, question: string, mend: Slot['mend']): Slot {
  return { text, placeholder, question, mend };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** What somebody typed, as a sentence of the document. */
function sentence(text: string): string | null {
  const words = filled(text);
  return words === null
    ? null
    : words.replace(/\p{Ll}/u, (letter, at) => (at === 0 ? letter.toUpperCase() : letter)).replace(/(?<![.!?…])$/, '.');
}

function yesNo(figure: number | null): 'yes' | 'no' | null {
  if (figure === null) return null;
  return figure > 0 ? 'yes' : 'no';
}

function choiceSlots(): Slots {
  return Object.fromEntries(
    keysOf(agreementChoices).map((key) => {
      const { placeholder, question } = agreementChoices[key];
      return [key, slot(null, placeholder, question, { record: 'agreement', field: key })];
    }),
  );
}

function figureSlots(options: AgreementOptions): Slots {
  return Object.fromEntries(
    keysOf(agreementFigures).map((key) => {
      const figure = options[key] ?? null;
      return [key, figureSlot(key, figure === null ? null : String(figure))];
    }),
  );
}

function figureSlot(key: keyof typeof agreementFigures, text: string | null): Slot {
  const { placeholder, question } = agreementFigures[key];
  return slot(text, placeholder, question, { record: 'agreement', field: key });
}

function feeSlot(points: number | null): Slot {
  return figureSlot('feeBasisPoints', points === null ? null : formatShare(points));
}

/**
 * For how many years professional indemnity is kept after the work: as long as a claim may be brought. Twelve under a deed
 * (Limitation Act 1980 s.8; Limitation (Northern Ireland) Order 1989 art. 15), else six (s.5; art. 4), which covers the five
 * of Scots law (Prescription and Limitation (Scotland) Act 1973 s.6).
 */
export function runOffYears({ law, execution }: AgreementOptions): '6' | '12' | null {
  if (law === 'scotland' || execution === 'simple') return '6';
  return execution === 'deed' ? '12' : null;
}

/** The names that follow from the governing law: an English mediator has no place under Scots law. */
function lawSlots(law: AgreementOptions['law']): Slots {
  const { question } = agreementChoices.law;
  const names = law === null ? null : namesByLaw[law];
  const each = (text: string | undefined, words: string) =>
    slot(text ?? null, words, question, { record: 'agreement', field: 'law' });
  return {
    lawOf: each(names?.lawOf, 'nation'),
    courtsOf: each(names?.lawOf, 'nation'),
    seat: each(names?.seat, 'place'),
    appointer: each(names?.appointer, 'the body that appoints'),
    mediationBody: each(names?.mediationBody, 'the body that appoints'),
  };
}

const namesByLaw = {
  englandWales: {
    lawOf: 'England and Wales',
    seat: 'England',
    appointer: 'the President of the Law Society of England and Wales',
    mediationBody: 'the Centre for Effective Dispute Resolution (CEDR)',
  },
  scotland: {
    lawOf: 'Scotland',
    seat: 'Scotland',
    appointer: 'the President of the Law Society of Scotland',
    mediationBody: 'the President of the Law Society of Scotland',
  },
  northernIreland: {
    lawOf: 'Northern Ireland',
    seat: 'Northern Ireland',
    appointer: 'the President of the Law Society of Northern Ireland',
    mediationBody: 'the President of the Law Society of Northern Ireland',
  },
} as const;
