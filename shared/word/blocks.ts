import { HeadingLevel, Paragraph, StyleLevel, Tab, TableOfContents, TextRun, type FileChild } from 'docx';
import type { Block, Heading, Inline, Signature } from '../domain/document/document.ts';
import { unreachable } from '../domain/basics/result.ts';
import { bookmarked, inlineRuns, textRuns, type References } from './inlines.ts';
import type { Orientation } from './pageSize.ts';
import { richBlocks, type ListCounter } from './richBlocks.ts';
import { runsRightToLeft, safeLine } from './safeText.ts';
import { paragraphStyle } from './styles.ts';
import { tableBlocks } from './table.ts';

/** What one file counts and refers to while its blocks are written. */
export interface Writing {
  readonly references: References;
  /** The first headings carry the numbers of clauses. */
  readonly numbered: boolean;
  readonly pageNumbers: boolean;
  readonly lists: ListCounter;
  tables: number;
}

const outlineLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** One block of a document as what Word calls paragraphs and tables. */
export function writeBlock(block: Block, orientation: Orientation, writing: Writing): readonly FileChild[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ style: titleStyle(block.text), children: textRuns(safeLine(block.text), null) })];
    case 'subtitle':
      return [new Paragraph({ style: 'Subtitle', children: textRuns(safeLine(block.text), null) })];
    case 'heading':
      return [writeHeading(block, writing)];
    case 'clause': {
      const children = bookmarked(block.key, inlineRuns(block.content, writing.references));
      return [new Paragraph({ style: paragraphStyle.clause[block.depth - 1] ?? paragraphStyle.body, children })];
    }
    case 'paragraph':
      return [paragraph(paragraphStyle[block.role], block.content, writing)];
    case 'rich':
      return richBlocks(block.content, orientation, writing.lists);
    case 'list':
      return block.items.map((item) => paragraph(paragraphStyle.listBullet, item, writing));
    case 'table':
      writing.tables += 1;
      return tableBlocks(block, writing.tables, orientation, writing.references);
    case 'signature':
      return writeSignature(block, writing);
    case 'contents':
      return [
        new Paragraph({ style: paragraphStyle.contentsHeading, children: textRuns(block.title, null) }),
        contents(writing),
      ];
    default:
      return unreachable(block);
  }
}

/** A title so long that it would fill the page in the large type. */
const longTitle = 100;

function titleStyle(text: string): string {
  return text.length > longTitle ? paragraphStyle.longTitle : 'Title';
}

function paragraph(style: string, content: readonly Inline[], { references }: Writing): Paragraph {
  const words = content.map((inline) => (inline.kind === 'reference' ? '' : inline.text)).join('');
  const rightToLeft = runsRightToLeft(words) ? { bidirectional: true } : {};
  return new Paragraph({ style, ...rightToLeft, children: inlineRuns(content, references) });
}

function writeHeading({ series, level, text, key }: Heading, { numbered }: Writing): Paragraph {
  const children = bookmarked(key, textRuns(safeLine(text), null));
  if (series === 'schedule') return new Paragraph({ style: paragraphStyle.schedule, children });
  if (series === 'outline' && numbered && level === 1)
    return new Paragraph({ style: paragraphStyle.unnumbered, children });
  return new Paragraph({ heading: outlineLevels[level - 1] ?? HeadingLevel.HEADING_3, children });
}

/** A field that shows what stands in it: it is never written dirty, so that Word does not ask to update it on opening. */
function contents({ numbered, pageNumbers }: Writing): TableOfContents {
  return new TableOfContents('Contents', {
    hyperlink: true,
    beginDirty: false,
    headingStyleRange: numbered ? '1-1' : '1-2',
    ...(numbered ? { stylesWithLevels: otherHeadings } : {}),
    ...(pageNumbers ? {} : { pageNumbersEntryLevelsRange: '1-2' }),
  });
}

/** Headings of the first level beside Word's own, by the names that people see, as the contents field wants them. */
const otherHeadings = [new StyleLevel('Schedule Heading', 1), new StyleLevel('Unnumbered Heading', 1)];

/** The words of execution, and a line to write on for each label; the block is kept on one page. */
function writeSignature({ words, lines }: Signature, writing: Writing): readonly Paragraph[] {
  return [
    paragraph(paragraphStyle.signatureWords, words, writing),
    ...lines.map((label, index) => {
      const style = index === lines.length - 1 ? paragraphStyle.signatureEnd : paragraphStyle.signatureLine;
      return new Paragraph({
        style,
        children: [...textRuns(safeLine(label), null), new TextRun({ children: [new Tab(), new Tab()] })],
      });
    }),
  ];
}
