import type { LocalDate } from '../../../shared/domain/time/localDate.ts';
import { type HeldPerson, type PeopleSource, personsIn } from '../../../shared/rows/personalData/people.ts';
import type { Records, RecordTable } from '../../../shared/rows/records.ts';
import { erasedWords } from '../../../shared/rows/personalData/person.ts';
import {
  type ErasedSubject,
  erasedElsewhere,
  heldName,
  isSameSubject,
} from '../../../shared/rows/personalData/stillHeld.ts';
import { chunksOf } from './chunks.ts';
import type { MusterDatabase, StoredHistoryEntry } from './db.ts';

/** Everybody whose data the workspace holds, and whether it is still needed as of a day. Reads everything, some rows at a time. */
export async function readPeople(db: MusterDatabase, today: LocalDate): Promise<readonly HeldPerson[]> {
  const organisations = await smallOnes<'organisations', PeopleSource['organisations'][number]>(
    db,
    'organisations',
    ({ id, name, contacts }) => ({ id, name, contacts }),
  );
  const bids = await smallOnes<'bids', PeopleSource['bids'][number]>(
    db,
    'bids',
    ({ id, name, tenderId, lotIds, members, signatory, decisions }) => ({
      id,
      name,
      tenderId,
      lotIds,
      members,
      signatory,
      decisions,
    }),
  );
  const tenders = await smallOnes<'tenders', PeopleSource['tenders'][number]>(db, 'tenders', ({ id, state, lots }) => ({
    id,
    state,
    lots: lots.map(({ id, contractEnd, maximumEnd }) => ({ id, contractEnd, maximumEnd })),
  }));
  const workspace = await db.workspace();
  const lastChange = new Map<string, LocalDate>();
  const told: StoredHistoryEntry[] = [];
  const inHistory = new Map<ErasedSubject, string>();
  for await (const entries of chunksOf<StoredHistoryEntry>(db, 'history')) {
    for (const entry of entries) {
      const { at, touched, changes } = entry;
      for (const id of touched) if (at.slice(0, 10) > (lastChange.get(id) ?? '')) lastChange.set(id, at.slice(0, 10));
      if (entry.erased !== undefined) told.push(entry);
      for (const subject of workspace?.erasedBefore ?? [])
        for (const { before, after } of changes) {
          const name = heldName(after, subject) ?? heldName(before, subject);
          if (name !== null) inHistory.set(subject, name);
        }
    }
  }
  const since = workspace?.createdAt.slice(0, 10) ?? today;
  const erasedBefore = erasedElsewhere(workspace?.erasedBefore ?? [], told);
  const people = personsIn({ organisations, bids, tenders, lastChange, since, erasedBefore }, erasedWords, today);
  const formerly = erasedBefore.flatMap((subject): readonly HeldPerson[] => {
    const name = inHistory.get(subject);
    if (subject.kind !== 'contact' || name === undefined) return [];
    if (people.some((person) => person.subject.kind === 'contact' && isSameSubject(person.subject, subject))) return [];
    const { organisationId: id } = subject;
    const organisation = organisations.find((one) => one.id === id)?.name ?? 'an organisation that was removed';
    const relation = { kind: 'ended', on: lastChange.get(id) ?? since } as const;
    return [
      {
        subject,
        kind: 'contacts',
        name,
        record: { table: 'organisations', id, name: organisation },
        relation,
        wasErased: true,
      },
    ];
  });
  return [...people, ...formerly];
}

/** As much of each row as is needed: a bid carries its answers and a tender its notices. */
async function smallOnes<Table extends RecordTable, Small>(
  db: MusterDatabase,
  table: Table,
  small: (row: Records[Table]) => Small,
): Promise<Small[]> {
  const all: Small[] = [];
  for await (const rows of chunksOf<Records[Table]>(db, table)) all.push(...rows.map(small));
  return all;
}
