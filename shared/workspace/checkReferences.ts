import { namedAttachments } from '../rows/attachmentsNamed.ts';
import type { Records, RecordTable } from '../rows/records.ts';
import { type NamedRow, namedRow, type WorkspaceRefusal } from './refusal.ts';

/** A row that hangs from something else, and where it says so. */
interface Hanging {
  readonly from: 'tenders' | 'organisations' | 'attachments';
  readonly id: string;
  readonly table: RecordTable;
  readonly line: number;
  readonly field: string;
  readonly row: NamedRow;
}

/**
 * Finds the first row that hangs from something that is not there; rows are noted one by one, so that they need not be held.
 * Only what commands keep whole is asked for: a bid without its tender or its members, what an organisation can do without
 * the organisation, a row without the file attached to it. What a person may take away while something still names it (a
 * lot, a capability that cells are kept for, a member who has left but is named in a condition) is looked at where it is
 * used, and shown as missing there.
 */
export class ReferenceCheck {
  readonly #there = { tenders: new Set<string>(), organisations: new Set<string>() };
  readonly #hanging: Hanging[] = [];

  /** `line` counts the rows of each table from 1. */
  note(table: RecordTable, row: Records[RecordTable], line: number): void {
    if (table === 'tenders' || table === 'organisations') this.#there[table].add(row.id);
    const hang = (from: Hanging['from'], id: string, field: string) =>
      this.#hanging.push({ from, id, table, line, field, row: namedRow(row) });
    if ('members' in row) {
      hang('tenders', row.tenderId, 'tenderId');
      for (const [at, member] of row.members.entries())
        hang('organisations', member.organisationId, `members.${at}.organisationId`);
    }
    if (table === 'capabilityProfiles') hang('organisations', row.id, 'id');
    for (const { sha256, field } of namedAttachments(row)) hang('attachments', sha256, field);
  }

  /** `attachments`: the SHA-256 of each that is kept. */
  firstProblem(attachments: ReadonlySet<string>): WorkspaceRefusal | null {
    const there = { ...this.#there, attachments };
    const lost = this.#hanging.find(({ from, id }) => !there[from].has(id));
    if (lost === undefined) return null;
    const { from, id, ...place } = lost;
    return from === 'attachments'
      ? { kind: 'missingAttachment', ...place, sha256: id }
      : { kind: 'brokenReference', ...place, id };
  }
}
