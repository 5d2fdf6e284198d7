import type { TenderDocumentKind } from './tender.ts';

/** Words in file names as buyers choose them, the more telling first. */
const tellingWords: readonly (readonly [TenderDocumentKind, RegExp])[] = [
  ['clarification', /clarif|q ?& ?a|questions? and answers?/],
  ['evaluation', /evaluat|award criteria|scoring/],
  ['questionnaire', /\bp?sq\b|selection question|psq/],
  ['pricing', /pric(e|ing)|schedule of rates|bill of quantities|\bboq\b|cost (schedule|model)/],
  ['specification', /\bspec\b|specification|statement of requirements|service requirements/],
  ['contract', /\bterms\b|conditions of contract|\bcontract\b|agreement/],
  ['instructions', /\bitt\b|\brfq\b|\binvitation\b|instructions/],
];

/** What a tender document is, by the name of its file; a person puts right what the name does not tell. */
export function documentKindOf(fileName: string): TenderDocumentKind {
  const name = fileName.toLowerCase().replaceAll(/[_.\-\s]+/g, ' ');
  return tellingWords.find(([, words]) => words.test(name))?.[0] ?? 'other';
}
