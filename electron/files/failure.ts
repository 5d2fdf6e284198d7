import { getSystemErrorMap } from 'node:util';
import type { Failed, FailureReason } from '../../shared/host/failed.ts';

const reasons: Readonly<Record<string, FailureReason>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EBUSY: 'inUse',
  ETXTBSY: 'inUse',
  EFBIG: 'tooLarge',
};

/**
 * That a link lies where Muster's own files belong. Somebody else put it there, for instance on a shared stick, so that what Muster
 * writes would replace a file elsewhere. A person may save over a link; what Muster chooses by itself never follows one.
 */
export class LinkInTheWay extends Error {
  constructor(place: string) {
    super(`A link lies where "${place}" belongs. Nothing was read or written. Take the link away, then try again.`);
  }
}

/** A system error as a value. The system's message is looked up anew, because the error's own one names a path. */
export function failureOf(problem: unknown): Failed {
  if (problem instanceof LinkInTheWay) return failure('refused', problem.message);
  const { code, errno } = systemError(problem);
  const words = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return failure(reasons[code] ?? 'other', words === undefined ? code : `${words} (${code})`);
}

export function failure(reason: FailureReason, detail: string): Failed {
  return { kind: 'failed', reason, detail };
}

export function isCode(problem: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(systemError(problem).code);
}

function systemError(problem: unknown): { readonly code: string; readonly errno: number | undefined } {
  if (!(problem instanceof Error)) return { code: 'unknown', errno: undefined };
  const { code = problem.name, errno }: NodeJS.ErrnoException = problem;
  return { code, errno };
}
