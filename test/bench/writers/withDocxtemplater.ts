import { readFileSync, writeFileSync } from 'node:fs';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { FlatBlock } from './flatDocument.ts';
import { peakMemory } from './peakMemory.ts';

/** `withDocxtemplater BLOCKS.json OUT.docx TEMPLATE.docx`: the same words through a template. */
const [file = '', out = '', template = ''] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bench wrote it
const blocks = JSON.parse(readFileSync(file, 'utf8')) as readonly FlatBlock[];
const bytes = readFileSync(template);
const from = performance.now();
const filled = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true });
filled.render({ blocks: blocks.map(tagged) });
const written = filled.toBuffer({ compression: 'DEFLATE' });
const time = performance.now() - from;
writeFileSync(out, written);
process.stdout.write(JSON.stringify({ time, kibibytes: peakMemory('self') }));

/** As the template names it: `h1`, `p`, or `t6` for a table of six columns. */
function tagged(block: FlatBlock): Readonly<Record<string, unknown>> {
  if (block.kind === 'heading') return { [`h${block.level}`]: { text: block.text } };
  if (block.kind === 'paragraph') return { p: { text: block.text } };
  return {
    [`t${block.header.length}`]: { ...cells(block.header, 'h'), rows: block.rows.map((row) => cells(row, 'c')) },
  };
}

function cells(texts: readonly string[], prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text, column) => [`${prefix}${column}`, text]));
}
