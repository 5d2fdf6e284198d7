import { readFileSync, writeFileSync } from 'node:fs';
import type { DocumentData } from '../../../shared/domain/document/document.ts';
import { documentToDocx } from '../../../shared/word/documentToDocx.ts';
import { peakMemory } from './peakMemory.ts';

/** `withMuster DOCUMENT.json OUT.docx PAGENUMBERS`: one file in a process of its own, so that its peak memory is its own. */
const [file = '', out = '', pageNumbers] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the bench wrote it
const document = JSON.parse(readFileSync(file, 'utf8')) as DocumentData;
const from = performance.now();
const bytes = await documentToDocx(document, { pageNumbers: pageNumbers === 'yes' });
const time = performance.now() - from;
writeFileSync(out, bytes);
process.stdout.write(JSON.stringify({ time, kibibytes: peakMemory('self') }));
