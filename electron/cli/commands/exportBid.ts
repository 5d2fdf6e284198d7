import { draftBidDocument } from '../../../shared/domain/bidDocument/draftBidDocument.ts';
import { ok } from '../../../shared/domain/basics/result.ts';
import { exportDocument } from './exportDocument.ts';

export const exportBid = exportDocument({
  name: 'export bid',
  summary: 'Write the joint bid document of a bid as a Word file.',
  document: 'bidDocument',
  draft: (input, on) => {
    const drafted = draftBidDocument(input, on);
    if (!drafted.ok) return drafted;
    const { document, remarks } = drafted.value;
    return ok({ document, remarks: remarks.map(({ sentence }) => `  Note: ${sentence}`) });
  },
});
