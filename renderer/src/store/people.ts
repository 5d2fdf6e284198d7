import type { LocalDate } from '../../../shared/domain/time/localDate.ts';
import { type HeldPerson, type PeopleSource, personsIn } from '../../../shared/rows/personalData/people.ts';
import type { Records, RecordTable } from '../../../shared/rows/records.ts';
import { erasedWords } from '../../../shared/rows/personalData/person.ts';
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
  const lastChange = new Map<string, LocalDate>();
  for await (const entries of chunksOf<StoredHistoryEntry>(db, 'history')) {
    for (const { at, touched } of entries) {
      for (const id of touched) if (at.slice(0, 10) > (lastChange.get(id) ?? '')) lastChange.set(id, at.slice(0, 10));
    }
  }
  const since = (await db.workspace())?.createdAt.slice(0, 10) ?? today;
  return personsIn({ organisations, bids, tenders, lastChange, since }, erasedWords, today);
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
