import type { AgreementOptions } from '../agreement/agreementOptions.ts';
import type { Pence } from '../basics/money.ts';
import type { Level } from '../capability/capability.ts';
import type { LocalDate } from '../time/localDate.ts';
import type { RichText } from './richText.ts';

/** The ways of bidding together that a buyer can contract with. */
export const structures = {
  primeSub: 'Lead contractor with sub-contractors',
  managingAgent: 'Managing agent with delivery members',
  unincorporated: 'Unincorporated consortium, tendering together',
  spv: 'Company owned by the members (special purpose vehicle)',
} as const;
export type Structure = keyof typeof structures;

/**
 * What an organisation is in a bid. `associated`: relied on for a condition without a share of the work (Procurement Act
 * 2023 s.22(9)). `guarantor`: stands behind another and is not looked at for exclusion (s.26(4)). `reserve`: would step in.
 */
export const memberRoles = {
  lead: 'Lead',
  member: 'Member',
  subcontractor: 'Sub-contractor',
  associated: 'Associated person',
  guarantor: 'Guarantor',
  reserve: 'Reserve',
} as const;
export type MemberRole = keyof typeof memberRoles;

export interface BidMember {
  readonly organisationId: string;
  readonly role: MemberRole;
  /** Who does what, in words fit for the buyer. */
  readonly responsibilities: string;
  readonly shares: readonly LotShare[];
  /** Names of those who sign; all trustees or committee members where the body is not a person in law. */
  readonly signatories: readonly string[];
}

/** A member's share of one lot in basis points: 10,000 are the whole lot. The bid's `shareBase` says of what. */
interface LotShare {
  readonly lotId: string;
  readonly basisPoints: number;
}

/** Something the contract needs done. */
export interface Requirement {
  readonly id: string;
  /** `null` for every lot. */
  readonly lotId: string | null;
  readonly text: string;
  readonly capabilityId: string | null;
  readonly minimumLevel: Level;
  readonly mandatory: boolean;
  /** Per cent of its lot, 0 to 100. */
  readonly weight: number;
  readonly leadMemberId: string | null;
  readonly supportMemberIds: readonly string[];
  /** What shows that it can be done, in words fit for the buyer. */
  readonly proof: string;
}

export const conditionKinds = {
  economic: 'Economic and financial standing',
  technical: 'Technical ability',
  insurance: 'Insurance',
  certificate: 'Certificate or registration',
  other: 'Other',
} as const;
export type ConditionKind = keyof typeof conditionKinds;

/** Who meets a condition of participation; a supplier may lean on associated suppliers (Procurement Act 2023 s.22(8)-(9)). */
export type MetBy =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'member'; readonly organisationId: string }
  | { readonly kind: 'combined'; readonly organisationIds: readonly string[] }
  | { readonly kind: 'guarantor'; readonly organisationId: string }
  | { readonly kind: 'notMet' };

/**
 * Whether members may meet an economic condition with their means added up. Procurement Act 2023 s.22(8) lets a supplier lean on
 * others "to the extent that" these meet a condition; whether parts that fall short may be added is for the buyer to say.
 */
export const combiningAnswers = {
  unknown: 'The documents do not say',
  accepted: 'Yes',
  jointly: 'Yes, where every member accepts joint and several liability',
  refused: 'No',
} as const;
export type Combining = keyof typeof combiningAnswers;

/** The turnover a buyer asks for: so many times the annual value of the lots without VAT, or a figure of its own. */
export type TurnoverAsked =
  { readonly kind: 'times'; readonly times: number } | { readonly kind: 'sum'; readonly pence: Pence };

export interface Condition {
  readonly id: string;
  readonly lotId: string | null;
  readonly kind: ConditionKind;
  readonly text: string;
  readonly metBy: MetBy;
  /** Met now, or promised by contract start; contract insurance may not be asked for earlier (s.22(3)(b)). */
  readonly state: 'held' | 'committed' | 'unknown';
  readonly proof: string;
  /** `null` where the condition asks for no turnover, or nobody has entered how much. */
  readonly turnover: TurnoverAsked | null;
  /** What the tender documents say of adding up; an answer of the buyer to a clarification question goes before it. */
  readonly combining: Combining;
  /** What is compared with the records, in words, where the buyer's text does not say it plainly; absent or empty for the text. */
  readonly compared?: string | undefined;
  /** The words of the notice that it was taken from; absent where not noted, empty where a person settled that it follows none. */
  readonly noticeText?: string | undefined;
}

