import type { LocalDate } from '../time/localDate.ts';

interface Choice {
  /** What the choice decides, as a question to the lead. */
  readonly question: string;
  /** How the open point reads in the document where nobody has answered yet. */
  readonly placeholder: string;
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * What the members of a consortium must decide before their agreement can be written. The first answer of each is what a
 * voluntary-sector lead with members commonly takes; none is taken until somebody chooses it.
 */
export const agreementChoices = {
  law: {
    question: 'Which law governs the agreement?',
    placeholder: 'governing law to be agreed',
    answers: { englandWales: 'England and Wales', scotland: 'Scotland', northernIreland: 'Northern Ireland' },
  },
  execution: {
    question: 'Is it signed as a deed?',
    placeholder: 'form of signature to be agreed',
    answers: { deed: 'As a deed', simple: 'As a simple contract' },
  },
  liabilityToBuyer: {
    question: 'Who answers to the buyer?',
    placeholder: 'liability to the buyer to be agreed',
    answers: {
      leadOnly: 'The lead alone',
      jointAndSeveral: 'All members, jointly and severally',
      several: 'Each member for its own work only',
      vehicle: 'The company the members own',
    },
  },
  contribution: {
    question: 'How do members share what one of them has to pay?',
    placeholder: 'contribution between the members to be agreed',
    answers: {
      faultThenShare: 'By fault; where nobody is at fault, by share',
      shareOnly: 'By share, whoever is at fault',
      none: 'No contribution clause',
    },
  },
  liabilityCap: {
    question: 'What limits the liability of one member to another?',
    placeholder: 'limit of liability to be agreed',
    answers: {
      oneShare: "One year of the member's share of the price",
      twoShares: "Two years of the member's share of the price",
      insurance: 'What the member must insure',
      unlimited: 'No limit',
    },
  },
  voting: {
    question: 'What majority carries a decision?',
    placeholder: 'majority to be agreed',
    answers: { twoThirds: 'Two-thirds', majority: 'More than half', unanimity: 'All' },
  },
  votesBy: {
    question: 'How are votes counted?',
    placeholder: 'counting of votes to be agreed',
    answers: { share: 'By share of the contract', heads: 'One member, one vote' },
  },
  quorum: {
    question: 'Who must be there to decide?',
    placeholder: 'quorum to be agreed',
    answers: {
      twoThirds: 'Two-thirds of the members',
      half: 'Half of the members',
      leadAndOne: 'The lead and one more',
    },
  },
  veto: {
    question: 'May a member stop a decision that harms it?',
    placeholder: 'protection of a member out-voted to be agreed',
    answers: { ownInterests: 'Yes, where its own work, cost, liability or name is hit', none: 'No' },
  },
  deadlock: {
    question: 'What happens when the members cannot decide?',
    placeholder: 'way out of a deadlock to be agreed',
    answers: {
      leadDecides: 'The lead decides what the contract needs',
      expert: 'An expert decides',
      mediation: 'It goes to mediation; until then nothing changes',
    },
  },
  bidCosts: {
    question: 'Who pays for preparing the bid?',
    placeholder: 'cost of the bid to be agreed',
    answers: {
      eachOwn: 'Each member its own',
      byShare: 'Shared costs by share',
      leadRecovers: 'The lead, which recovers agreed costs if the bid is won',
    },
  },
  mobilisationCosts: {
    question: 'Who pays for getting ready between award and start?',
    placeholder: 'cost of mobilisation to be agreed',
    answers: { eachOwn: 'Each member its own', byShare: 'Shared costs by share' },
  },
  exclusivity: {
    question: 'May a member take part in another bid for this contract?',
    placeholder: 'exclusivity to be agreed',
    answers: {
      procurement: 'No',
      lots: 'Not for the same lots',
      disclosure: 'Yes, behind an information wall and once disclosed',
    },
  },
  withdrawal: {
    question: 'May a member leave before the bid is submitted?',
    placeholder: 'withdrawal before submission to be agreed',
    answers: { free: 'Yes, by notice', consent: 'Only if the others agree' },
  },
  setOff: {
    question: 'May the lead hold back from one payment what a member owes on another?',
    placeholder: 'set-off to be agreed',
    answers: { agreedSums: 'Only sums agreed or decided', none: 'No' },
  },
  receipts: {
    question: 'How does the lead hold what the buyer pays for the work of the others?',
    placeholder: 'how the Lead holds the money of the others to be agreed',
    answers: {
      own: 'As its own money; it owes the others their part',
      trust: 'In an account apart, on trust for the others',
    },
  },
  vat: {
    question: 'How is VAT between the members treated?',
    placeholder: 'VAT between the members to be agreed',
    answers: {
      onTop: 'It is added; a member that cannot recover it bears it',
      priced: 'It is added; what cannot be recovered is priced into the bid',
      shared: 'It is added; what cannot be recovered is borne by share',
      included: 'Sums include it',
    },
  },
  construction: {
    question: 'Does the work include construction operations (building, repair, demolition, works to land)?',
    placeholder: 'whether the work includes construction operations to be confirmed',
    answers: { no: 'No', yes: 'Yes: payment and adjudication as construction law requires' },
  },
  deductions: {
    question: 'Who bears what the buyer deducts?',
    placeholder: 'deductions by the buyer to be agreed',
    answers: { byFault: 'Whoever caused it; otherwise by share', byShare: 'All, by share' },
  },
  openBook: {
    question: 'Do members open their books on this contract?',
    placeholder: 'open book to be agreed',
    answers: { toAccountant: 'To an independent accountant only', no: 'No' },
  },
  results: {
    question: 'Who owns what is newly made?',
    placeholder: 'ownership of results to be agreed',
    answers: {
      makerLicensesAll: 'Whoever made it; the others may use it freely',
      makerLicensesProject: 'Whoever made it; the others may use it for this contract',
      lead: 'The lead, which licenses the others',
      field: 'Whoever works in that field',
    },
  },
  bidMaterial: {
    question: 'Who may reuse the text of the bid?',
    placeholder: 'reuse of bid material to be agreed',
    answers: { ownAndJoint: 'Each its own; all the joint text', consent: 'Each its own; joint text only by consent' },
  },
  dataRoles: {
    question: 'Who decides about the personal data?',
    placeholder: 'data protection roles to be agreed',
    answers: {
      processors: 'The buyer; the members process for it',
      joint: 'The members jointly',
      independent: 'Each member for what it holds',
    },
  },
  tupe: {
    question: 'Do staff transfer under TUPE?',
    placeholder: 'whether staff transfer to be confirmed',
    answers: { expected: 'Yes, some are expected to', notExpected: 'No transfer is expected' },
  },
  safeguarding: {
    question: 'Does the work reach children or adults at risk?',
    placeholder: 'whether safeguarding duties apply to be confirmed',
    answers: { applies: 'Yes', notExpected: 'No' },
  },
  disputes: {
    question: 'Where do disputes end?',
    placeholder: 'final forum for disputes to be agreed',
    answers: { courts: 'Mediation, then the courts', arbitration: 'Mediation, then arbitration' },
  },
} as const satisfies Record<string, Choice>;

export type ChoiceKey = keyof typeof agreementChoices;

/** The figures that go with the choices. `least` and `most` are what the field and the law allow. */
export const agreementFigures = {
  paymentDays: {
    question:
      'Within how many days is a member paid, beginning with the day its invoice arrives (or, where all members contract with the buyer, the buyer’s payment)?',
    placeholder: 'number, at most 30',
    least: 1,
    most: 30,
  },
  contributionDays: {
    question: 'How many working days before tenders are due must the parts of the bid reach the lead?',
    placeholder: 'number',
    least: 3,
    most: 60,
  },
  feeBasisPoints: {
    question: 'What management fee does the lead take, as a percentage of the price (0 for none)?',
    placeholder: 'management fee to be agreed',
    least: 0,
    most: 10_000,
  },
  meetingNoticeDays: {
    question: 'How many working days of notice does a meeting need?',
    placeholder: 'number',
    least: 1,
    most: 60,
  },
  cureDays: {
    question: 'How many working days has a member to put a default right?',
    placeholder: 'number',
    least: 1,
    most: 60,
  },
  confidentialityYears: {
    question: 'For how many years after the agreement ends is information kept confidential?',
    placeholder: 'number',
    least: 1,
    most: 25,
  },
  nonSolicitationMonths: {
    question: "For how many months may a member not recruit another's staff (0 for no such duty)?",
    placeholder: 'number',
    least: 0,
    most: 12,
  },
  recordYears: {
    question: 'For how many years after the contract ends are records kept?',
    placeholder: 'number',
    least: 1,
    most: 25,
  },
} as const satisfies Record<string, { question: string; placeholder: string; least: number; most: number }>;

export type FigureKey = keyof typeof agreementFigures;

type Answer<Key extends ChoiceKey> = keyof (typeof agreementChoices)[Key]['answers'] | null;

/** What is asked since rows were first stored: in older rows it is absent, which says the same as `null`. */
type LaterKey = 'receipts' | 'vat' | 'construction' | 'contributionDays';

type Answers = { readonly [Key in Exclude<ChoiceKey, LaterKey>]: Answer<Key> } & {
  readonly [Key in Extract<ChoiceKey, LaterKey>]?: Answer<Key> | undefined;
};
type Figures = { readonly [Key in Exclude<FigureKey, LaterKey>]: number | null } & {
  readonly [Key in Extract<FigureKey, LaterKey>]?: number | null | undefined;
};

/** Every decision the agreement turns on; `null` where nobody has decided yet. */
export interface AgreementOptions extends Answers, Figures {
  /** The last day on which the contract may be entered into before the agreement falls away. */
  readonly longStop: LocalDate | null;
  /** Price for one year by lot, in pence without VAT; a lot that is not named has no price yet. */
  readonly annualPrices: Readonly<Record<string /* lot id */, number>>;
  /** Why the members could not, or should not, bid alone: the record competition law asks for. */
  readonly jointBidReason: string;
}
