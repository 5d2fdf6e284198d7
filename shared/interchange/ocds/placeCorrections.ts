import type { StatedDate } from '../../domain/tender/amendment.ts';
import { type Deadline, type DeadlineKind, deadlineKinds, type Due } from '../../domain/tender/deadline.ts';
import { dayOf } from '../../domain/time/countdown.ts';
import type { Lot, NotUnderstood } from '../../domain/tender/tender.ts';
import type { Correction } from './mapCorrections.ts';

/** A corrected date, and the deadline that it moves or begins. */
type Placed = Pick<StatedDate, 'kind' | 'label' | 'lotId'> & { readonly due: Due; readonly original: string };

/** Kinds that a correction may begin where no such deadline is known; the dates of a contract belong to its lots as well. */
const canBegin = new Set<DeadlineKind | null>([
  'submission',
  'participation',
  'questions',
  'opening',
  'invitation',
  'validityEnd',
  'standstillEnd',
]);

/**
 * Finds the deadline that each correction is of: the one that had the old date, or else the only one of the kind that section or
 * label name. What fits none, or several, is for a person to look at.
 */
export function placeCorrections(
  corrections: readonly Correction[],
  deadlines: readonly Deadline[],
  lots: readonly Lot[],
): { readonly placed: readonly Placed[]; readonly notUnderstood: readonly NotUnderstood[] } {
  const placed: Placed[] = [];
  const notUnderstood: NotUnderstood[] = [];
  for (const correction of corrections) {
    const { path, words, kind, to, original } = correction;
    const lotId = lots.find(({ number }) => number === correction.lotNumber)?.id ?? null;
    const found = to === null ? null : find(correction, lotId, deadlines);
    if (found !== null && to !== null) {
      placed.push({ ...found, due: to, original });
      if (!hadOldDate(correction, found, deadlines)) {
        notUnderstood.push({ path, words: `The old date is not the one known here. ${words}` });
      }
    } else if (to !== null && kind !== null && canBegin.has(kind) && !deadlines.some((each) => each.kind === kind)) {
      const label = kind === 'submission' ? 'Tenders due' : deadlineKinds[kind];
      placed.push({ kind, label, lotId, due: to, original });
    } else notUnderstood.push({ path, words });
  }
  return { placed, notUnderstood };
}

type Found = Pick<Deadline, 'kind' | 'label' | 'lotId'>;

function find({ kind, from }: Correction, lotId: string | null, deadlines: readonly Deadline[]): Found | null {
  const ofLot = deadlines.filter(
    (each) => moves(each) && (lotId === null || each.lotId === lotId || each.lotId === null),
  );
  // The time limit of a form is for tenders, or for requests to participate where there are two stages.
  const ofKind = ofLot.filter((each) => each.kind === kind);
  const named =
    ofKind.length === 0 && kind === 'submission' ? ofLot.filter(({ kind }) => kind === 'participation') : ofKind;
  const candidates = kind === null ? ofLot : named;
  const withOldDate =
    from === null ? [] : candidates.filter((each) => each.versions.some(({ due }) => isSame(due, from)));
  if (withOldDate.length === 1) return withOldDate[0] ?? null;
  return kind !== null && withOldDate.length === 0 && candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function moves({ kind, state }: Deadline): boolean {
  return kind !== 'publication' && kind !== 'internal' && state !== 'withdrawn';
}

function hadOldDate({ from }: Correction, found: Found, deadlines: readonly Deadline[]): boolean {
  const deadline = deadlines.find(
    ({ kind, label, lotId }) => kind === found.kind && label === found.label && lotId === found.lotId,
  );
  return from === null || deadline === undefined || deadline.versions.some(({ due }) => isSame(due, from));
}

/** A date in words may leave out the time of day: then the day decides. */
function isSame(one: Due, other: Due): boolean {
  if (one.kind === 'day' || other.kind === 'day') return dayOf(one) === dayOf(other);
  return one.at === other.at;
}
