import type { Failed, FailureReason } from '../../../shared/host/failed.ts';

// The names browsers give to what went wrong (Web IDL, "DOMException names").
const reasons: Readonly<Record<string, FailureReason>> = {
  QuotaExceededError: 'diskFull',
  NotAllowedError: 'notAllowed',
  SecurityError: 'notAllowed',
  NotFoundError: 'notFound',
  NoModificationAllowedError: 'inUse',
  InvalidStateError: 'inUse',
  TypeError: 'refused',
};

export function failed(problem: unknown): Failed {
  if (!(problem instanceof Error)) return failure('other', String(problem));
  return failure(reasons[problem.name] ?? 'other', problem.message);
}

export function failure(reason: FailureReason, detail: string): Failed {
  return { kind: 'failed', reason, detail };
}

/** Whether what was looked for is not there. */
export function isNotFound(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'NotFoundError';
}

export function isAbort(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}
