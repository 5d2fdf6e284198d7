import { draftBidDocument } from '../../../shared/domain/bidDocument/draftBidDocument.ts';
import { finalProblems } from '../../../shared/domain/bidDocument/finalProblems.ts';
import { ok } from '../../../shared/domain/basics/result.ts';
import { exportDocument } from './exportDocument.ts';

export const exportBid = exportDocument({
  name: 'export bid',
  summary:
    'Write the joint bid document of a bid as a Word file: a draft with a watermark, or with --final the version for the buyer, which is refused while anything is missing.',
  document: 'bidDocument',
  finalOption: 'final',
  draft: (input, version, on) => {
    const drafted = draftBidDocument(input, version, on);
    if (!drafted.ok) return drafted;
    const { document, remarks } = drafted.value;
    const open = version.kind === 'draft' ? finalProblems(input, on).map(({ sentence }) => `  Open: ${sentence}`) : [];
    return ok({ document, remarks: [...open, ...remarks.map(({ sentence }) => `  Note: ${sentence}`)] });
  },
});
