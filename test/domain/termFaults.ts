import type { Block, DocumentData, Inline } from '../../shared/domain/document/document.ts';

/** Capitals that are not terms of the agreement: laws, bodies, places, days, and names of the invented bid. */
const names = [
  'Transfer of Undertakings (Protection of Employment) Regulations 2006',
  'Service Provision Change (Protection of Employment) Regulations (Northern Ireland) 2006',
  'Late Payment of Commercial Debts (Interest) Act 1998',
  'Contracts (Rights of Third Parties) Act 1999',
  'Contract (Third Party Rights) (Scotland) Act 2017',
  'Legal Writings (Counterparts and Delivery) (Scotland) Act 2015',
  'Procurement Act 2023',
  'Competition Act 1998',
  'Enterprise Act 2002',
  'Data Protection Act 2018',
  'Housing Grants, Construction and Regeneration Act 1996',
  'Construction Contracts (Northern Ireland) Order 1997',
  'Part II',
  'Bribery Act 2010',
  'Centre for Effective Dispute Resolution (CEDR)',
  'President of the Law Society of England and Wales',
  'President of the Law Society of Scotland',
  'President of the Law Society of Northern Ireland',
  'Larkhill 1 CIC',
  'Parks 1',
  'Parks 2',
  'Parks 3',
  'Lot 1',
  'Lot 2',
  'Lot 3',
  'Tamebrook Metropolitan Borough Council',
  'Parks and cemeteries grounds maintenance',
  'Kestrel Row CIC',
  'TMBC-2027-014',
  'Lot 1 (Parks)',
  'United Kingdom',
  'UK GDPR',
  'England and Wales',
  'Northern Ireland',
  'England',
  'Scotland',
  'Saturday',
  'Sunday',
  'Schedules',
  'Background',
];

/**
 * What a solicitor's eye looks for in the words of an agreement: terms that are defined and never used, and words with a
 * capital in the middle of a sentence that nobody has defined.
 */
export function termFaults(document: DocumentData): readonly string[] {
  const blocks = document.sections.flatMap(({ blocks }) => blocks);
  const definitions = blocks
    .filter(isDefinition)
    .map(({ content }) => ({ term: wordsOf(content.slice(0, 1)), meaning: wordsOf(content.slice(1)) }));
  const clauses = blocks.filter(isClause).map(({ content }) => wordsOf(content));

  const unused = definitions
    .filter(({ term }) => {
      const elsewhere = definitions.filter((other) => other.term !== term).map(({ meaning }) => meaning);
      return ![...clauses, ...elsewhere].some((line) => line.includes(term));
    })
    .map(({ term }) => `${term} is defined and never used`);

  const terms = ['Lead', ...definitions.map(({ term }) => term)].toSorted((a, b) => b.length - a.length);
  const known = new RegExp([...names, ...terms, 'Lot'].map((word) => word.replaceAll(/[()]/g, '\\$&')).join('|'), 'g');
  const undefinedWords = [...clauses, ...definitions.map(({ meaning }) => meaning)].flatMap((line) => {
    const rest = line.replaceAll(known, '');
    return (rest.match(/(?<=[a-z,;] )[A-Z][a-z]+/g) ?? []).map((word) => `${word} is used and not defined: ${line}`);
  });
  return [...unused, ...undefinedWords];
}

type WithContent = Extract<Block, { readonly content: readonly Inline[] }>;

function isDefinition(block: Block): block is WithContent {
  return block.kind === 'paragraph' && block.role === 'definition';
}

function isClause(block: Block): block is WithContent {
  return block.kind === 'clause' || (block.kind === 'paragraph' && block.role === 'recital');
}

function wordsOf(content: readonly Inline[]): string {
  return content.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}
