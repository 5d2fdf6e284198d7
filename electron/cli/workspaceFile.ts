import type { FailureReason } from '../../shared/host/failed.ts';
import { type Result, err, ok } from '../../shared/domain/basics/result.ts';
import { workspaceLimits } from '../../shared/workspace/limits.ts';
import { type ReadWorkspace, readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { type RefusalSentence, refusalSentence, type WorkspaceRefusal } from '../../shared/workspace/refusal.ts';
import { unprotect } from '../../shared/workspace/passphrase.ts';
import { isProtected } from '../../shared/workspace/protection.ts';
import { readWholeFile } from '../files/wholeFile.ts';
import type { Caller } from './command.ts';
import { passphraseFor } from './passphrase.ts';

/** Why there is no workspace to work on: `kind` for scripts, the sentence for people. */
export interface NoWorkspace extends RefusalSentence {
  readonly kind: string;
}

const unreadable: Readonly<Record<FailureReason, string>> = {
  notFound: 'There is no such file.',
  notAllowed: 'You may not read this file.',
  inUse: 'Another program holds this file.',
  tooLarge: 'This file is larger than a workspace can be.',
  diskFull: 'The disk is full.',
  refused: 'This file cannot be read.',
  other: 'This file cannot be read.',
};

/** Reads the workspace in the file that was named `name`; the passphrase of a protected one is in `passphraseFile`, or asked for. */
export async function readWorkspaceFile(
  name: string,
  passphraseFile: string | undefined,
  caller: Caller,
): Promise<Result<ReadWorkspace, NoWorkspace>> {
  const opened = await readWholeFile(caller.resolvePath(name), workspaceLimits.unpackedBytes);
  if (opened.kind !== 'opened') {
    const reason = opened.kind === 'failed' ? opened.reason : 'other';
    const next = 'Check the path and the rights to it.';
    return err({ kind: reason, what: unreadable[reason], safe: 'Nothing was changed.', next });
  }
  const plain = isProtected(opened.bytes) ? await unlock(name, opened.bytes, passphraseFile, caller) : ok(opened.bytes);
  if (!plain.ok) return plain;
  const read = await readWorkspace(plain.value);
  return read.ok ? ok(read.value) : err(refused(read.error));
}

async function unlock(
  name: string,
  bytes: Uint8Array,
  passphraseFile: string | undefined,
  caller: Caller,
): Promise<Result<Uint8Array, NoWorkspace>> {
  const passphrase = await passphraseFor(name, passphraseFile, caller);
  if (!passphrase.ok) return err({ ...refused({ kind: 'passphraseNeeded' }), next: passphrase.error });
  const unlocked = await unprotect(bytes, passphrase.value);
  return unlocked.ok ? unlocked : err(refused(unlocked.error));
}

function refused(refusal: WorkspaceRefusal): NoWorkspace {
  return { ...refusal, ...refusalSentence(refusal) };
}

/** `FILE: what happened. What is safe. What to do next.` */
export function explain(file: string, { what, safe, next }: NoWorkspace): string {
  return `${file}: ${what} ${safe} ${next}\n`;
}
