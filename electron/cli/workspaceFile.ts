import type { FailureReason } from '../../shared/host/failed.ts';
import { type Result, err, ok } from '../../shared/domain/basics/result.ts';
import { workspaceLimits } from '../../shared/workspace/limits.ts';
import { type ReadWorkspace, readWorkspace } from '../../shared/workspace/readWorkspace.ts';
import { type RefusalSentence, refusalSentence } from '../../shared/workspace/refusal.ts';
import { readWholeFile } from '../files/wholeFile.ts';

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

export async function readWorkspaceFile(file: string): Promise<Result<ReadWorkspace, NoWorkspace>> {
  const opened = await readWholeFile(file, workspaceLimits.unpackedBytes);
  if (opened.kind !== 'opened') {
    const reason = opened.kind === 'failed' ? opened.reason : 'other';
    const next = 'Check the path and the rights to it.';
    return err({ kind: reason, what: unreadable[reason], safe: 'Nothing was changed.', next });
  }
  const read = await readWorkspace(opened.bytes);
  return read.ok ? ok(read.value) : err({ ...read.error, ...refusalSentence(read.error) });
}

/** `FILE: what happened. What is safe. What to do next.` */
export function explain(file: string, { what, safe, next }: NoWorkspace): string {
  return `${file}: ${what} ${safe} ${next}\n`;
}
