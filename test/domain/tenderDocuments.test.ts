import { expect, test } from 'vitest';
import { documentKindOf } from '../../shared/domain/tender/tenderDocuments.ts';

test.each([
  ['01_ITT Parks.pdf', 'instructions'],
  ['Invitation to Tender - Grounds.docx', 'instructions'],
  ['Schedule 2 Specification v3.pdf', 'specification'],
  ['Spec.pdf', 'specification'],
  ['Pricing Schedule.xlsx', 'pricing'],
  ['Conditions of Contract.pdf', 'contract'],
  ['PSQ.docx', 'questionnaire'],
  ['Clarification log 4.xlsx', 'clarification'],
  ['Evaluation_methodology.pdf', 'evaluation'],
  ['Map of sites.png', 'other'],
  ['Inspection report.pdf', 'other'],
  ['', 'other'],
])('%s is taken for: %s', (name, kind) => {
  expect(documentKindOf(name)).toBe(kind);
});
