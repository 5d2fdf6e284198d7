import { agreementChoices, agreementFigures, type AgreementOptions } from '../agreement/agreementOptions.ts';
import type { Bid } from './bid.ts';
import { keysOf } from '../basics/keysOf.ts';
import { tableOf } from '../basics/tableOf.ts';

/** Options with which nothing is decided yet: every clause that turns on one is an open point. */
export const nothingDecided: AgreementOptions = {
  ...tableOf(keysOf(agreementChoices), () => null),
  ...tableOf(keysOf(agreementFigures), () => null),
  longStop: null,
  annualPrices: {},
  jointBidReason: '',
};

/** What a bid starts with. */
export interface BidStart {
  /** The bidder's name exactly as on the platform. */
  readonly name: string;
  /** The organisation that leads, if that is known. */
  readonly leadId: string | null;
  readonly lotIds: readonly string[];
}

/** A bid of which only the lead and the lots are known. */
export function newBid(id: string, tenderId: string, { name, leadId, lotIds }: BidStart): Bid {
  const lead = { role: 'lead', responsibilities: '', shares: [], signatories: [] } as const;
  return {
    id,
    tenderId,
    name,
    lotIds,
    structure: 'unknown',
    shareBase: 'unknown',
    validityDays: null,
    members: leadId === null ? [] : [{ organisationId: leadId, ...lead }],
    requirements: [],
    conditions: [],
    questions: [],
    clarifications: [],
    decisions: [],
    agreement: nothingDecided,
    signatory: { name: '', role: '' },
  };
}
