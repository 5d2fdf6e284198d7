import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { signatureEndStyle, signatureLineStyle } from './externalStyles.ts';
import { textWidth } from './pageSize.ts';

/** Ids of the styles a paragraph can have; everything in the text refers to one of them, so that a template can be put over it. */
export const paragraphStyle = {
  body: 'BodyText',
  intro: 'IntroText',
  cover: 'CoverText',
  notice: 'Notice',
  lead: 'LeadLine',
  longTitle: 'LongTitle',
  question: 'Question',
  definition: 'Definition',
  party: 'Party',
  recital: 'Recital',
  clause: ['Clause2', 'Clause3', 'Clause4'],
  schedule: 'ScheduleHeading',
  unnumbered: 'UnnumberedHeading',
  contentsHeading: 'ContentsHeading',
  listBullet: 'ListBullet',
  listNumber: 'ListNumber',
  listContinue: 'ListContinue',
  tableText: 'TableText',
  tableHead: 'TableHead',
  tableTotal: 'TableTotal',
  tableTotalRight: 'TableTotalRight',
  tableTotalCentre: 'TableTotalCentre',
  tableEnd: 'TableEnd',
  tableRight: 'TableTextRight',
  tableCentre: 'TableTextCentre',
  tableHeadRight: 'TableHeadRight',
  tableHeadCentre: 'TableHeadCentre',
  signatureWords: 'SignatureWords',
  signatureLine: signatureLineStyle,
  signatureEnd: signatureEndStyle,
  header: 'Header',
  footer: 'Footer',
  footerLandscape: 'FooterLandscape',
} as const;

export const placeholderStyle = 'Placeholder';

export type Script = 'superscript' | 'subscript' | null;

/** The character style for a set of marks, such as `BoldItalic`; none for plain text. */
export function markedStyle(marks: {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly script: Script;
}): string | null {
  const script = { superscript: 'Superscript', subscript: 'Subscript', none: '' }[marks.script ?? 'none'];
  const name =
    (marks.bold ? 'Bold' : '') + (marks.italic ? 'Italic' : '') + (marks.underline ? 'Underline' : '') + script;
  return name === '' ? null : name;
}

const font = 'Arial';
const ink = '1F2A37';
const accent = '1B4965';

/** Half-points, as Word counts the size of type. */
export const tableType = 18;
const size = {
  body: 21,
  small: 18,
  table: tableType,
  heading1: 26,
  heading2: 23,
  heading3: 21,
  title: 52,
  longTitle: 32,
  subtitle: 28,
};

/** One line of text is 240. */
const line = { body: 276, table: 252 };

/**
 * All formatting of a document. `numbered` documents, such as agreements, number their first headings and the clauses under
 * them; the styles name the numbering, and `numbering.ts` names the styles, as Word needs it at both ends.
 */
export function documentStyles(numbered: boolean): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font,
          size: size.body,
          color: ink,
          language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { line: line.body, lineRule: 'auto', after: 120 } },
      },
      title: {
        run: { size: size.title, bold: true, color: accent },
        paragraph: { spacing: { before: 1200, after: 480 } },
      },
      heading1: heading(size.heading1, 360, numbered ? { reference: 'clauses', level: 0 } : null),
      heading2: heading(size.heading2, 280, null),
      heading3: heading(size.heading3, 240, null),
      heading4: heading(size.heading3, 200, null),
      heading5: heading(size.heading3, 200, null),
      caption: {
        run: { bold: true, size: size.small, color: ink },
        paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
      },
      hyperlink: { run: { color: '0B5394', underline: { type: 'single' } } },
    },
    paragraphStyles: [...textStyles, ...clauseStyles, ...tableTextStyles, signatureWords, ...frameStyles],
    characterStyles: [
      ...markedStyles(),
      { id: placeholderStyle, name: 'Placeholder', run: { bold: true, shading: { type: 'clear', fill: 'FFF2CC' } } },
    ],
  };
}

