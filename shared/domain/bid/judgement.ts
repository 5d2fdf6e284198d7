/**
 * Whether a bid meets a condition of participation. `committed`: promised, to be in force before the contract starts, and so
 * not met yet. `unknown` is never met.
 */
export type Verdict = 'pass' | 'committed' | 'unknown' | 'fail';

/** Why a condition does not pass. */
export type Shortfall =
  | 'notMet'
  | 'notSaidWho'
  | 'notSaidWhichTogether'
  | 'notSaidWhen'
  | 'onlyInReserve'
  /** Somebody named has left the bid or is no longer among the organisations. */
  | 'noLongerInBid'
  /** Insurance that is promised and not in force: a buyer may not ask for more before award (Procurement Act 2023 s.22(3)(b)). */
  | 'promised'
  /** Something else that is promised: whether a promise is enough is for the buyer to say. */
  | 'promisedToAsk'
  /** Promised for the start of the contract, which has passed. */
  | 'promiseOverdue'
  /** What is promised on record is less than what is asked for. */
  | 'promiseShort'
  /** It is entered as met now, and on record it is only promised. */
  | 'onlyPromised'
  /** Nothing that Muster holds can be compared with it, and nobody wrote what proves it. */
  | 'noProof'
  /** What is asked for, or how much of it, was not understood and not entered. */
  | 'askedUnknown'
  /** The notice that it was taken from has been changed. */
  | 'noticeChanged'
  /** The documents do not say whether members may meet it combined, and the buyer has not been asked or has not answered. */
  | 'combiningUnknown'
  | 'combiningRefused'
  /** Combined only where all members answer to the buyer, and in this structure they do not. */
  | 'notJointlyLiable'
  /** The same, and the structure is not chosen or leaves it open. */
  | 'jointLiabilityOpen'
  /** The same, and the members chose another liability to the buyer. */
  | 'otherLiability'
  /** The same, and somebody named is no party to the contract: a guarantor, or a sub-contractor without a share. */
  | 'notAParty'
  | 'turnoverUnknown'
  | 'turnoverOld'
  | 'turnoverShort'
  /** No insurance of the kind, or no certificate of the name, is on record. */
  | 'notRecorded'
  | 'coverShort'
  /** Insured in the aggregate, where any one claim is asked for. */
  | 'coverBasis'
  | 'coverBasisUnknown'
  | 'coverLimitUnknown'
  /** Enough only if policies add up, and nothing shows that they are layers of one cover. */
  | 'layersUnclear'
  | 'datesUnknown'
  | 'notYetInForce'
  | 'expired'
  /** In force today, and not on a later day that counts. */
  | 'endsBefore';

/** One thing that a judgement is made of, with the words that say it to a person. */
export interface Finding {
  readonly verdict: Verdict;
  /** `null` where it passes. */
  readonly reason: Shortfall | null;
  readonly sentence: string;
}

/** A verdict with everything it is made of; `reason` and `sentence` are those of the finding that decides. */
export interface Judgement extends Finding {
  readonly findings: readonly Finding[];
}

const gravity: Readonly<Record<Verdict, number>> = { pass: 0, committed: 1, unknown: 2, fail: 3 };

/** The worst of the findings decides; of equals the first. `first` stands where nothing is worse. */
export function judgementOf(first: Finding, ...others: readonly Finding[]): Judgement {
  const worst = others.reduce((worst, one) => (gravity[one.verdict] > gravity[worst.verdict] ? one : worst), first);
  return { ...worst, findings: [first, ...others] };
}

export function passes(sentence: string): Finding {
  return { verdict: 'pass', reason: null, sentence };
}

export function isUnknown(reason: Shortfall, sentence: string): Finding {
  return { verdict: 'unknown', reason, sentence };
}

export function fails(reason: Shortfall, sentence: string): Finding {
  return { verdict: 'fail', reason, sentence };
}

export function isPromised(sentence: string, reason: 'promised' | 'promisedToAsk' = 'promised'): Finding {
  return { verdict: 'committed', reason, sentence };
}
