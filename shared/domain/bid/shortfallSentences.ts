import type { Shortfall } from './conditions.ts';

/** Why a condition does not pass, as a sentence that says what is to be settled. */
export const shortfallSentences: Readonly<Record<Shortfall, string>> = {
  notMet: 'Nobody meets it.',
  notSaidWho: 'It is not said who meets it.',
  notSaidWhichTogether: 'It is not said which members meet it together.',
  notSaidWhen: 'It is not said whether it is met now or promised.',
  onlyInReserve: 'Somebody named is only in reserve.',
  noLongerInBid: 'Somebody named is no longer in the bid.',
  combiningUnknown: 'The documents do not say whether members may meet it combined: ask the buyer.',
  combiningRefused: 'The buyer does not let members meet it combined.',
  notJointlyLiable:
    'The buyer lets members meet it combined only where all are jointly and severally liable to it, and in this structure the lead alone is.',
  jointLiabilityOpen:
    'The buyer lets members meet it combined only where all are jointly and severally liable to it: choose a structure in which they are.',
  otherLiability:
    'The buyer lets members meet it combined only where all are jointly and severally liable to it, and the agreement says otherwise.',
  notAParty:
    'The buyer lets members meet it combined only where all are jointly and severally liable to it, and somebody named is no party to the contract.',
  turnoverUnknown: 'The last turnover of somebody named is not known.',
  turnoverShort: 'By their last accounts those named fall short of the turnover asked for.',
};