function heading(points: number, before: number, numbering: { reference: string; level: number } | null) {
  return {
    run: { bold: true, size: points, color: accent, font },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before, after: 120 },
      ...(numbering === null ? {} : { numbering }),
    },
  };
}

const textStyles: readonly IParagraphStyleOptions[] = [
  { id: paragraphStyle.body, name: 'Body Text', basedOn: 'Normal', quickFormat: true },
  { id: paragraphStyle.intro, name: 'Intro Text', basedOn: paragraphStyle.body, paragraph: { keepNext: true } },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    run: { size: size.subtitle, color: accent },
    paragraph: { spacing: { before: 480, after: 360 } },
  },
  { id: paragraphStyle.longTitle, name: 'Long Title', basedOn: 'Title', run: { size: size.longTitle } },
  {
    id: paragraphStyle.cover,
    name: 'Cover Text',
    basedOn: 'Normal',
    run: { size: 24 },
    paragraph: { spacing: { after: 160 } },
  },
  {
    id: paragraphStyle.notice,
    name: 'Notice',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { spacing: { before: 240, after: 160 } },
  },
  {
    id: paragraphStyle.lead,
    name: 'Lead Line',
    basedOn: 'Normal',
    run: { bold: true, size: size.heading1, color: accent },
    paragraph: { keepNext: true, spacing: { before: 360, after: 160 } },
  },
  {
    id: paragraphStyle.question,
    name: 'Question',
    basedOn: 'Normal',
    run: { italics: true },
    paragraph: {
      keepNext: true,
      indent: { left: 284 },
      border: { left: { style: 'single', size: 12, space: 8, color: accent } },
    },
  },
  {
    id: paragraphStyle.unnumbered,
    name: 'Unnumbered Heading',
    basedOn: 'Heading1',
    next: paragraphStyle.body,
    paragraph: { numbering: false, indent: { left: 0, firstLine: 0 }, outlineLevel: 0 },
  },
  {
    id: paragraphStyle.contentsHeading,
    name: 'Contents Heading',
    basedOn: 'Normal',
    run: { bold: true, size: size.heading1, color: accent },
    paragraph: { keepNext: true, spacing: { after: 200 } },
  },
  {
    id: paragraphStyle.listBullet,
    name: 'List Bullet',
    basedOn: 'Normal',
    paragraph: { numbering: { reference: 'bullets', level: 0 }, spacing: { after: 80 } },
  },
  { id: paragraphStyle.listNumber, name: 'List Number', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
  { id: paragraphStyle.listContinue, name: 'List Continue', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
];

const clauseStyles: readonly IParagraphStyleOptions[] = [
  ...paragraphStyle.clause.map((id, index) => ({
    id,
    name: `Clause ${index + 2}`,
    basedOn: 'Normal',
    paragraph: { numbering: { reference: 'clauses', level: index + 1 } },
  })),
  { id: paragraphStyle.definition, name: 'Definition', basedOn: 'Normal', paragraph: { indent: { left: 720 } } },
  {
    id: paragraphStyle.party,
    name: 'Party',
    basedOn: 'Normal',
    paragraph: { numbering: { reference: 'parties', level: 0 } },
  },
  {
    id: paragraphStyle.recital,
    name: 'Recital',
    basedOn: 'Normal',
    paragraph: { numbering: { reference: 'recitals', level: 0 } },
  },
  {
    id: paragraphStyle.schedule,
    name: 'Schedule Heading',
    basedOn: 'Heading1',
    next: paragraphStyle.body,
    paragraph: { numbering: { reference: 'schedules', level: 0 }, outlineLevel: 0 },
  },
];

const tableBase = {
  basedOn: 'Normal',
  run: { size: size.table },
  paragraph: { spacing: { before: 40, after: 40, line: line.table, lineRule: 'auto' } },
} as const;

const signatureWords: IParagraphStyleOptions = {
  id: paragraphStyle.signatureWords,
  name: 'Signature Words',
  basedOn: 'Normal',
  paragraph: { keepNext: true, keepLines: true, spacing: { before: 400, after: 200 } },
};

const tableTextStyles: readonly IParagraphStyleOptions[] = [
  { id: paragraphStyle.tableText, name: 'Table Text', ...tableBase },
  {
    id: paragraphStyle.tableRight,
    name: 'Table Text Right',
    basedOn: paragraphStyle.tableText,
    paragraph: { alignment: 'right' },
  },
  {
    id: paragraphStyle.tableCentre,
    name: 'Table Text Centre',
    basedOn: paragraphStyle.tableText,
    paragraph: { alignment: 'center' },
  },
  {
    id: paragraphStyle.tableHead,
    name: 'Table Head',
    basedOn: paragraphStyle.tableText,
    run: { bold: true },
    paragraph: { keepNext: true },
  },
  { id: paragraphStyle.tableTotal, name: 'Table Total', basedOn: paragraphStyle.tableText, run: { bold: true } },
  {
    id: paragraphStyle.tableTotalRight,
    name: 'Table Total Right',
    basedOn: paragraphStyle.tableTotal,
    paragraph: { alignment: 'right' },
  },
  {
    id: paragraphStyle.tableTotalCentre,
    name: 'Table Total Centre',
    basedOn: paragraphStyle.tableTotal,
    paragraph: { alignment: 'center' },
  },
  {
    id: paragraphStyle.tableEnd,
    name: 'Table End',
    basedOn: 'Normal',
    run: { size: 12 },
    paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
  },
  {
    id: paragraphStyle.tableHeadRight,
    name: 'Table Head Right',
    basedOn: paragraphStyle.tableHead,
    paragraph: { alignment: 'right' },
  },
  {
    id: paragraphStyle.tableHeadCentre,
    name: 'Table Head Centre',
    basedOn: paragraphStyle.tableHead,
    paragraph: { alignment: 'center' },
  },
];

const contentsEntry = { basedOn: 'Normal', paragraph: { spacing: { after: 60 } } };

const frameStyles: readonly IParagraphStyleOptions[] = [
  {
    id: paragraphStyle.header,
    name: 'header',
    basedOn: 'Normal',
    run: { size: size.small },
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: paragraphStyle.footer,
    name: 'footer',
    basedOn: 'Normal',
    run: { size: size.small },
    paragraph: { spacing: { after: 0 }, rightTabStop: textWidth('portrait') },
  },
  {
    id: paragraphStyle.footerLandscape,
    name: 'Footer Landscape',
    basedOn: 'Normal',
    run: { size: size.small },
    paragraph: { spacing: { after: 0 }, rightTabStop: textWidth('landscape') },
  },
  { id: 'TOC1', name: 'toc 1', ...contentsEntry },
  { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { indent: { left: 284 }, spacing: { after: 60 } } },
];

/** A style for each set of marks, so that a word in bold carries a style and not formatting of its own. */
function markedStyles() {
  const yesNo = [false, true];
  const scripts: readonly Script[] = [null, 'superscript', 'subscript'];
  return yesNo.flatMap((bold) =>
    yesNo.flatMap((italic) =>
      yesNo.flatMap((underline) =>
        scripts.flatMap((script) => {
          const id = markedStyle({ bold, italic, underline, script });
          if (id === null) return [];
          const name = id.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
          const underlined = underline ? { underline: { type: 'single' as const } } : {};
          return [{ id, name, run: { bold, italics: italic, ...underlined, ...scriptOf(script) } }];
        }),
      ),
    ),
  );
}

/** How a run of text stands above or below the line. */
export function scriptOf(script: Script): { readonly superScript?: true; readonly subScript?: true } {
  return script === null ? {} : script === 'superscript' ? { superScript: true } : { subScript: true };
}
