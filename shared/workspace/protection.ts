import { type Result, err, ok } from '../domain/basics/result.ts';
import type { UnsupportedProtection, WorkspaceRefusal } from './refusal.ts';

/*
 * A protected workspace file is an ordinary one inside an age file with a passphrase (age-encryption.org/v1, the scrypt
 * recipient; C2SP, "The age file encryption format"). This file looks at the outside alone; `passphrase.ts` opens it.
 */

const binaryStart = 'age-encryption.org/';
const textStart = '-----BEGIN AGE ENCRYPTED FILE-----';
/** Longer than the header of any passphrase file; what age allows in front of the text form is white space. */
const headLength = 1024;

/** Whether these bytes are an age file, of whatever version, as bytes or as text. */
export function isProtected(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return head.startsWith(binaryStart) || isText(head);
}

/** Whether an age file is in its text form ("armoured"), as it goes through a mail. */
export function isArmoured(bytes: Uint8Array): boolean {
  return isText(headOf(bytes));
}

/** What scrypt costs doubles with each step: 2^18, which age writes, takes 256 MiB and a second or more. */
export const workFactors = { written: 18, highest: 19 } as const;

/** The only header that a passphrase file can have: one scrypt stanza with salt, work factor and file key, and the MAC. */
const passphraseHeader =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]{0,8})\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/;

/**
 * Whether a passphrase could open an age file in its binary form, judged before any work is done: deriving the key costs
 * what the file says it costs, and a file made to do harm says it costs minutes and gigabytes.
 */
export function checkProtection(bytes: Uint8Array): Result<null, WorkspaceRefusal> {
  const head = headOf(bytes);
  const header = passphraseHeader.exec(head);
  if (header !== null) {
    return Number(header[1]) <= workFactors.highest ? ok(null) : err(unsupported('workFactor'));
  }
  if (!head.startsWith(`${binaryStart}v1\n`)) {
    return err(/^age-encryption\.org\/v\d+\n/.test(head) ? unsupported('version') : { kind: 'protectionBroken' });
  }
  const isForKeys = /^[^\n]*\n-> (?!scrypt )[!-~]+( [!-~]+)*\n/.test(head);
  return err(isForKeys ? unsupported('recipientKey') : { kind: 'protectionBroken' });
}

export function unsupported(feature: UnsupportedProtection): WorkspaceRefusal {
  return { kind: 'unsupportedProtection', feature };
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, headLength));
}

function isText(head: string): boolean {
  return head.trimStart().startsWith(textStart);
}
