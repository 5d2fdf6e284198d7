import { unreachable } from '../domain/basics/result.ts';

/**
 * Why a workspace file is not opened. Line numbers count from 1; `path` is a name inside the zip; `field` is the way to
 * a value inside a row, such as `insurances.2.limit`, or empty for the row itself.
 */
export type WorkspaceRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'notZip' }
  | { readonly kind: 'truncated' }
  /** A zip with a password of its own, which is not how Muster protects a file. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'passphraseNeeded' }
  /** Or the salt or the wrapped key is damaged, which cannot be told from it. */
  | { readonly kind: 'wrongPassphrase' }
  | { readonly kind: 'unsupportedProtection'; readonly feature: UnsupportedProtection }
  /** What protects the file is cut short or changed; nothing inside it is believed. */
  | { readonly kind: 'protectionBroken' }
  | { readonly kind: 'unsupportedZip'; readonly feature: string }
  /** The bytes of one file inside do not unpack to the size and checksum that the zip gives for it. */
  | { readonly kind: 'damaged'; readonly path: string }
  | { readonly kind: 'tooLarge'; readonly reason: 'unpackedBytes' | 'ratio' | 'entries' }
  | { readonly kind: 'unsafeName'; readonly name: string }
  | { readonly kind: 'duplicateEntry'; readonly path: string }
  | { readonly kind: 'notWorkspace' }
  | { readonly kind: 'manifestUnreadable'; readonly field: string; readonly problem: string }
  | { readonly kind: 'newerFormat' | 'newerSchema'; readonly found: number; readonly known: number }
  | { readonly kind: 'missingEntry'; readonly path: string }
  | { readonly kind: 'unlistedEntry'; readonly path: string }
  | { readonly kind: 'wrongHash'; readonly path: string }
  | { readonly kind: 'wrongCount'; readonly table: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'invalidText' | 'invalidJson'; readonly path: string; readonly line: number }
  | {
      readonly kind: 'brokenRow';
      readonly table: string;
      readonly line: number;
      readonly row: NamedRow;
      readonly field: string;
      readonly problem: string;
    }
  | { readonly kind: 'duplicateId'; readonly table: string; readonly line: number; readonly id: string }
  | { readonly kind: 'brokenHistory'; readonly line: number; readonly problem: string }
  /** A row hangs from another (a bid from its tender) that is not there. */
  | {
      readonly kind: 'brokenReference';
      readonly table: string;
      readonly line: number;
      readonly row: NamedRow;
      readonly field: string;
      readonly id: string;
    }
  /** A snapshot, whose attachments lie beside it, opened without them. */
  | { readonly kind: 'attachmentsApart' }
  | {
      readonly kind: 'missingAttachment';
      readonly table: string;
      readonly line: number;
      readonly row: NamedRow;
      readonly field: string;
      readonly sha256: string;
    };

/** Which row it is, as far as the row says so itself: its id, and the name, title or label that a person knows it by. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** Who a row says it is, whatever else is wrong with it. */
export function namedRow(row: unknown): NamedRow {
  if (typeof row !== 'object' || row === null) return { id: '', name: '' };
  const texts = new Map(Object.entries(row).filter((field): field is [string, string] => typeof field[1] === 'string'));
  const name = texts.get('name') ?? texts.get('title') ?? texts.get('label') ?? '';
  return { id: texts.get('id') ?? '', name: name.slice(0, longestName) };
}

const longestName = 200;

/** What an age file may ask for that Muster does not do. */
export type UnsupportedProtection = 'recipientKey' | 'workFactor' | 'version' | 'longText';

