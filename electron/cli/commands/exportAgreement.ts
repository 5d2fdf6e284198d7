import { readFileSync } from 'node:fs';
import { type ClauseLibrary, readClauseLibrary } from '../../../shared/domain/agreement/clauseLibrary.ts';
import { draftAgreement } from '../../../shared/domain/agreement/draftAgreement.ts';
import { ok } from '../../../shared/domain/basics/result.ts';
import { exportDocument } from './exportDocument.ts';

export const exportAgreement = exportDocument({
  name: 'export agreement',
  summary:
    'Write the consortium agreement of a bid as a Word file: a draft, or with --execution the version for signature, which is refused while a point is open.',
  document: 'agreement',
  finalOption: 'execution',
  draft: (input, { kind, number }, on) => {
    const asked = { kind: kind === 'draft' ? kind : 'execution', number } as const;
    const drafted = draftAgreement(input, clauses(), asked, on);
    if (!drafted.ok) return drafted;
    const { document, openPoints, remarks } = drafted.value;
    const open = openPoints.map(({ where, question }) => `  Open, ${where}: ${question}`);
    return ok({ document, remarks: [...open, ...remarks.map(({ sentence }) => `  Note: ${sentence}`)] });
  },
});

function clauses(): ClauseLibrary {
  const file = new URL('../../../resources/clauses/consortium-agreement.txt', import.meta.url);
  const read = readClauseLibrary(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(`consortium-agreement.txt, line ${read.error.line}: ${read.error.sentence}`);
  return read.value;
}
