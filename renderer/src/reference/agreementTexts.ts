import { type ClauseLibrary, readClauseLibrary } from '../../../shared/domain/agreement/clauseLibrary.ts';
import type { AgreementTexts } from '../../../shared/domain/agreement/draftAgreement.ts';
import text from '../../../resources/clauses/consortium-agreement.txt?raw';
import { bankHolidays } from './bankHolidays.ts';

/** The clauses that Muster ships, and the bank holidays that their working days are counted by. */
export const agreementTexts: AgreementTexts = { clauses: read(), holidays: bankHolidays };

function read(): ClauseLibrary {
  const library = readClauseLibrary(text);
  if (!library.ok) throw new Error(`consortium-agreement.txt, line ${library.error.line}: ${library.error.sentence}`);
  return library.value;
}
