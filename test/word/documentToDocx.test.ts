import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { draftBidDocument } from '../../shared/domain/bidDocument/draftBidDocument.ts';
import { plain, type DocumentData } from '../../shared/domain/document/document.ts';
import { numberBlocks } from '../../shared/domain/document/documentNumbers.ts';
import {
  richTextFromPlain,
  type RichBlock,
  type RichCell,
  type RichInline,
  type RichListItem,
} from '../../shared/domain/bid/richText.ts';
import { documentToDocx } from '../../shared/word/documentToDocx.ts';
import { drafted } from '../domain/agreementText.ts';
import { finished, made } from '../domain/bidDocuments.ts';
import { input } from '../domain/kestrelRow.ts';
import { paragraphsOf, readDocx, values } from './readDocx.ts';

const agreement = drafted(input).document;

function bidDocument(): DocumentData {
  return made('draft', input).document;
}

function withAnswer(text: string): DocumentData {
  return {
    ...agreement,
    sections: [
      { orientation: 'portrait', cover: false, blocks: [{ kind: 'rich', content: richTextFromPlain(text).content }] },
    ],
  };
}

function linkTo(href: string): RichInline {
  return { type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] };
}

/** What stands behind the text of each section's pages. */
async function watermarks(document: DocumentData): Promise<readonly (readonly string[])[]> {
  const parts = readDocx(await documentToDocx(document, { pageNumbers: false }));
  return Object.entries(parts)
    .filter(([path]) => /^word\/header\d+\.xml$/.test(path))
    .map(([, xml]) => values(xml, /<v:textpath [^>]*string="([^"]+)"/g));
}

describe('the agreement as a Word file', () => {
  let parts: Readonly<Record<string, string>> = {};
  let body = '';
  beforeAll(async () => {
    parts = readDocx(await documentToDocx(agreement, { pageNumbers: true }));
    body = parts['word/document.xml'] ?? '';
    // Laying out the pages takes seconds, and much longer on a machine that is busy.
  });

  it('numbers clauses by a list that names the styles, and by styles that name the list', () => {
    const styles = parts['word/styles.xml'] ?? '';
    const numbering = parts['word/numbering.xml'] ?? '';
    for (const style of ['Heading1', 'Clause2', 'Clause3', 'Clause4', 'ScheduleHeading', 'Party', 'Recital']) {
      expect(numbering).toContain(`<w:pStyle w:val="${style}"/>`);
      const [own = ''] = new RegExp(`<w:style [^>]*w:styleId="${style}".*?</w:style>`, 's').exec(styles) ?? [];
      expect(own).toContain('<w:numPr>');
    }
  });

  it('gives clause text no formatting of its own, only styles', () => {
    const outside = body.replaceAll(/<w:tbl>.*?<\/w:tbl>|<w:sdt>.*?<\/w:sdt>|<w:sectPr.*?<\/w:sectPr>/gs, '');
    expect(
      values(outside, /<w:rPr>(.*?)<\/w:rPr>/gs).filter((run) => !/^<w:rStyle w:val="[A-Za-z]+"\/>$/.test(run)),
    ).toEqual([]);
    expect(
      values(outside, /<w:pPr>(.*?)<\/w:pPr>/gs).filter(
        (one) => one !== '' && !/^<w:pStyle w:val="[A-Za-z0-9]+"\/>$/.test(one),
      ),
    ).toEqual([]);
  });

  it('refers to clauses by fields whose targets are there and whose numbers are already right', () => {
    const names = new Set(values(body, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g));
    const fields = [...body.matchAll(/<w:fldSimple w:instr="REF (\w+)[^"]*">.*?<w:t[^>]*>([^<]+)</gs)];
    const { references } = numberBlocks(agreement);
    expect(fields.length).toBeGreaterThan(40);
    for (const [, name = '', shown] of fields) {
      expect(names).toContain(name);
      expect(references.get(name.replace('_Ref_', ''))).toBe(shown);
    }
  });

  it('lists every clause and schedule with its page, without asking to update anything on opening', () => {
    const entries = paragraphsOf(body)
      .filter(({ style }) => style === 'TOC1')
      .map(({ text }) => text);
    expect(entries).toHaveLength(64);
    expect(entries[0]).toMatch(/^1\.Definitions and interpretation\d+$/);
    expect(entries.filter((entry) => !/\d$/.test(entry))).toEqual([]);
    expect(Object.values(parts).join('')).not.toMatch(/w:dirty="(?:true|1)"|<w:updateFields/);
  });

  it('has page X of Y and the draft warning at the foot, and says its title, language and date', () => {
    expect(parts['word/footer2.xml']).toContain('Draft, not legal advice');
    expect(parts['word/footer2.xml']).toMatch(/PAGE.*NUMPAGES/s);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"');
    expect(parts['docProps/core.xml']).toContain('<dc:title>Consortium agreement</dc:title>');
    expect(parts['docProps/core.xml']).toContain('>2027-01-28T00:00:00Z</dcterms:created>');
  });

  it('has tables with captions, widths that add up and header rows that repeat', () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      const width = Number(/<w:tblW [^>]*w:w="(\d+)"/.exec(table)?.[1]);
      const columns = values(table, /<w:gridCol w:w="(\d+)"/g).map(Number);
      expect(columns.reduce((sum, column) => sum + column, 0)).toBe(width);
      expect(table).toContain('<w:tblHeader/>');
    }
    expect(
      paragraphsOf(body)
        .filter(({ style }) => style === 'Caption')
        .map(({ text }) => text.slice(0, 8)),
    ).toEqual(['Table 1:', 'Table 2:', 'Table 3:', 'Table 4:', 'Table 5:', 'Table 6:']);
  });

  it('has separators of notes without the mark that makes Word call a file damaged', () => {
    expect(parts['word/footnotes.xml']).toContain('<w:separator/>');
    expect(parts['word/footnotes.xml']).not.toContain('footnoteRef/');
  });
});

