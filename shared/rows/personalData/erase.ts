import { checkEntry, checkShape } from '../checkEntry.ts';
import type { WorkspaceContents } from '../contents.ts';
import { recordSchemas } from '../recordSchemas.ts';
import type { Erasure, HistoryEntry } from '../history.ts';
import { type RecordLists, recordLists, type RecordTable, recordTables } from '../records.ts';
import type { Person, Subject } from './person.ts';
import { type Place, rewriterFor } from './rewrite.ts';

/** What is searched and rewritten: everything but attachments, into which nobody looks. */
export type Erasable = RecordLists & Pick<WorkspaceContents, 'history'>;

/** A place where a person is named, in the record as it is or in earlier versions of it. */
export interface FoundPlace extends Place {
  /** The name of the record; empty where it has none, or for labels. */
  readonly record: string;
  readonly inRecord: boolean;
  /** How many entries of the history name the person there. */
  readonly versions: number;
}

/** Every place where a person is named; what is certain first. Nothing is changed. */
export function placesOf(contents: Erasable, person: Person): readonly FoundPlace[] {
  const found = new Map<string, FoundPlace>();
  const names = recordNames(contents);
  const rewriter = rewriterFor(person);
  const note = (place: Place, add: { readonly inRecord: boolean; readonly versions: number }): void => {
    const known = found.get(place.key) ?? { ...place, record: names.get(place.id) ?? '', inRecord: false, versions: 0 };
    found.set(place.key, {
      ...known,
      inRecord: known.inRecord || add.inRecord,
      versions: known.versions + add.versions,
    });
  };
  for (const table of recordTables) {
    for (const row of contents[table]) {
      rewriter.row(table, row.id, row, (place) => {
        note(place, { inRecord: true, versions: 0 });
        return false;
      });
    }
  }
  for (const entry of contents.history) {
    const seen = new Set<string>();
    rewriter.entry(entry, (place) => {
      if (!seen.has(place.key)) note(place, { inRecord: false, versions: 1 });
      seen.add(place.key);
      return false;
    });
  }
  return [...found.values()].sort((a, b) => Number(b.certain) - Number(a.certain));
}

export interface Erased<Contents extends Erasable> {
  readonly contents: Contents;
  /** In how many places the person was named. */
  readonly places: number;
  /** The rows that were rewritten. */
  readonly records: Erasure['records'];
  /** The numbers of the entries that were. */
  readonly entries: readonly number[];
  /** The keys of places that were left as they are: a row or entry without the person would be refused by every reader. */
  readonly refused: ReadonlySet<string>;
}

/**
 * Takes a person out of rows and history alike, so that undo and redo still fit and never bring the data back: from every
 * place that is certain, and from those of the others whose keys were `chosen`. Rows and entries in which nobody was found
 * are the same objects as before.
 */
export function eraseFrom<Contents extends Erasable>(
  contents: Contents,
  person: Person,
  chosen: ReadonlySet<string>,
): Erased<Contents> {
  const refused = new Set<string>();
  // A place that has to stay in one row or entry stays in all of them, since undo compares: once more, without it.
  for (;;) {
    const before = refused.size;
    const erased = eraseBut(contents, person, chosen, refused);
    if (refused.size === before) return { ...erased, refused };
  }
}

/** Leaves alone the places that are `refused`, and adds those to them that turn out to have to be. */
function eraseBut<Contents extends Erasable>(
  contents: Contents,
  person: Person,
  chosen: ReadonlySet<string>,
  refused: Set<string>,
): Omit<Erased<Contents>, 'refused'> {
  const rewriter = rewriterFor(person);
  const places = new Set<string>();
  const records: { readonly table: RecordTable; readonly id: string }[] = [];
  const entries: number[] = [];
  const rewritten = <Whole>(
    whole: Whole,
    rewrite: (decide: (place: Place) => boolean) => Whole,
    isSound: (whole: Whole) => boolean,
  ): Whole => {
    const meant: string[] = [];
    const without = rewrite((place) => {
      const isMeant = (place.certain || chosen.has(place.key)) && !refused.has(place.key);
      if (isMeant) meant.push(place.key);
      return isMeant;
    });
    // What could not be read before is no worse without the person.
    const isBroken = without !== whole && !isSound(without) && isSound(whole);
    for (const key of meant) (isBroken ? refused : places).add(key);
    return isBroken ? whole : without;
  };
  const rows = recordLists((table) =>
    contents[table].map((row) => {
      const without = rewritten<typeof row>(
        row,
        (decide) => rewriter.row(table, row.id, row, decide),
        (one) => checkShape(recordSchemas[table].schema, one).ok,
      );
      if (without !== row) records.push({ table, id: row.id });
      return without;
    }),
  );
  const history = contents.history.map((entry): HistoryEntry => {
    const without = rewritten(
      entry,
      (decide) => rewriter.entry(entry, decide),
      (one) => checkEntry(one).ok,
    );
    if (without !== entry) entries.push(entry.seq);
    return without;
  });
  return { contents: { ...contents, ...rows, history }, places: places.size, records, entries };
}

/** The subject as the history may keep it: by ids, without the name. */
export function namelessSubject(subject: Subject): Erasure['subject'] {
  return subject.kind === 'contact' ? subject : { kind: 'signatory', bidId: subject.bidId };
}

function recordNames({ history, ...records }: Erasable): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const learn = (row: unknown): void => {
    if (typeof row !== 'object' || row === null) return;
    const { id, name, title }: { readonly id?: unknown; readonly name?: unknown; readonly title?: unknown } = row;
    const called = name ?? title;
    if (typeof id === 'string' && typeof called === 'string') names.set(id, called);
  };
  for (const { before, after } of history.flatMap(({ changes }) => changes)) {
    learn(before);
    learn(after);
  }
  for (const table of recordTables) for (const row of records[table]) learn(row);
  return names;
}
