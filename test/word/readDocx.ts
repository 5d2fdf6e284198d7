import { strFromU8, unzipSync } from 'fflate';

/** A Word file as its parts, read with nothing of what wrote it. */
export function readDocx(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** Paragraphs with their style and their words. */
export function paragraphsOf(xml: string): readonly { readonly style: string; readonly text: string }[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? '',
    text: [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br)\/>/g)]
      .map(([, text, br]) => (br === undefined ? (text ?? '') : '\n'))
      .join(''),
  }));
}

/** All values of an attribute, in the order of the text. */
export function values(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map(([, value]) => value ?? '');
}
