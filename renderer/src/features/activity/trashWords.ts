import { countedRecords, inWords, nameOf } from '../../store/commands/records.ts';
import { trashTables } from '../../store/commands/restore.ts';
import type { RecordName } from '../../store/queries/names.ts';
import type { TrashedRecord, TrashItem, TrashTable } from '../../store/queries/trash.ts';
import { counted } from '../../ui/counted.ts';

export const trashKinds: readonly TrashTable[] = trashTables;

const named = 3;

/** What was removed, by name; of many the first and how many more. */
export function itemName({ records }: TrashItem): string {
  const names = records.slice(0, named).map(({ row }) => nameOf(row));
  const others = records.length - names.length;
  return others === 0 ? inWords(names) : `${names.join(', ')} and ${others.toLocaleString('en-GB')} more`;
}

const kindWords: Readonly<Record<TrashTable, string>> = {
  organisations: 'organisation',
  tenders: 'tender',
  bids: 'bid',
  capabilities: 'capability',
};

/** What a single record is, to be said after its name. */
export function kindOf({ records }: TrashItem): string {
  const [only] = records;
  return only === undefined || records.length > 1 ? '' : `, ${kindWords[only.table]}`;
}

/** What comes back with it. `tenders`: those that bids are for, by id. */
export function relationsOf({ records, profiles }: TrashItem, tenders: ReadonlyMap<string, RecordName>): string {
  const [only] = records;
  if (records.length === 1 && only !== undefined)
    return inWords(relationsOfOne(only, profiles, tenders)) || 'nothing else';
  const counts = trashTables.flatMap((table) => {
    const count = records.filter((record) => record.table === table).length;
    return count === 0 ? [] : [countedRecords(table, count)];
  });
  return `${inWords(counts)}${profiles === 0 ? '' : `, and what ${profiles === 1 ? 'one of them' : `${profiles} of them`} can do`}`;
}

function relationsOfOne(
  record: TrashedRecord,
  profiles: number,
  tenders: ReadonlyMap<string, RecordName>,
): readonly string[] {
  switch (record.table) {
    case 'organisations': {
      const { contacts, insurances, certificates } = record.row;
      return [
        ...some(contacts.length, 'contact'),
        ...some(insurances.length, 'insurance'),
        ...some(certificates.length, 'certificate'),
        ...(profiles === 0 ? [] : ['what it can do']),
      ];
    }
    case 'tenders':
      return [...some(record.row.lots.length, 'lot'), ...some(record.row.deadlines.length, 'date')];
    case 'bids': {
      const { tenderId, members, questions } = record.row;
      const tender = tenders.get(tenderId);
      const where = tender?.isThere === false ? `its tender ${tender.name}, which is in the trash too` : '';
      return [
        ...some(members.length, 'member'),
        ...some(questions.length, 'question'),
        ...(where === '' ? [] : [where]),
      ];
    }
    case 'capabilities':
      return ['what organisations can do in it'];
    default:
      return record satisfies never;
  }
}

function some(count: number, one: string): readonly string[] {
  return count === 0 ? [] : [counted(count, one)];
}
