import { readFileSync } from 'node:fs';
import { readClauseLibrary } from '../../../shared/domain/agreement/clauseLibrary.ts';
import { type AgreementTexts, draftAgreement } from '../../../shared/domain/agreement/draftAgreement.ts';
import { ok } from '../../../shared/domain/basics/result.ts';
import type { HolidayCalendar } from '../../../shared/domain/time/workingDays.ts';
import { exportDocument } from './exportDocument.ts';

export const exportAgreement = exportDocument({
  name: 'export agreement',
  summary:
    'Write the consortium agreement of a bid as a Word file: a draft, or with --execution the version for signature, which is refused while a point is open.',
  document: 'agreement',
  finalOption: 'execution',
  draft: (input, version, on) => {
    const drafted = draftAgreement(input, texts(), version, on);
    if (!drafted.ok) return drafted;
    const { document, openPoints, remarks } = drafted.value;
    const open = openPoints.map(({ where, question }) => `  Open, ${where}: ${question}`);
    return ok({ document, remarks: [...open, ...remarks.map(({ sentence }) => `  Note: ${sentence}`)] });
  },
});

function texts(): AgreementTexts {
  const clauses = readClauseLibrary(resource('clauses/consortium-agreement.txt'));
  if (!clauses.ok) throw new Error(`consortium-agreement.txt, line ${clauses.error.line}: ${clauses.error.sentence}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Muster's own file
  return { clauses: clauses.value, holidays: JSON.parse(resource('bank-holidays.json')) as HolidayCalendar };
}

function resource(name: string): string {
  return readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8');
}