/** A clarification question (CQ): what we ask the buyer before its question deadline, and what came of it. */
export interface Clarification {
  readonly id: string;
  /** Our own number: `CQ-01`. */
  readonly reference: string;
  /** As it is sent. Buyers publish questions to all who bid, so that it must not give our solution away. */
  readonly text: string;
  /** For ourselves: why we ask. */
  readonly why: string;
  readonly raisedById: string | null;
  /** The condition of participation it is about. */
  readonly conditionId: string | null;
  readonly sentOn: LocalDate | null;
  /** In the buyer's words. */
  readonly answer: string;
  readonly answeredOn: LocalDate | null;
  /** What the answer says of adding up, where the condition is an economic one; `unknown` where it says nothing. */
  readonly combining: Combining;
  /** What the answer changes for the bid. */
  readonly effect: string;
}

/** The points at which those who answer for a bid decide whether it goes on. */
export const gates = {
  interest: 'Interest',
  bidNoBid: 'Bid or no bid',
  validation: 'Validation after the documents',
  submit: 'Submission',
} as const;
export type Gate = keyof typeof gates;

export const lotOutcomes = { bid: 'Bid', decline: 'Decline', defer: 'Defer' } as const;
export type LotOutcome = keyof typeof lotOutcomes;

/** What was decided at a gate. A fact: it is not changed afterwards, and a later decision takes its place. */
export interface GateDecision {
  readonly id: string;
  readonly gate: Gate;
  readonly decidedOn: LocalDate;
  readonly decidedBy: string;
  readonly lots: readonly { readonly lotId: string; readonly outcome: LotOutcome; readonly reason: string }[];
  /** On what the decision depends. */
  readonly provisos: string;
}

export const questionStates = {
  notStarted: 'Not started',
  drafting: 'Drafting',
  inReview: 'In review',
  final: 'Final',
} as const;
export type QuestionState = keyof typeof questionStates;

export interface AnswerLimit {
  /** `pages` of A4, which only the finished document shows. */
  readonly kind: 'words' | 'characters' | 'pages' | 'none';
  /** 0 where there is no limit. */
  readonly value: number;
}

/** One of the buyer's questions, under the buyer's own number, and the answer to it. */
export interface Question {
  readonly id: string;
  readonly number: string;
  readonly section: string;
  readonly text: string;
  /** Per cent, as the buyer gives it; `null` where it gives none. */
  readonly weight: number | null;
  /** The most marks that the buyer gives for the answer; absent or `null` where it gives no number. */
  readonly marks?: number | null;
  readonly limit: AnswerLimit;
  readonly ownerOrganisationId: string | null;
  readonly status: QuestionState;
  readonly answer: RichText;
  /** The members ask the buyer to keep this answer confidential. */
  readonly confidential: boolean;
}

/** A joint bid for one or more lots of a tender. */
export interface Bid {
  readonly id: string;
  readonly tenderId: string;
  /** The bidder's name exactly as on the platform. */
  readonly name: string;
  readonly lotIds: readonly string[];
  readonly structure: Structure | 'unknown';
  /** What shares are shares of: the price, or what is left of it after the lead's management fee. */
  readonly shareBase: 'price' | 'netPrice' | 'unknown';
  /** How many days the offer stands after the day of the deadline; `null` where not known. */
  readonly validityDays: number | null;
  readonly members: readonly BidMember[];
  readonly requirements: readonly Requirement[];
  readonly conditions: readonly Condition[];
  readonly questions: readonly Question[];
  readonly clarifications: readonly Clarification[];
  /** In the order in which they were recorded. */
  readonly decisions: readonly GateDecision[];
  readonly agreement: AgreementOptions;
  /** Who signs the tender and the contract for the bidder. */
  readonly signatory: { readonly name: string; readonly role: string };
}
