import type { Tender } from './tender.ts';
import type { Deadline, DeadlineKind, DeadlineVersion, Due } from './deadline.ts';

/** A date as one source states it, to be added to the deadlines already known. */
export interface StatedDate {
  readonly kind: DeadlineKind;
  readonly label: string;
  readonly lotId: string | null;
  readonly version: DeadlineVersion;
}

/** A deadline that is new (`from` is null) or now counts differently. */
export interface Move {
  readonly deadlineId: string;
  readonly kind: DeadlineKind;
  readonly label: string;
  readonly lotId: string | null;
  readonly from: Due | null;
  readonly to: Due;
  readonly source: string;
}

/** The version that counts: the one stated last. */
export function currentVersion(deadline: Deadline): DeadlineVersion {
  return deadline.versions.at(-1) ?? deadline.versions[0];
}

/** When it is due as things stand. */
export function currentDue(deadline: Deadline): Due {
  return currentVersion(deadline).due;
}

/** How often the date has been moved since it was first stated. */
export function amendmentsOf(deadline: Deadline): number {
  return deadline.versions.length - 1;
}

/**
 * The number of a date's revision, the SEQUENCE of its calendar entry (RFC 5545 §3.8.7.4): it rises with every change, a
 * withdrawal and an undo among them, and never falls, or a calendar would take what is right now for older than what it has.
 */
export function revisionOf({ dateRevisions }: Pick<Tender, 'dateRevisions'>, deadline: Deadline): number {
  return dateRevisions?.[deadline.id] ?? amendmentsOf(deadline);
}

function sameDue(one: Due, other: Due): boolean {
  if (one.kind === 'day') return other.kind === 'day' && one.on === other.on;
  return other.kind === 'instant' && one.at === other.at && one.zone === other.zone;
}

/**
 * Adds the dates that a notice, or a message from the buyer, states to the deadlines known so far. A date joins the deadline of the
 * same kind, lot and label as a further version, in the order in which the sources spoke: an older notice read late adds to the
 * history and moves nothing. The same statement again changes nothing. A date that a source leaves out stays as it was.
 */
export function applyAmendment(
  deadlines: readonly Deadline[],
  stated: readonly StatedDate[],
  newId: () => string,
): { readonly deadlines: readonly Deadline[]; readonly moves: readonly Move[] } {
  const result = [...deadlines];
  const moves: Move[] = [];
  for (const date of stated) {
    const index = result.findIndex((deadline) => isSame(deadline, date));
    const known = result[index];
    const { kind, label, lotId, version } = date;
    if (known === undefined) {
      const id = newId();
      result.push({ id, kind, label, lotId, versions: [version], state: 'open' });
      moves.push({ deadlineId: id, kind, label, lotId, from: null, to: version.due, source: version.source });
      continue;
    }
    const amended = withVersion(known, version);
    const from = currentDue(known);
    const to = currentDue(amended);
    result[index] = amended;
    if (!sameDue(from, to)) moves.push({ deadlineId: known.id, kind, label, lotId, from, to, source: version.source });
  }
  return { deadlines: result, moves };
}

function isSame(deadline: Deadline, { kind, label, lotId }: StatedDate): boolean {
  return deadline.kind === kind && deadline.lotId === lotId && deadline.label === label;
}

function withVersion(deadline: Deadline, version: DeadlineVersion): Deadline {
  const { versions } = deadline;
  const told = versions.some(({ source, due }) => source === version.source && sameDue(due, version.due));
  const earlier = versions.filter(({ statedAt }) => statedAt <= version.statedAt);
  const later = versions.slice(earlier.length);
  const neighbours = [earlier.at(-1), later[0]];
  if (told || neighbours.some((neighbour) => neighbour !== undefined && sameDue(neighbour.due, version.due))) {
    return deadline;
  }
  const [first, ...rest] = [...earlier, version, ...later];
  return first === undefined ? deadline : { ...deadline, versions: [first, ...rest] };
}
