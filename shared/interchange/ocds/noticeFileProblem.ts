import { unreachable } from '../../domain/basics/result.ts';

/** Why a file of notices is refused as a whole. Lines, columns and bytes count from 1. */
export type NoticeFileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'otherFormat'; readonly format: 'web page' | 'PDF' | 'zip archive' | 'gzip archive' }
  | { readonly kind: 'encoding'; readonly encoding: string }
  | { readonly kind: 'truncated'; readonly line: number; readonly column: number }
  | {
      readonly kind: 'json';
      readonly line: number;
      readonly column: number;
      /** What JSON would have there. */
      readonly expected: string;
      /** What stands there. */
      readonly found: string;
    }
  | { readonly kind: 'notOcds'; readonly keys: readonly string[] }
  | { readonly kind: 'noReleases' };

/** What happened, and what to do next. */
export function noticeFileProblemSentence(problem: NoticeFileProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'This file is empty. Download it again.';
    case 'blank':
      return 'This file holds nothing but blanks. Download it again.';
    case 'tooLarge':
      return `This file has ${megabytes(problem.bytes)} MB; Muster reads up to ${megabytes(problem.limit)} MB at once. Ask the service for fewer notices a file.`;
    case 'otherFormat':
      return `This is a ${problem.format}, not JSON. ${otherFormatAdvice[problem.format]}`;
    case 'encoding':
      return `This file is not text in ${problem.encoding}, as it begins to be. Download it again.`;
    case 'truncated':
      return `This file breaks off at line ${problem.line}, column ${problem.column}: its end is missing. Download it again.`;
    case 'json':
      return `This is not JSON: at line ${problem.line}, column ${problem.column} ${problem.expected} should stand, not ${problem.found}. Download it again, and do not edit it on the way.`;
    case 'notOcds':
      return `This is JSON, but holds no notices in the Open Contracting form${having(problem.keys)}. Look for “OCDS” where you download it.`;
    case 'noReleases':
      return 'This file is a list of notices, and the list is empty.';
    default:
      return unreachable(problem);
  }
}

const otherFormatAdvice = {
  'web page': 'On the page of the notice choose the OCDS record, and save that.',
  PDF: 'Look for the JSON or “OCDS” download beside it.',
  'zip archive': 'Unpack it first, then choose the JSON file inside.',
  'gzip archive': 'Unpack it first, then choose the JSON file inside.',
} as const;

function having(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` (it has ${keys.join(', ')})`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