it('gives the same bytes for the same document, however much was written before', async () => {
  const document = bidDocument();
  const first = await documentToDocx(document, { pageNumbers: false });
  await documentToDocx(withAnswer('something else'), { pageNumbers: false });
  const second = await documentToDocx(document, { pageNumbers: false });
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});

it('gives the same bytes in every time zone', async () => {
  const before = process.env['TZ'];
  const made = [];
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    process.env['TZ'] = zone;
    made.push(Buffer.from(await documentToDocx(withAnswer('text'), { pageNumbers: false })).toString('base64'));
  }
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  expect(made[0]).toBe(made[1]);
});

describe('the bid document as a Word file', () => {
  it('gives every place a bookmark of its own, though the ids of questions begin alike', async () => {
    const alike = input.bid.questions.map((question, at) => ({
      ...question,
      id: `01a19b7c-a680-7000-8000-00000000000${at}`,
    }));
    const drafted = draftBidDocument(
      { ...input, bid: { ...input.bid, questions: alike } },
      { kind: 'draft', number: 3 },
      '2027-02-10',
    );
    if (!drafted.ok) throw new Error('the test bid makes a document');
    const { 'word/document.xml': xml = '' } = readDocx(
      await documentToDocx(drafted.value.document, { pageNumbers: false }),
    );
    const names = values(xml, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
    expect(names.length).toBeGreaterThan(alike.length);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 40)).toEqual([]);
  });

  it('carries its number and date behind the text of every page of a draft, and of no page of a final version', async () => {
    const draft = bidDocument();
    expect(await watermarks(draft)).toEqual(draft.sections.map(() => ['Draft 3 of 10 February 2027']));
    expect(await watermarks(made('final', finished).document)).toEqual(draft.sections.map(() => []));
  });

  it('gives every entry of the contents its topic and its page', async () => {
    const { 'word/document.xml': xml = '' } = readDocx(await documentToDocx(bidDocument(), { pageNumbers: true }));
    const entries = paragraphsOf(xml).flatMap(({ style, text }) => (/^TOC\d$/.test(style) ? [text] : []));
    expect(entries).toContainEqual(
      expect.stringMatching(/^Question 1\.2: Describe how you will maintain quality across all parks\d+$/),
    );
    expect(entries.filter((entry) => !/\d$/.test(entry))).toEqual([]);
  }, 120_000);

  it('turns the page for the matrix, starts every numbered list at 1 and keeps heading levels without a gap', async () => {
    const parts = readDocx(await documentToDocx(bidDocument(), { pageNumbers: false }));
    const body = parts['word/document.xml'] ?? '';
    expect(values(body, /<w:pgSz ([^>]*)\/>/g).filter((size) => size.includes('landscape'))).toEqual([
      'w:w="16838" w:h="11906" w:orient="landscape"',
    ]);
    const levels = paragraphsOf(body).flatMap(({ style }) =>
      (/^Heading(\d)$/.exec(style)?.[1] ?? '').split('').map(Number),
    );
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const numbered = [...body.matchAll(/<w:pStyle w:val="ListNumber"\/><w:numPr>.*?<w:numId w:val="(\d+)"/gs)].map(
      ([, id]) => id,
    );
    expect(new Set(numbered).size).toBe(2);
    expect(parts['word/_rels/document.xml.rels']).toContain(
      'Target="https://kestrelrow.example/plan" TargetMode="External"',
    );
  });
});

