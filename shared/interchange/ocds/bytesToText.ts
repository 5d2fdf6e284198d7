import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { NoticeFileProblem } from './noticeFileProblem.ts';

export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** What there is to say of the encoding, `null` where nothing. */
  readonly doubt: string | null;
}

/** Larger files would pass the longest string that an engine can hold. */
export const largestNoticeFile = 256_000_000;

const labels = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
} as const satisfies Partial<Record<Encoding, string>>;

/**
 * The text of a JSON file. JSON is UTF-8 (RFC 8259 §8.1), but files pass through programs that save UTF-16, or Windows-1252: told
 * apart by the byte order mark, by the zeros beside the first character, and by bytes that UTF-8 cannot hold.
 */
export function bytesToText(bytes: Uint8Array): Result<DecodedText, NoticeFileProblem> {
  if (bytes.length === 0) return err({ kind: 'empty' });
  if (bytes.length > largestNoticeFile) return err({ kind: 'tooLarge', bytes: bytes.length, limit: largestNoticeFile });
  if (isBlank(bytes)) return err({ kind: 'blank' });
  const format = otherFormat(bytes);
  if (format !== null) return err({ kind: 'otherFormat', format });

  const encoding = encodingOf(bytes);
  if (encoding === null) return err({ kind: 'encoding', encoding: 'UTF-8 or UTF-16' });
  const decoded = decode(bytes, labels[encoding]);
  if (decoded !== null) return ok({ text: decoded, encoding, doubt: null });
  if (encoding !== 'UTF-8') return err({ kind: 'encoding', encoding });
  const doubt =
    'This file is not UTF-8, as JSON must be. It was read as Windows-1252: look at accents, dashes and pound signs.';
  return ok({ text: decodeWindows1252(bytes), encoding: 'Windows-1252', doubt });
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): keyof typeof labels | null {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : 'UTF-16 LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
  if (first === 0) return second === 0 ? null : 'UTF-16 BE';
  if (second === 0) return third === 0 ? null : 'UTF-16 LE';
  return 'UTF-8';
}

/** White space and byte order marks, in one-byte and two-byte encodings. */
const blanks = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]) blanks[byte] = 1;

/** A plain loop: files of blanks have been tens of megabytes long. */
function isBlank(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if (blanks[bytes[index] ?? 0] === 0) return false;
  }
  return true;
}

/** What 0x80 to 0x9F stand for; the five that stand for nothing stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node before 23 takes this encoding for ISO 8859-1, in which these are control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replaceAll(/[\u0080-\u009F]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);
}

function otherFormat(bytes: Uint8Array): Extract<NoticeFileProblem, { kind: 'otherFormat' }>['format'] | null {
  const start = String.fromCharCode(...bytes.subarray(0, 200)).replaceAll(/[\0\s\u00EF\u00BB\u00BF\u00FE\u00FF]/g, '');
  if (start.startsWith('<')) return 'web page';
  if (start.startsWith('%PDF')) return 'PDF';
  if (start.startsWith('PK\u0003\u0004')) return 'zip archive';
  return start.startsWith('\u001F\u008B') ? 'gzip archive' : null;
}
