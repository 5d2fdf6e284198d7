import type { AgreementInput } from '../agreement/agreementFacts.ts';
import type { Question } from '../bid/bid.ts';
import { plain, type Block, type TableRow } from '../document/document.ts';
import { plainText } from '../bid/richText.ts';
import { limitUse } from '../bid/wordCount.ts';
import { bodyText, cell, heading, introText, notApplicable } from './bidParts.ts';

/** The answers under the buyer's own numbers and sections, each with its length against the limit. */
export function responsesPart({ bid }: AgreementInput): readonly Block[] {
  if (bid.questions.length === 0) return [heading(1, 'Responses'), bodyText(notApplicable)];
  let section: string | null = null;
  return bid.questions.flatMap((question): readonly Block[] => {
    const opened = question.section === section ? [] : [heading(1, sectionTitle(question.section))];
    section = question.section;
    return [...opened, ...response(question)];
  });
}

function sectionTitle(section: string): string {
  return section.trim() === '' ? 'Responses' : `Responses: ${section.trim()}`;
}

function response(question: Question): readonly Block[] {
  const empty = plainText(question.answer).trim() === '';
  const length = lengthSentence(question);
  return [
    heading(2, questionTitle(question), questionKey(question)),
    { kind: 'paragraph', role: 'question', content: plain(question.text) },
    ...(question.confidential ? [confidentialMark] : []),
    ...(empty ? [bodyText(notApplicable)] : [{ kind: 'rich' as const, content: question.answer.content }]),
    ...(length === '' ? [] : [bodyText(length)]),
  ];
}

const confidentialMark: Block = {
  kind: 'paragraph',
  role: 'notice',
  content: plain(
    'Confidential: the bidder considers this response commercially sensitive and asks to be consulted before it is disclosed.',
  ),
};

function questionTitle({ number }: Question): string {
  return number.trim() === '' ? 'Question' : `Question ${number.trim()}`;
}

function questionKey({ id }: Question): string {
  return `question_${id}`;
}

/** `Length: 487 of 500 words.` */
function lengthSentence({ answer, limit }: Question): string {
  const { state, used } = limitUse(answer, limit);
  if (plainText(answer).trim() === '') return '';
  const unit = limit.kind === 'characters' ? 'characters' : 'words';
  const count = used.toLocaleString('en-GB');
  return state === 'noLimit'
    ? `Length: ${count} ${unit}.`
    : `Length: ${count} of ${limit.value.toLocaleString('en-GB')} ${unit}.`;
}

/** Every question with its weight, its length and its limit, so that an evaluator can check in a minute that all is there. */
export function compliancePart({ bid }: AgreementInput): readonly Block[] {
  const title = heading(1, 'Compliance table');
  if (bid.questions.length === 0) return [title, bodyText(notApplicable)];
  return [
    title,
    introText("Where each of the buyer's questions is answered, and how long the answer is."),
    {
      kind: 'table',
      caption: 'Questions, answers and limits',
      columns: [
        { header: 'No.', width: 8 },
        { header: 'Question', width: 36 },
        { header: 'Weight', width: 10, align: 'right' },
        { header: 'Answered under', width: 18 },
        { header: 'Length', width: 14, align: 'right' },
        { header: 'Limit', width: 14, align: 'right' },
      ],
      rows: bid.questions.map(complianceRow),
    },
  ];
}

function complianceRow(question: Question): TableRow {
  const { number, text, weight, limit, answer } = question;
  const unit = limit.kind === 'characters' ? 'characters' : 'words';
  const empty = plainText(answer).trim() === '';
  return {
    cells: [
      cell(number),
      cell(text.length > 160 ? `${text.slice(0, 157)}…` : text),
      cell(weight === null ? '' : `${weight}%`),
      empty ? cell('') : [{ kind: 'reference', key: questionKey(question) }],
      cell(empty ? '' : `${limitUse(answer, limit).used.toLocaleString('en-GB')} ${unit}`),
      cell(limit.kind === 'none' || limit.value <= 0 ? 'No limit' : `${limit.value.toLocaleString('en-GB')} ${unit}`),
    ],
  };
}
