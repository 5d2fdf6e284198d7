import {
  type PersonalDataKind,
  personalDataKinds,
  type RetentionRule,
} from '../../../../shared/domain/personalData/retention.ts';
import { ok } from '../../../../shared/domain/basics/result.ts';
import { type CommandOutcome, runCommand } from '../runCommand.ts';
import type { Store } from '../store.ts';

interface Period {
  readonly days: number | null;
  readonly reason: string;
}

/** Decides how long personal data of one kind is kept and why; without `days` there is no period any more. */
export function setRetention(
  store: Store,
  id: PersonalDataKind,
  change: (now: Period) => Period,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const [before = null] = await read('retentionRules', [id]);
    const { days, reason } = change({ days: before?.days ?? null, reason: before?.reason ?? '' });
    const row: RetentionRule | null = days === null ? null : { ...before, id, days, reason };
    const kind = personalDataKinds[id].toLowerCase();
    const label = days === null ? `${kind}: no retention period` : `${kind}: kept ${days} days`;
    const isSame = row?.days === before?.days && row?.reason === before?.reason;
    return ok({
      label: `Personal data of ${label}`,
      writes: isSame ? [] : [{ table: 'retentionRules' as const, id, row }],
    });
  });
}
