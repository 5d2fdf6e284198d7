import type { AgreementInput } from '../agreement/agreementFacts.ts';
import { shortText } from '../basics/shortText.ts';
import { formatLimit, worthOf } from '../bid/answerLimit.ts';
import { answerState, isBlank } from '../bid/answerState.ts';
import type { AnswerLimit, Question } from '../bid/bid.ts';
import { limitUse } from '../bid/wordCount.ts';
import { plain, type Block, type TableRow } from '../document/document.ts';
import { bodyText, cell, heading, introduced, open, openText } from './bidParts.ts';

/** The answers under the buyer's own numbers and sections, each with its length against the limit. */
export function responsesPart({ bid }: AgreementInput): readonly Block[] {
  if (bid.questions.length === 0) return [heading(1, 'Responses'), openText('No question is listed yet')];
  let section: string | null = null;
  return bid.questions.flatMap((question): readonly Block[] => {
    const opened = question.section === section ? [] : [heading(1, sectionTitle(question.section))];
    section = question.section;
    return [...opened, ...response(question)];
  });
}

function sectionTitle(section: string): string {
  return isBlank(section) ? 'Responses' : `Responses: ${section.trim()}`;
}

function response(question: Question): readonly Block[] {
  return [
    questionHeading(question),
    { kind: 'paragraph', role: 'question', content: plain(question.text) },
    ...(question.confidential ? [confidentialMark] : []),
    ...answerBlocks(question),
  ];
}

/** The answer and its length. What keeps it from being final stands in brackets, in a draft alone. */
function answerBlocks({ answer, limit }: Question): readonly Block[] {
  const state = answerState(answer);
  if (state === 'none') return [openText('Not answered yet')];
  const words: Block = { kind: 'rich', content: answer.content };
  if (state === 'placeholder') return [words, openText('The answer is still to come')];
  if (state === 'notApplicable') return [words, openText('No reason is given yet')];
  const { state: use, used } = limitUse(answer, limit);
  const length = `Length: ${lengthWords(used, limit)}`;
  return [words, use === 'over' ? openText(`${length}: over the limit`) : bodyText(`${length}.`)];
}

const confidentialMark: Block = {
  kind: 'paragraph',
  role: 'notice',
  content: plain(
    'Confidential: the bidder considers this response commercially sensitive and asks to be consulted before it is disclosed.',
  ),
};

/** The buyer's number and what the question is about, so that the contents can be read; tables refer to it by the number. */
function questionHeading({ id, number, text }: Question): Block {
  const topic = topicOf(text, number);
  const name = isBlank(number) ? 'Question' : `Question ${number.trim()}`;
  const title = topic === '' ? name : `${name}: ${topic}`;
  return { kind: 'heading', series: 'outline', level: 2, text: title, key: questionKey(id), shortName: name };
}

/** The longest topic that stays on one line of the contents. */
const longestTopic = 70;

/** What a question is about: its first sentence, cut after a word where it is long, without a number that it repeats. */
function topicOf(text: string, number: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const repeated = number.trim();
  const own = repeated !== '' && line.startsWith(`${repeated} `) ? line.slice(repeated.length + 1) : line;
  const [sentence = ''] = /^.{8,}?(?=[.?!:;](?:\s|$))/u.exec(own) ?? [own];
  return shortText(sentence.replace(/[.?!:;,\s]+$/u, ''), longestTopic);
}

/** Without hyphens, so that the whole id has its place in the 40 characters that Word takes as the name of a bookmark. */
function questionKey(id: string): string {
  return `question_${id.replaceAll('-', '')}`;
}

/** `487 of 500 words`, or `487 words` without a limit. */
function lengthWords(used: number, limit: AnswerLimit): string {
  const unit = limit.kind === 'characters' ? 'characters' : 'words';
  const count = used.toLocaleString('en-GB');
  if (limit.kind === 'pages') return `${count} ${unit}; the limit is ${formatLimit(limit)}`;
  return formatLimit(limit) === '' ? `${count} ${unit}` : `${count} of ${limit.value.toLocaleString('en-GB')} ${unit}`;
}

/** Every question with its weight, its length and its limit, so that an evaluator can check in a minute that all is there. */
export function compliancePart({ bid }: AgreementInput): readonly Block[] {
  if (bid.questions.length === 0) return [];
  const intro = "Where each of the buyer's questions is answered, and how long the answer is.";
  return [
    heading(1, 'Compliance table'),
    ...introduced(intro, 'that the tender gives none', {
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
    }),
  ];
}

function complianceRow({ id, number, text, weight, marks = null, limit, answer }: Question): TableRow {
  const missing = answerState(answer) !== 'answered';
  const unit = limit.kind === 'characters' ? 'characters' : 'words';
  return {
    cells: [
      cell(number),
      cell(shortText(text, 160)),
      cell(worthOf(weight, marks)),
      missing ? open('Not answered yet') : [{ kind: 'reference', key: questionKey(id) }],
      missing ? cell('') : cell(`${limitUse(answer, limit).used.toLocaleString('en-GB')} ${unit}`),
      cell(formatLimit(limit) || 'No limit'),
    ],
  };
}
