import type { AgreementOptions } from '../../../../../shared/domain/agreement/agreementOptions.ts';

/** Decided in a section of its own: a price for each lot. */
export type OptionKey = Exclude<keyof AgreementOptions, 'annualPrices'>;

/** The decisions of an agreement in the order in which members talk about them. */
export const optionGroups: readonly { readonly title: string; readonly keys: readonly OptionKey[] }[] = [
  {
    title: 'Why together',
    keys: [
      'jointBidReason',
      'exclusivity',
      'withdrawal',
      'contributionDays',
      'bidCosts',
      'mobilisationCosts',
      'longStop',
    ],
  },
  { title: 'Who decides', keys: ['voting', 'votesBy', 'quorum', 'meetingNoticeDays', 'veto', 'deadlock'] },
  {
    title: 'Money',
    keys: ['feeBasisPoints', 'paymentDays', 'receipts', 'vat', 'construction', 'setOff', 'deductions', 'openBook'],
  },
  { title: 'Who answers for what', keys: ['liabilityToBuyer', 'contribution', 'liabilityCap', 'cureDays'] },
  {
    title: 'People and information',
    keys: ['tupe', 'safeguarding', 'nonSolicitationMonths', 'dataRoles', 'confidentialityYears', 'recordYears'],
  },
  { title: 'What is made', keys: ['results', 'bidMaterial'] },
  { title: 'Law and signature', keys: ['law', 'disputes', 'execution'] },
];
