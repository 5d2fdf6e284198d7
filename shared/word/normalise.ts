import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { LocalDate } from '../domain/time/localDate.ts';

/**
 * Takes out of a packed file what differs from one run to the next, so that the same document gives the same bytes: times,
 * ids that count on through a process, random relationship ids. Mends two faults of the writer on the way: a note's
 * separator that holds a reference mark, and entries of the contents whose tabs move with the length of the number.
 */
export function normalise(packed: Uint8Array, date: LocalDate): Uint8Array {
  const parts = unzipSync(packed);
  const text = (path: string) => {
    const part = parts[path];
    return part === undefined ? null : strFromU8(part);
  };
  const write = (path: string, change: (xml: string) => string) => {
    const xml = text(path);
    if (xml !== null) parts[path] = strToU8(change(xml));
  };
  const linkIds = stableLinkIds(text('word/_rels/document.xml.rels') ?? '', text('word/document.xml') ?? '');
  const relink = (xml: string) => xml.replaceAll(/(?<=\b(?:r:id|Id)=")[^"]+/g, (id) => linkIds.get(id) ?? id);
  write('word/_rels/document.xml.rels', (xml) => sortedRelationships(relink(xml)));
  write('word/document.xml', (xml) => alignedContents(numberedBookmarks(relink(xml))));
  for (const [place, path] of Object.keys(parts)
    .filter((name) => name.startsWith('word/header'))
    .entries()) {
    write(path, (xml) => xml.replaceAll(/PowerPlusWaterMarkObject[^"]+/g, `PowerPlusWaterMarkObject${place + 1}`));
  }
  write('docProps/core.xml', (xml) => xml.replaceAll(/(?<=W3CDTF">)[^<]+/g, `${date}T00:00:00Z`));
  write('word/footnotes.xml', withoutReferenceMarks);
  write('word/endnotes.xml', withoutReferenceMarks);
  // The earliest moment a zip can hold, on the local clock, which is what `fflate` writes: the same in every zone.
  return zipSync(ordered(parts), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Relationships of hyperlinks have random ids; they are numbered in the order in which the text uses them. */
function stableLinkIds(relationships: string, body: string): ReadonlyMap<string, string> {
  const random = new Set(
    [...relationships.matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id ?? '').filter((id) => !/^rId\d+$/.test(id)),
  );
  const used = new Set(
    [...body.matchAll(/\br:id="([^"]+)"/g)].map(([, id]) => id ?? '').filter((id) => random.has(id)),
  );
  return new Map([...used].map((id, index) => [id, `rIdLink${index + 1}`]));
}

function sortedRelationships(xml: string): string {
  const each = xml.match(/<Relationship [^>]*\/>/g) ?? [];
  const [start = ''] = xml.split('<Relationship ', 1);
  return `${start}${each.toSorted().join('')}</Relationships>`;
}

/** Bookmark ids, and the names made from them for the contents, in the order of the text. */
function numberedBookmarks(xml: string): string {
  const ids = new Map<string, string>();
  const contents = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<w:bookmarkStart [^>]*>/g)) {
    const id = /w:id="(\d+)"/.exec(tag)?.[1];
    const name = /w:name="(_Toc\d+)"/.exec(tag)?.[1];
    if (id !== undefined) ids.set(id, String(ids.size + 1));
    if (name !== undefined) contents.set(name, `_Toc${contents.size + 1}`);
  }
  return xml
    .replaceAll(/<w:bookmark(?:Start|End) [^>]*>/g, (tag) =>
      tag.replace(/(?<=w:id=")\d+/, (id) => ids.get(id) ?? id).replace(/_Toc\d+/, (name) => contents.get(name) ?? name),
    )
    .replaceAll(/(?<=w:anchor="|PAGEREF )_Toc\d+/g, (name) => contents.get(name) ?? name);
}

/** The narrowest place for the text of an entry, so that entries under 9 and 10 begin at the same place. */
const entryStart = 720;

function alignedContents(xml: string): string {
  return xml.replaceAll(/(?<=<w:pStyle w:val="TOC\d"\/><w:tabs><w:tab w:val="left" w:pos=")\d+/g, (position) =>
    String(Math.max(Number(position), entryStart)),
  );
}

/** A separator is a line; with the mark of a note in it Word calls the file damaged. */
function withoutReferenceMarks(xml: string): string {
  return xml.replaceAll(/<w:r>(?:(?!<\/w:r>).)*<w:(?:footnote|endnote)Ref\/><\/w:r>/g, '');
}

/** Parts in the order of their names, after the list of types that a reader wants first. */
function ordered(parts: Zippable): Zippable {
  const types = '[Content_Types].xml';
  const others = Object.keys(parts).filter((path) => path !== types);
  return Object.fromEntries(
    [types, ...others.toSorted()].flatMap((path) => {
      const part = parts[path];
      return part === undefined ? [] : [[path, part]];
    }),
  );
}
