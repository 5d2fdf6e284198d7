import type { Erasure, HistoryEntry } from '../history.ts';
import type { Erasable } from './erase.ts';
import { erasedWords, isFields } from './person.ts';

/** Whose data was erased, by ids alone. */
export type ErasedSubject = Erasure['subject'];

/** Whose data a history says was erased, each once. */
export function erasedIn(history: readonly Pick<HistoryEntry, 'erased'>[]): readonly ErasedSubject[] {
  return eachOnce(history.flatMap(({ erased }) => erased?.subject ?? []));
}

/** Those of `erased` whose erasure the history of a workspace does not tell of, so that it may hold them again. */
export function erasedElsewhere(
  erased: readonly ErasedSubject[],
  history: readonly Pick<HistoryEntry, 'erased'>[],
): readonly ErasedSubject[] {
  const known = new Set(erasedIn(history).map(keyOf));
  return eachOnce(erased).filter((subject) => !known.has(keyOf(subject)));
}

/**
 * The names of those whom a workspace holds, in its records or their earlier versions, although their data was erased elsewhere.
 * Of a signatory nothing is known but the bid: whoever signs for it may be meant.
 */
export function stillHeld(contents: Erasable, erased: readonly ErasedSubject[]): readonly string[] {
  const names = erasedElsewhere(erased, contents.history).flatMap((subject) => {
    for (const row of [...contents.organisations, ...contents.bids]) {
      const name = heldName(row, subject);
      if (name !== null) return [name];
    }
    for (const { before, after } of contents.history.flatMap(({ changes }) => changes).toReversed()) {
      const name = heldName(after, subject) ?? heldName(before, subject);
      if (name !== null) return [name];
    }
    return [];
  });
  return [...new Set(names)];
}

/** The name under which a row, or some fields of one, holds somebody whose data was erased; `null` where it does not. */
export function heldName(row: unknown, subject: ErasedSubject): string | null {
  if (!isFields(row)) return null;
  if (subject.kind === 'contact') {
    if (row['id'] !== subject.organisationId) return null;
    const contact = fieldsIn(row['contacts']).find(({ id }) => id === subject.contactId);
    return firstName([contact?.['name'], contact?.['email'], contact?.['phone']]);
  }
  if (row['id'] !== subject.bidId) return null;
  const { signatory, members } = row;
  const signs = fieldsIn(members).flatMap((member) => member['signatories']);
  return firstName([isFields(signatory) ? signatory['name'] : null, ...signs]);
}

export function isSameSubject(one: ErasedSubject, other: ErasedSubject): boolean {
  return keyOf(one) === keyOf(other);
}

function firstName(values: readonly unknown[]): string | null {
  return values.find(isName)?.trim() ?? null;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value !== erasedWords;
}

function fieldsIn(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function eachOnce(subjects: readonly ErasedSubject[]): readonly ErasedSubject[] {
  return [...new Map(subjects.map((subject) => [keyOf(subject), subject])).values()];
}

function keyOf(subject: ErasedSubject): string {
  return subject.kind === 'contact' ? `${subject.organisationId}/${subject.contactId}` : subject.bidId;
}