/** A refusal in words: what happened, what is safe, and what to do next. */
export interface RefusalSentence {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

export function refusalSentence(refusal: WorkspaceRefusal): RefusalSentence {
  return { what: whatHappened(refusal), safe: 'Nothing was changed.', next: whatNext(refusal) };
}

function whatHappened(refusal: WorkspaceRefusal): string {
  switch (refusal.kind) {
    case 'empty':
      return 'This file is empty.';
    case 'notZip':
    case 'notWorkspace':
      return 'This is not a Muster workspace.';
    case 'truncated':
      return 'This workspace file is incomplete: its end is missing or damaged.';
    case 'encrypted':
      return 'This file is protected by a password.';
    case 'passphraseNeeded':
      return 'This workspace file is protected with a passphrase.';
    case 'wrongPassphrase':
      return 'This passphrase does not open the file.';
    case 'unsupportedProtection':
      return protectedOtherwise(refusal.feature);
    case 'protectionBroken':
      return 'This protected workspace file is incomplete or damaged.';
    case 'unsupportedZip':
      return `This file is packed in a way that Muster does not read (${refusal.feature}).`;
    case 'damaged':
      return `This workspace file is damaged: “${refusal.path}” inside it cannot be unpacked.`;
    case 'tooLarge':
      return tooLarge(refusal.reason);
    case 'unsafeName':
      return `This file holds a file name that is not safe: “${refusal.name}”.`;
    case 'duplicateEntry':
      return `This workspace file holds “${refusal.path}” twice.`;
    case 'manifestUnreadable':
      return `This workspace file does not say properly what it holds${at(refusal.field)}. ${refusal.problem}.`;
    case 'newerFormat':
    case 'newerSchema':
      return 'This workspace was saved by a newer Muster than this one.';
    case 'missingEntry':
      return `This workspace file is incomplete: “${refusal.path}” is missing inside it.`;
    case 'unlistedEntry':
      return `This workspace file holds something that does not belong to it: “${refusal.path}”.`;
    case 'wrongHash':
      return `“${refusal.path}” inside this workspace file was changed after Muster saved it.`;
    case 'wrongCount':
      return `This workspace file should hold ${refusal.expected} rows of ${refusal.table}; it holds ${refusal.found}.`;
    case 'invalidText':
      return `Line ${refusal.line} of “${refusal.path}” inside this workspace file is not text.`;
    case 'invalidJson':
      return `Line ${refusal.line} of “${refusal.path}” inside this workspace file cannot be read.`;
    case 'brokenRow':
      return `${rowInWords(refusal)} in this workspace file is broken${at(refusal.field)}. ${refusal.problem}.`;
    case 'duplicateId':
      return `Row ${refusal.line} of ${refusal.table} in this workspace file has the same id as an earlier row.`;
    case 'brokenHistory':
      return `Entry ${refusal.line} of the history in this workspace file is broken. ${refusal.problem}.`;
    case 'brokenReference':
      return `${rowInWords(refusal)} in this workspace file names another${at(refusal.field)} that the file does not hold.`;
    case 'attachmentsApart':
      return 'This is a backup whose attached files lie beside it, in the folder “attachments”.';
    case 'missingAttachment':
      return `${rowInWords(refusal)} names an attached file${at(refusal.field)} that this workspace file does not hold.`;
    default:
      return unreachable(refusal);
  }
}

/** `Row 3 of bids (“Kestrel Row Partnership”, id 0190a000)`. */
function rowInWords({ table, line, row }: { readonly table: string; readonly line: number; readonly row: NamedRow }) {
  const known = [row.name === '' ? '' : `“${row.name}”`, row.id === '' ? '' : `id ${row.id}`].filter(Boolean);
  return `Row ${line} of ${table}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
}

function tooLarge(reason: 'unpackedBytes' | 'ratio' | 'entries'): string {
  switch (reason) {
    case 'unpackedBytes':
      return 'This file would unpack to more than Muster can hold.';
    case 'ratio':
      return 'This file would unpack to far more than its size allows, as files made to do harm are.';
    case 'entries':
      return 'This file holds more files than a workspace can.';
    default:
      return unreachable(reason);
  }
}

function protectedOtherwise(feature: UnsupportedProtection): string {
  switch (feature) {
    case 'recipientKey':
      return 'This file is protected for the owner of a key (age), not with a passphrase.';
    case 'workFactor':
      return 'This file asks for far more time and memory to open than any passphrase needs, as files made to do harm do.';
    case 'version':
      return 'This file is protected in a newer form of age than Muster reads.';
    case 'longText':
      return 'This protected file has the form of text, and is too long for Muster to read in that form.';
    default:
      return unreachable(feature);
  }
}

function whatNext(refusal: WorkspaceRefusal): string {
  switch (refusal.kind) {
    case 'notZip':
    case 'notWorkspace':
      return 'Choose a file whose name ends in .muster.';
    case 'newerFormat':
    case 'newerSchema':
      return 'Install the newest Muster, then open it again.';
    case 'encrypted':
      return 'Unpack it with its password first, then open the .muster file inside.';
    case 'passphraseNeeded':
      return 'Open it with its passphrase.';
    case 'wrongPassphrase':
      return 'Check capital letters and the keyboard layout, then try again.';
    case 'unsupportedProtection':
      return nextForProtection(refusal.feature);
    case 'unsupportedZip':
      return 'Ask for the file as Muster saved it, not packed again by another program.';
    case 'unsafeName':
    case 'tooLarge':
      return 'Do not unpack it with another program. Ask the person who sent it for a new copy.';
    case 'attachmentsApart':
      return 'In Settings, choose the folder it came from as the second folder. What can be brought back is then listed there.';
    case 'empty':
    case 'truncated':
    case 'damaged':
    case 'protectionBroken':
      return 'Copy or download it again, or open an earlier copy.';
    case 'duplicateEntry':
    case 'manifestUnreadable':
    case 'missingEntry':
    case 'unlistedEntry':
    case 'wrongHash':
    case 'wrongCount':
    case 'invalidText':
    case 'invalidJson':
    case 'brokenRow':
    case 'duplicateId':
    case 'brokenHistory':
    case 'brokenReference':
    case 'missingAttachment':
      return 'Open an earlier copy, or ask for the file as Muster saved it.';
    default:
      return unreachable(refusal);
  }
}

function nextForProtection(feature: UnsupportedProtection): string {
  switch (feature) {
    case 'recipientKey':
      return 'Open it with age and that key first, then open the .muster file that comes out.';
    case 'workFactor':
      return 'If you trust who sent it, open it with age first, then open the .muster file that comes out.';
    case 'version':
      return 'Install the newest Muster, or open it with age first.';
    case 'longText':
      return 'Open it with age first, then open the .muster file that comes out.';
    default:
      return unreachable(feature);
  }
}

function at(field: string): string {
  return field === '' ? '' : ` at ${field}`;
}
