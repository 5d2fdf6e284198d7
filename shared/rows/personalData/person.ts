import type { HistoryEntry } from '../history.ts';
import type { RecordLists } from '../records.ts';

/** What stands where a person was named. */
export const erasedWords = 'erased person';

/** Whose data is meant: a contact of an organisation, or somebody known only by name as signing for a bid. */
export type Subject =
  | { readonly kind: 'contact'; readonly organisationId: string; readonly contactId: string }
  | { readonly kind: 'signatory'; readonly bidId: string; readonly name: string };

/** What a person is known by: every value that was ever stored of them, and how they come to be elsewhere. */
export interface Person {
  readonly subject: Subject;
  /** Whole names; half-typed ones are left out, since they would be found in the names of others. */
  readonly names: readonly string[];
  /** Every name as it was stored at each pause in typing. */
  readonly typedNames: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Bids for which the person's organisation is or was the lead: who signs for the bidder comes from there. */
  readonly ledBids: ReadonlySet<string>;
  /** Half-typed names of who signs, as `typedKey` gives them. */
  readonly typedSignatures: ReadonlySet<string>;
}

type Searched = RecordLists & { readonly history: readonly HistoryEntry[] };
type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds out what a person is known by, in rows and in every earlier version. `known` is what is known from elsewhere: a
 * copy of the workspace may be from before the person got another name.
 */
export function identify(subject: Subject, { history, ...records }: Searched, known?: Person): Person {
  const ledBids = new Set(known?.ledBids);
  const kept: Fields[] = [];
  const changed: Stored[] = [];
  const learn = (table: string, row: unknown, take: (contact: Fields) => void): void => {
    if (subject.kind !== 'contact' || !isFields(row)) return;
    if (table === 'bids' && leads(row, subject.organisationId)) ledBids.add(String(row['id']));
    if (table !== 'organisations' || row['id'] !== subject.organisationId) return;
    const contact = partsOf(row['contacts']).find(({ id }) => id === subject.contactId);
    if (contact !== undefined) take(contact);
  };
  for (const row of [...records.organisations, ...records.bids])
    learn('members' in row ? 'bids' : 'organisations', row, (contact) => void kept.push(contact));
  for (const { seq, at, changes } of history) {
    for (const { table, before, after } of changes) {
      learn(table, before, (contact) => void changed.push({ contact, since: null }));
      learn(table, after, (contact) => void changed.push({ contact, since: { seq, at: Date.parse(at) } }));
    }
  }
  const called = subject.kind === 'signatory' ? [subject.name] : [];
  const { all: typedNames, whole: names } = valuesOf('name', kept, changed, [...called, ...(known?.names ?? [])]);
  return {
    subject,
    names,
    typedNames: [...new Set([...(known?.typedNames ?? []), ...typedNames])],
    emails: valuesOf('email', kept, changed, known?.emails).whole,
    phones: valuesOf('phone', kept, changed, known?.phones).whole,
    ledBids,
    typedSignatures: new Set([...(known?.typedSignatures ?? []), ...typedOnTheWayTo(names, history)]),
  };
}

/** A contact as an entry left it, and when (in milliseconds since 1970); `since` is `null` for what was there before it. */
interface Stored {
  readonly contact: Fields;
  readonly since: { readonly seq: number; readonly at: number } | null;
}

/** Whether a field that was changed by both was being typed all the while: one entry follows the other, and soon. */
function isTyping(one: NonNullable<Stored['since']>, next: NonNullable<Stored['since']>): boolean {
  return next.seq === one.seq + 1 && Math.abs(next.at - one.at) <= typingSeconds * 1000;
}

/**
 * All values that a field of a contact ever had, and those of them that are whole: without what was only stored while a longer
 * one was being typed. A value after which something else was done, or nothing for a while, is a former one, even where a later one
 * begins with it.
 */
function valuesOf(
  field: string,
  kept: readonly Fields[],
  changed: readonly Stored[],
  known: readonly string[] = [],
): { readonly all: readonly string[]; readonly whole: readonly string[] } {
  const textOf = (contact: Fields): string => {
    const value = contact[field];
    return typeof value === 'string' && value !== erasedWords ? value.trim() : '';
  };
  const stood = new Set([...known, ...kept.map(textOf)]);
  let [value, since]: [string, Stored['since']] = ['', null];
  for (const { contact, since: now } of changed) {
    const next = textOf(contact);
    if (next === value) continue;
    if (since !== null && now !== null && !isTyping(since, now)) stood.add(value);
    [value, since] = [next, now];
  }
  const all = [...new Set([...stood, ...changed.map(({ contact }) => textOf(contact))])].filter((text) => text !== '');
  const isBeginning = (text: string): boolean =>
    all.some((other) => other.length > text.length && folded(other).startsWith(folded(text)));
  return { all, whole: all.filter((text) => stood.has(text) || !isBeginning(text)) };
}

/** Whether an entry changed the person as a contact, and so speaks of them by name. */
export function isAbout({ changes }: Pick<HistoryEntry, 'changes'>, { subject }: Person): boolean {
  if (subject.kind !== 'contact') return false;
  return changes.some(({ table, id, before, after }) => {
    if (table !== 'organisations' || id !== subject.organisationId) return false;
    const [was, is] = [before, after].map((row) =>
      partsOf(isFields(row) ? row['contacts'] : undefined).find((contact) => contact['id'] === subject.contactId),
    );
    return JSON.stringify(was) !== JSON.stringify(is);
  });
}

/** The key of a half-typed name of who signs, in a bid: for a member, or (`''`) for the bidder. */
export function typedKey(bidId: string, memberId: string, name: string): string {
  return JSON.stringify([bidId, memberId, name]);
}

/** One name, whatever its case and the spaces in it. */
export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** At most this lies between two pauses of somebody who is typing one name. */
const typingSeconds = 120;

/** The beginnings of a name that were stored while it was being typed as the name of who signs. */
function typedOnTheWayTo(names: readonly string[], history: readonly HistoryEntry[]): readonly string[] {
  const keys: string[] = [];
  const typed = new Map<string, { readonly at: number; readonly name: string; readonly key: string }[]>();
  for (const { at, changes } of history) {
    for (const { table, id, after } of changes) {
      if (table !== 'bids' || !isFields(after)) continue;
      for (const [member, name] of signing(after)) {
        const place = JSON.stringify([id, member]);
        const before = typed.get(place) ?? [];
        const now = { at: Date.parse(at), name, key: typedKey(id, member, name) };
        const last = before.at(-1);
        const goesOn = last !== undefined && name.startsWith(last.name) && now.at - last.at <= typingSeconds * 1000;
        const run = goesOn ? [...before, now] : [now];
        typed.set(place, run);
        if (names.some((each) => sameName(each, name))) keys.push(...run.slice(0, -1).map(({ key }) => key));
      }
    }
  }
  return keys;
}

/** Who signs in some fields of a bid, by member; the last name where a member has several. */
function signing(bid: Fields): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const { signatory, members } = bid;
  if (isFields(signatory) && typeof signatory['name'] === 'string') found.push(['', signatory['name']]);
  for (const member of partsOf(members)) {
    const names: unknown = member['signatories'];
    const last: unknown = Array.isArray(names) ? names.at(-1) : undefined;
    if (typeof last === 'string') found.push([String(member['organisationId']), last]);
  }
  return found;
}

function leads(bid: Fields, organisationId: string): boolean {
  return partsOf(bid['members']).some(
    (member) => member['organisationId'] === organisationId && member['role'] === 'lead',
  );
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function partsOf(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? list.filter(isFields) : [];
}
