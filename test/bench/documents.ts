import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { readClauseLibrary } from '../../shared/domain/agreement/clauseLibrary.ts';
import { draftAgreement } from '../../shared/domain/agreement/draftAgreement.ts';
import type { Result } from '../../shared/domain/basics/result.ts';
import { draftBidDocument } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import type { DocumentData } from '../../shared/domain/document/document.ts';
import { bankHolidays } from '../domain/publishedFacts.ts';
import { longBidInput } from './longBid.ts';
import { type Finding, seriesOf } from './measure.ts';
import { type FlatBlock, flatDocument } from './writers/flatDocument.ts';
import { peakMemory } from './writers/peakMemory.ts';
import { template } from './writers/template.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const rounds = 5;
const madeOn = '2026-11-26';

/** What one run of one tool took; memory is unknown where the system does not tell. */
interface Run {
  readonly time: number;
  readonly kibibytes: number | null;
}

interface Tool {
  readonly name: string;
  readonly write: (content: string) => Promise<Run>;
}

/**
 * Both documents as Word files, the bid document of about sixty pages, each time in a process of its own: milliseconds from
 * the data to the bytes, and the most memory the process held. Beside them the same words through docxtemplater and
 * pandoc, which number no pages, link no clauses and lay nothing out. Pandoc's time is that of the whole process.
 */
export async function measureDocuments(): Promise<readonly Finding[]> {
  const work = path.join(here, '../../node_modules/.cache/bench');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await buildWriters(work);
  writeFileSync(path.join(work, 'template.docx'), await template());
  const pandoc = await pandocVersion();
  if (pandoc === null) console.log('pandoc is absent: its figures are left out.');
  else console.log(pandoc);

  const input = longBidInput();
  const documents = {
    Agreement: drafted(
      draftAgreement(input, { clauses: clauses(), holidays: bankHolidays }, { kind: 'draft', number: 1 }, madeOn),
    ),
    'Bid document of 60 pages': drafted(draftBidDocument(input, { kind: 'draft', number: 1 }, madeOn)),
  };
  const findings: Finding[] = [];
  for (const [what, document] of Object.entries(documents)) {
    const content = path.join(work, 'content');
    const blocks = flatDocument(document);
    writeFileSync(`${content}.json`, JSON.stringify(document));
    writeFileSync(`${content}.flat.json`, JSON.stringify(blocks));
    writeFileSync(`${content}.html`, html(document.title, blocks));
    const runs = new Map(toolsIn(work, pandoc !== null).map((tool) => [tool, [] as Run[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [{ write }, series] of runs) series.push(await write(content));
    }
    for (const [{ name }, series] of runs) findings.push(...figures(`${what}: ${name}`, series));
  }
  return findings;
}

function toolsIn(work: string, hasPandoc: boolean): readonly Tool[] {
  const out = path.join(work, 'out.docx');
  const node = (script: string, suffix: string, argument: string) => (content: string) =>
    inNode([path.join(work, script), `${content}${suffix}`, out, argument]);
  return [
    { name: 'Muster, contents with page numbers', write: node('withMuster.js', '.json', 'yes') },
    { name: 'Muster, contents without', write: node('withMuster.js', '.json', 'no') },
    { name: 'docxtemplater', write: node('withDocxtemplater.js', '.flat.json', path.join(work, 'template.docx')) },
    ...(hasPandoc
      ? [{ name: 'pandoc', write: (content: string) => watched('pandoc', ['--toc', '-o', out, `${content}.html`]) }]
      : []),
  ];
}

function figures(what: string, runs: readonly Run[]): readonly Finding[] {
  const time = seriesOf(runs.map((run) => run.time));
  const memory = seriesOf(runs.flatMap(({ kibibytes }) => (kibibytes === null ? [] : [kibibytes / 1024])));
  return [
    { what: `${what}, time`, unit: 'ms', measured: time, floor: null, figure: time.median, target: null },
    ...(memory.runs === 0
      ? []
      : ([
          { what: `${what}, memory`, unit: 'MiB', measured: memory, floor: null, figure: memory.median, target: null },
        ] as const)),
  ];
}

/** As one file each, so that no tool that reads TypeScript is in the time or the memory. */
async function buildWriters(outDir: string): Promise<void> {
  const input = ['withMuster', 'withDocxtemplater'].map((name) => path.join(here, 'writers', `${name}.ts`));
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: true, outDir, emptyOutDir: false, rollupOptions: { input } },
  });
  writeFileSync(path.join(outDir, 'package.json'), '{"type":"module"}\n');
}

async function inNode(args: readonly string[]): Promise<Run> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the writers print it
  return JSON.parse(stdout) as Run;
}

/** A program of which only the system can tell the memory: Linux counts the most it held. */
function watched(program: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(program, args, { stdio: 'ignore' });
    let kibibytes: number | null = null;
    const look = setInterval(() => (kibibytes = peakMemory(child.pid ?? 0) ?? kibibytes), 5);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ time: performance.now() - from, kibibytes });
      else reject(new Error(`${program} ended with exit code ${String(code)}.`));
    });
  });
}

export async function pandocVersion(): Promise<string | null> {
  return promisify(execFile)('pandoc', ['--version']).then(
    ({ stdout }) => stdout.split('\n', 1)[0] ?? null,
    () => null,
  );
}

function drafted(draft: Result<{ readonly document: DocumentData }, unknown>): DocumentData {
  if (!draft.ok) throw new Error('The long bid cannot be drafted.');
  return draft.value.document;
}

function clauses() {
  const file = new URL('../../resources/clauses/consortium-agreement.txt', import.meta.url);
  const read = readClauseLibrary(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

function html(title: string, blocks: readonly FlatBlock[]): string {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`;
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
    return `<table>${row(block.header, 'th')}${block.rows.map((cells) => row(cells, 'td')).join('')}</table>`;
  });
  return `<!doctype html><html lang="en-GB"><head><title>${escaped(title)}</title></head><body>\n${body.join('\n')}\n</body></html>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
