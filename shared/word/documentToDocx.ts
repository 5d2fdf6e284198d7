import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TextRun,
  type ISectionOptions,
  type PageNumberEstimator,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { numberBlocks } from '../domain/document/documentNumbers.ts';
import type { DocumentData, DocumentSection } from '../domain/document/document.ts';
import { writeBlock, type Writing } from './blocks.ts';
import { textRuns } from './inlines.ts';
import { externalStyles } from './externalStyles.ts';
import { normalise } from './normalise.ts';
import { documentNumbering } from './numbering.ts';
import { margin, paper } from './pageSize.ts';
import { safeLine } from './safeText.ts';
import { documentStyles, paragraphStyle } from './styles.ts';

/** What is being done, for a progress line: writing the text, laying out pages to number the contents, packing the file. */
export type WordStep = 'writing' | 'layingOut' | 'packing';

export interface WordOptions {
  /** Page numbers in the contents; they need every page laid out, which takes seconds for a long document. */
  readonly pageNumbers: boolean;
  readonly onStep?: (step: WordStep) => void;
}

/**
 * A document as a Word file. The same document gives the same bytes, on every machine and in every time zone. Runs in a
 * worker and in Node; without page numbers the contents list the headings and link to them.
 */
export async function documentToDocx(document: DocumentData, options: WordOptions): Promise<Uint8Array> {
  options.onStep?.('writing');
  const numbered = document.sections.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'heading' && block.series === 'clause'),
  );
  const writing: Writing = {
    references: numberBlocks(document).references,
    numbered,
    pageNumbers: options.pageNumbers,
    lists: { next: 0 },
    tables: 0,
  };
  const file = new Document({
    title: safeLine(document.title),
    subject: safeLine(document.subject),
    creator: safeLine(document.author),
    lastModifiedBy: safeLine(document.author),
    keywords: safeLine(document.keywords.join(', ')),
    description: '',
    revision: 1,
    styles: documentStyles(numbered),
    externalStyles,
    numbering: documentNumbering(numbered),
    pageNumbers: await pageNumberEstimator(options),
    sections: document.sections.map((section) => writeSection(section, document, writing)),
  });
  const packed = await Packer.toArrayBuffer(file);
  options.onStep?.('packing');
  return normalise(new Uint8Array(packed), document.date);
}

/** Laid out on demand. Where text has no known width, as in emoji, the layout goes on with its best guess. */
async function pageNumberEstimator({ pageNumbers, onStep }: WordOptions): Promise<PageNumberEstimator> {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const estimate: PageNumberEstimator = estimatePageNumbersWith({ guess: true });
  const { listNumbers } = estimate;
  const pages: PageNumberEstimator = (body, context) => {
    onStep?.('layingOut');
    return estimate(body, context);
  };
  return Object.assign(pageNumbers ? pages : noPages, listNumbers === undefined ? {} : { listNumbers });
}

function noPages(): ReturnType<PageNumberEstimator> {
  return { bookmarks: new Map() };
}

function writeSection(section: DocumentSection, document: DocumentData, writing: Writing): ISectionOptions {
  const { orientation } = section;
  return {
    properties: {
      page: {
        size: {
          ...paper,
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    headers: {
      default: new Header({ children: [headerLine(section.cover ? '' : document.header, document.watermark)] }),
    },
    footers: { default: new Footer({ children: [footerLine(document.footer, orientation)] }) },
    children: section.blocks.flatMap((block) => writeBlock(block, orientation, writing)),
  };
}

/** The top line of a page. A watermark belongs to it, as Word itself does it, so that Word's own command takes it away again. */
function headerLine(text: string, watermark: string | undefined): Paragraph {
  const mark =
    watermark === undefined ? [] : [new TextWatermark({ text: safeLine(watermark), font: 'Arial', opacity: 0.5 })];
  return new Paragraph({ style: paragraphStyle.header, children: [...mark, ...textRuns(safeLine(text), null)] });
}

function footerLine(text: string, orientation: 'portrait' | 'landscape'): Paragraph {
  return new Paragraph({
    style: orientation === 'portrait' ? paragraphStyle.footer : paragraphStyle.footerLandscape,
    children: [
      ...textRuns(safeLine(text), null),
      new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}
