import { err, ok, type Result } from '../basics/result.ts';
import { type Share, splitPence, totalOf, wholeLot } from './shares.ts';

/** Why a percentage could not be understood as a share. */
export type ShareTextProblem = 'notAPercentage' | 'tooPrecise' | 'tooLarge' | 'negative';

/** A share as people type it (`33.33`, `33.33%`, `50 %`) in basis points; nothing typed is no share, 0. */
export function parseShare(typed: string): Result<number, ShareTextProblem> {
  const text = typed.normalize('NFKC').replaceAll('\u2212', '-').replace(/%\s*$/, '').trim();
  if (text === '') return ok(0);
  const parts = /^(?<sign>-?)(?<whole>\d{1,9})(?:\.(?<decimals>\d*))?$/.exec(text)?.groups;
  if (!parts) return err('notAPercentage');
  const decimals = (parts['decimals'] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return err('tooPrecise');
  const basisPoints = Number((parts['whole'] ?? '') + decimals.padEnd(2, '0'));
  if (parts['sign'] === '-' && basisPoints > 0) return err('negative');
  return basisPoints > wholeLot ? err('tooLarge') : ok(basisPoints);
}

/** What to tell a person whose percentage was not understood. */
export function shareTextProblemSentence(problem: ShareTextProblem): string {
  return shareTextProblemSentences[problem];
}

const shareTextProblemSentences: Readonly<Record<ShareTextProblem, string>> = {
  notAPercentage: 'This is not a percentage. Type it like 30 or 33.33, with a full stop before the decimals.',
  tooPrecise: 'A share has at most two decimals. Type 33.33.',
  tooLarge: 'One member cannot have more than 100%.',
  negative: 'A share cannot be negative.',
};

/**
 * The shares of a lot with what is missing to the whole parted evenly, to a hundredth of a per cent, by largest remainder: among
 * those of `organisationIds` who have none, or among all of them where each has one. `null` where nothing is missing or
 * nobody is there.
 */
export function withRestSplit(shares: readonly Share[], organisationIds: readonly string[]): readonly Share[] | null {
  const rest = wholeLot - totalOf(shares);
  const held = new Map(shares.map(({ organisationId, basisPoints }) => [organisationId, basisPoints]));
  const without = organisationIds.filter((id) => !held.has(id));
  const takers = without.length > 0 ? without : organisationIds;
  if (rest <= 0 || takers.length === 0) return null;
  const parts = splitPence(
    rest,
    takers.map(() => 1),
  );
  for (const [at, id] of takers.entries()) held.set(id, (held.get(id) ?? 0) + (parts[at] ?? 0));
  return [...held].map(([organisationId, basisPoints]) => ({ organisationId, basisPoints }));
}
