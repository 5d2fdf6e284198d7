import type { Block, DocumentData, Inline } from '../../shared/domain/document/document.ts';
import { numberBlocks } from '../../shared/domain/document/documentNumbers.ts';
import { linesOf } from './agreementText.ts';
import { termFaults } from './termFaults.ts';

/** Words that no agreement should hold, and why. */
const unwanted: readonly (readonly [RegExp, string])[] = [
  [/["']/, 'a straight quotation mark'],
  [/ {2}/, 'two spaces'],
  [/ [,.;:]/, 'a space before a mark'],
  [/\.\.|,,|;;|;\./, 'a mark twice'],
  [/[{}]/, 'a slot that was not filled'],
  [/\bpartners?\b/i, 'a member called a partner'],
  [/sub-contract/i, 'another spelling of subcontract'],
  [/any other that is meant to/i, 'a clause that is not named'],
  [/as described in the Procurement.*as described in the Procurement|single lot of the Procurement/i, 'a circle'],
  [/\b(?:hereby|herein|thereof|hereto|aforesaid|save where|save as)\b/i, 'an archaic word'],
  [/\bundefined\b|\bnull\b|\bNaN\b/, 'a value that is not there'],
  [/\bclause \d[\d.]*(?:\([a-z]\))?(?:, | and | or )(?:clause )?\d/, 'several clauses called one'],
  [/registered post/i, 'a service that the post no longer offers'],
  [/BROKEN/, 'a reference that leads nowhere'],
];

/** What an eye that checks every line finds in an agreement. */
export function agreementFaults(document: DocumentData): readonly string[] {
  const lines = linesOf(document);
  return [
    ...termFaults(document),
    ...lines.flatMap((line) => unwanted.filter(([words]) => words.test(line)).map(([, why]) => `${why}: ${line}`)),
    ...headingFaults(document),
    ...pointFaults(document),
  ];
}

/** A number with a heading in brackets after it names the clause of that heading; keys and headings are unique. */
function headingFaults(document: DocumentData): readonly string[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const { labels, references } = numberBlocks(document);
  const clauses = blocks.filter((block) => block.kind === 'heading').filter(({ series }) => series === 'clause');
  const titles = new Map(clauses.map((heading) => [labels.get(heading) ?? '', heading.text]));
  const keys = blocks.flatMap((block) => ('key' in block && block.key !== null ? [block.key] : []));
  const numbers = [...titles.keys()].map(Number);
  const named = blocks.flatMap((block) =>
    'content' in block && block.kind !== 'rich' ? namedHeadings(block.content) : [],
  );
  return [
    ...named
      .filter(({ key, heading }) => titles.get(references.get(key) ?? '') !== heading)
      .map(({ key, heading }) => `${heading} is not the heading of ${key}`),
    ...(new Set(keys).size === keys.length ? [] : ['a key stands twice']),
    ...(numbers.every((number, index) => number === index + 1) ? [] : [`numbers are missing: ${numbers.join(' ')}`]),
  ];
}

function namedHeadings(content: readonly Inline[]): readonly { readonly key: string; readonly heading: string }[] {
  return content.flatMap((part, index) => {
    const next = content[index + 1];
    const heading = next?.kind === 'text' ? /^ \(([A-Z][^()]+)\)/.exec(next.text)?.[1] : undefined;
    return part.kind === 'reference' && heading !== undefined ? [{ key: part.key, heading }] : [];
  });
}

/** Points come in twos or more under a paragraph that announces them; every paragraph ends as a sentence or in a colon. */
function pointFaults(document: DocumentData): readonly string[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block, index): readonly string[] => {
    if (block.kind !== 'clause') return [];
    const text = wordsOf(block);
    const after = blocks.slice(index + 1);
    const end = after.findIndex((each) => each.kind !== 'clause' || each.depth <= block.depth);
    const points = after.slice(0, end === -1 ? undefined : end).length;
    if (text.endsWith(':')) return points > 1 ? [] : [`fewer than two points follow: ${text}`];
    if (points > 0) return [`points follow that are not announced: ${text}`];
    return block.depth > 1 || /[.!?]$/.test(text) ? [] : [`no full stop: ${text}`];
  });
}

function wordsOf(block: Extract<Block, { readonly kind: 'clause' }>): string {
  return block.content.map((part) => (part.kind === 'reference' ? '#' : part.text)).join('');
}