const item = (...texts: readonly string[]): RichListItem => ({
  type: 'listItem',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const written = async (...content: readonly RichBlock[]) => {
  const sections = [{ orientation: 'portrait' as const, cover: false, blocks: [{ kind: 'rich' as const, content }] }];
  return readDocx(await documentToDocx({ ...agreement, sections }, { pageNumbers: false }));
};

const run = (text: string, type: 'superscript' | 'subscript'): RichInline => ({
  type: 'text',
  text,
  marks: [{ type }],
});

const cell = (text: string, type: RichCell['type'], attrs = {}): RichCell => ({
  type,
  attrs,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('what was pasted, as a Word file', () => {
  it('keeps the second paragraph of a bullet in its bullet, without a bullet of its own', async () => {
    const parts = await written({ type: 'bulletList', content: [item('one', 'still one'), item('two')] });
    const paragraphs = paragraphsOf(parts['word/document.xml'] ?? '').filter(({ text }) => /one|two/.test(text));
    expect(paragraphs.map(({ style }) => style)).toEqual(['ListBullet', 'ListContinue', 'ListBullet']);
    const [style = ''] =
      /<w:style [^>]*w:styleId="ListContinue".*?<\/w:style>/s.exec(parts['word/styles.xml'] ?? '') ?? [];
    expect(style).not.toContain('numPr');
  });

  it('begins a list where it began, and numbers it as it was', async () => {
    const parts = await written({ type: 'orderedList', attrs: { start: 3, type: 'i' }, content: [item('third')] });
    const [, id = ''] = /ListNumber"\/><w:numPr>.*?<w:numId w:val="(\d+)"/.exec(parts['word/document.xml'] ?? '') ?? [];
    const numbering = parts['word/numbering.xml'] ?? '';
    const [list = ''] = new RegExp(`<w:num w:numId="${id}".*?</w:num>`, 's').exec(numbering) ?? [];
    expect(list).toContain('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>');
    const [, form = ''] = /<w:abstractNumId w:val="(\d+)"/.exec(list) ?? [];
    const [definition = ''] =
      new RegExp(`<w:abstractNum w:abstractNumId="${form}".*?</w:lvl>`, 's').exec(numbering) ?? [];
    expect(definition).toContain('<w:start w:val="3"/><w:numFmt w:val="lowerRoman"/>');
  });

  it('sets numbers above and below the line by styles', async () => {
    const parts = await written({ type: 'paragraph', content: [run('3', 'superscript'), run('2', 'subscript')] });
    expect(values(parts['word/document.xml'] ?? '', /<w:rStyle w:val="(\w+script)"/g)).toEqual([
      'Superscript',
      'Subscript',
    ]);
    expect(parts['word/styles.xml']).toContain('<w:vertAlign w:val="superscript"/>');
  });

  it('writes a table with its head on every page, and its joined cells', async () => {
    const parts = await written({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('Lots', 'tableHeader', { colspan: 2 }), cell('Sum', 'tableHeader')] },
        {
          type: 'tableRow',
          content: [cell('North', 'tableCell', { rowspan: 2 }), cell('1', 'tableCell'), cell('2', 'tableCell')],
        },
        { type: 'tableRow', content: [cell('3', 'tableCell'), cell('4', 'tableCell')] },
      ],
    });
    const [table = ''] = /<w:tbl>.*<\/w:tbl>/s.exec(parts['word/document.xml'] ?? '') ?? [];
    expect(table).toContain('<w:tblHeader/>');
    expect(table).toContain('<w:gridSpan w:val="2"/>');
    expect(table).toContain('<w:vMerge w:val="restart"/>');
    const columns = values(table, /<w:gridCol w:w="(\d+)"/g).map(Number);
    expect(columns).toHaveLength(3);
    expect(columns.reduce((sum, column) => sum + column, 0)).toBe(Number(/<w:tblW [^>]*w:w="(\d+)"/.exec(table)?.[1]));
  });
});

describe('text that breaks other files', () => {
  it.each([
    { name: 'markup', text: '<w:p>&amp; "quotes" ]]></w:p>', shown: '<w:p>&amp; "quotes" ]]></w:p>' },
    { name: 'control characters', text: 'bell\u0007 null\u0000 escape\u001b end', shown: 'bell null escape end' },
    { name: 'half a character', text: 'lone \ud83d surrogate', shown: 'lone \ufffd surrogate' },
    { name: 'emoji', text: 'family 👩‍👩‍👧 flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿', shown: 'family 👩‍👩‍👧 flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿' },
    { name: 'right-to-left text', text: 'מכרז משותף', shown: 'מכרז משותף' },
    { name: 'a line and a tab', text: 'one\ttwo', shown: 'one two' },
    { name: 'template braces', text: '{{name}} ${x}', shown: '{{name}} ${x}' },
  ])('keeps $name as far as a Word file can hold it', async ({ text, shown }) => {
    const body = readDocx(await documentToDocx(withAnswer(text), { pageNumbers: false }))['word/document.xml'] ?? '';
    const written = paragraphsOf(body).find(({ style }) => style === 'BodyText')?.text ?? '';
    const decoded = written
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    expect(decoded).toBe(shown);
  });

  it('marks right-to-left text as such', async () => {
    const body =
      readDocx(await documentToDocx(withAnswer('מכרז משותף'), { pageNumbers: false }))['word/document.xml'] ?? '';
    expect(body).toContain('<w:bidi/>');
    expect(body).toContain('<w:rtl/>');
  });

  it('writes an answer of 10,000 words, and links only to the web and to mailboxes', async () => {
    const words = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(' ');
    const long = readDocx(await documentToDocx(withAnswer(words), { pageNumbers: false }))['word/document.xml'] ?? '';
    expect(paragraphsOf(long).map(({ text }) => text)).toContain(words);
    const links = ['https://a.example/', 'mailto:a@b.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'];
    const document: DocumentData = {
      ...agreement,
      sections: [
        {
          orientation: 'portrait',
          cover: false,
          blocks: [{ kind: 'rich', content: [{ type: 'paragraph', content: links.map(linkTo) }] }],
        },
      ],
    };
    const rels = readDocx(await documentToDocx(document, { pageNumbers: false }))['word/_rels/document.xml.rels'] ?? '';
    expect(values(rels, /Target="([^"]+)" TargetMode="External"/g)).toEqual([
      'https://a.example/',
      'mailto:a@b.example',
    ]);
  });

  it('never writes a field for a reference that leads nowhere', async () => {
    const document: DocumentData = {
      ...agreement,
      sections: [
        {
          orientation: 'portrait',
          cover: false,
          blocks: [
            { kind: 'paragraph', role: 'body', content: [...plain('see '), { kind: 'reference', key: 'gone' }] },
          ],
        },
      ],
    };
    const body = readDocx(await documentToDocx(document, { pageNumbers: false }))['word/document.xml'] ?? '';
    expect(body).not.toContain('REF ');
    expect(paragraphsOf(body).map(({ text }) => text)).toContain('see [?]');
  });
});

function hasPythonDocx(): boolean {
  try {
    execFileSync('/usr/bin/python3', ['-c', 'import docx'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasPythonDocx())('read by python-docx', () => {
  it('the agreement opens with its headings, tables and sections', async () => {
    const bytes = await documentToDocx(agreement, { pageNumbers: false });
    const script =
      'import docx,io,sys,json;d=docx.Document(io.BytesIO(sys.stdin.buffer.read()));' +
      'print(json.dumps([d.core_properties.title,len([p for p in d.paragraphs if p.style.name=="Heading 1"]),len(d.tables),len(d.sections)]))';
    const read: unknown = JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], { input: bytes }).toString());
    expect(read).toEqual(['Consortium agreement', 57, 6, 6]);
  });
});
