import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { documentStyles } from '../../../shared/word/styles.ts';

const mostColumns = 10;

/** A template for docxtemplater that shows headings, paragraphs and tables of up to ten columns, whatever comes. */
export async function template(): Promise<Uint8Array> {
  const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
  const children = [
    new Paragraph('{#blocks}'),
    ...levels.flatMap((heading, index) => loop(`h${index + 1}`, new Paragraph({ heading, text: '{text}' }))),
    ...loop('p', new Paragraph('{text}')),
    ...Array.from({ length: mostColumns }, (_, index) => index + 1).flatMap((columns) =>
      loop(`t${columns}`, tableOf(columns)),
    ),
    new Paragraph('{/blocks}'),
  ];
  const document = new Document({ styles: documentStyles(false), sections: [{ children }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function loop(tag: string, child: Paragraph | Table): readonly (Paragraph | Table)[] {
  return [new Paragraph(`{#${tag}}`), child, new Paragraph(`{/${tag}}`)];
}

function tableOf(columns: number): Table {
  const row = (textOf: (column: number) => string) =>
    new TableRow({
      children: Array.from(
        { length: columns },
        (_, column) => new TableCell({ children: [new Paragraph(textOf(column))] }),
      ),
    });
  const rows = row((column) => {
    const start = column === 0 ? '{#rows}' : '';
    return `${start}{c${column}}${column === columns - 1 ? '{/rows}' : ''}`;
  });
  return new Table({ rows: [row((column) => `{h${column}}`), rows] });
}
