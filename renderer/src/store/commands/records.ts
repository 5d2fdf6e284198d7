import { dequal } from 'dequal';
import { joinedWords } from '../../../../shared/domain/basics/joinedWords.ts';
import { err, ok } from '../../../../shared/domain/basics/result.ts';
import type { AttachmentRow } from '../../../../shared/rows/attachment.ts';
import { type RecordLists, type Records, type RecordTable, recordTables } from '../../../../shared/rows/records.ts';
import { type CommandOutcome, type Decision, runCommand, type Write } from '../runCommand.ts';
import type { Store } from '../store.ts';

/** How the history, refusals and questions speak of the records of a table. */
const nouns: Readonly<Record<RecordTable, { readonly one: string; readonly many: string }>> = {
  organisations: { one: 'organisation', many: 'organisations' },
  tenders: { one: 'tender', many: 'tenders' },
  bids: { one: 'bid', many: 'bids' },
  capabilities: { one: 'capability', many: 'capabilities' },
  capabilityProfiles: { one: 'capability profile', many: 'capability profiles' },
  retentionRules: { one: 'retention period', many: 'retention periods' },
};

/** The tables whose records have a name: a person changes and removes them one by one. */
export type NamedTable = Exclude<RecordTable, 'capabilityProfiles' | 'retentionRules'>;

/** How many records of a table: `1 bid`, `1,204 organisations`. */
export function countedRecords(table: RecordTable, count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? nouns[table].one : nouns[table].many}`;
}

/** The name of a record, or what stands for it while it has none. */
export function nameOf(record: Records[NamedTable]): string {
  return ('name' in record ? record.name : record.title).trim() || 'Unnamed';
}

export function removedSentence(table: RecordTable): string {
  return `This ${nouns[table].one} has been removed. Undo brings it back.`;
}

/** What is to become of a record: the new one, `null` where a part it was meant for is gone, or a sentence why not. */
interface Change<Table extends NamedTable> {
  /** The part that changed, for the history: "legal form". */
  readonly what: string;
  readonly change: (record: Records[Table]) => Records[Table] | null;
  /** Whether the changed record may stand, asked inside the transaction. */
  readonly refuse?: (after: Records[Table], before: Records[Table]) => Promise<string | null>;
  /** The SHA-256 of files that the record now names, which must have been kept before. */
  readonly attached?: readonly string[];
}

/** Changes one record. A change that leaves it as it was records nothing. */
export function changeRecord<Table extends NamedTable>(
  store: Store,
  table: Table,
  id: string,
  { what, change, refuse, attached = [] }: Change<Table>,
): Promise<CommandOutcome> {
  return runCommand(store, async (read) => {
    const [before] = await read(table, [id]);
    if (before === null || before === undefined) return err(removedSentence(table));
    const after = change(before);
    if (after === null) return err('This part of the record has been removed. Undo brings it back.');
    if (dequal(after, before)) return ok({ label: what, writes: [] });
    const refusal = (await refuse?.(after, before)) ?? null;
    if (refusal !== null) return err(refusal);
    const kept = attached.length === 0 ? 0 : await store.db.attachments.where('sha256').anyOf(attached).count();
    if (kept < new Set(attached).size) return err('The file is no longer kept in the workspace. Attach it again.');
    return ok({ label: `${nameOf(after)}: ${what}`, writes: [{ table, id, row: after }] });
  });
}

/** The decision to remove these records, of which there is at least one. */
export function removal<Table extends NamedTable>(
  table: Table,
  records: readonly Records[Table][],
  confirmed: boolean,
): Decision {
  const [first] = records;
  const what = records.length === 1 && first !== undefined ? nameOf(first) : countedRecords(table, records.length);
  return { label: `Removed ${what}`, writes: records.map(({ id }) => ({ table, id, row: null })), confirmed };
}

/** Adds the records of another workspace, which already carry new ids, as one step. */
export function addRecords(
  store: Store,
  records: Partial<RecordLists>,
  attachments: readonly AttachmentRow[],
  from: string,
  confirmed = false,
): Promise<CommandOutcome> {
  const writes = recordTables.flatMap((table): readonly Write[] =>
    (records[table] ?? []).map((row) => ({ table, id: row.id, row })),
  );
  const counted = recordTables.filter((table) => table !== 'capabilityProfiles' && (records[table]?.length ?? 0) > 0);
  const counts = counted.map((table) => countedRecords(table, records[table]?.length ?? 0));
  const label = `Added ${inWords(counts)} from ${from}`;
  return runCommand(store, () => Promise.resolve(ok({ label, writes, attachments, confirmed })));
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(parts: readonly string[]): string {
  return parts.length === 0 ? 'nothing' : joinedWords(parts);
}
