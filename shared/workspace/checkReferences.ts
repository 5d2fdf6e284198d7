import { namedAttachments } from '../rows/attachmentsNamed.ts';
import { type RecordLists, recordTables } from '../rows/records.ts';
import type { WorkspaceRefusal } from './refusal.ts';

/**
 * The first row that hangs from a row that is not there. Only what commands keep whole is asked for: a bid without its
 * tender or its members, or what an organisation can do without the organisation. What a person may take away while
 * something still names it (a lot, a capability that cells are kept for, a member who has left but is named in a
 * condition) is looked at where it is used, and shown as missing there.
 */
export function checkReferences(records: RecordLists): WorkspaceRefusal | null {
  const tenders = idsOf(records.tenders);
  const organisations = idsOf(records.organisations);
  for (const [index, { tenderId, members }] of records.bids.entries()) {
    const place = { kind: 'brokenReference', table: 'bids', line: index + 1 } as const;
    if (!tenders.has(tenderId)) return { ...place, field: 'tenderId', id: tenderId };
    for (const [at, { organisationId }] of members.entries()) {
      if (organisations.has(organisationId)) continue;
      return { ...place, field: `members.${at}.organisationId`, id: organisationId };
    }
  }
  const stray = records.capabilityProfiles.findIndex(({ id }) => !organisations.has(id));
  const profile = records.capabilityProfiles[stray];
  if (profile === undefined) return null;
  return { kind: 'brokenReference', table: 'capabilityProfiles', line: stray + 1, field: 'id', id: profile.id };
}

/** The first attachment that a row names and that is not among those kept. */
export function checkAttachmentsExist(records: RecordLists, kept: ReadonlySet<string>): WorkspaceRefusal | null {
  for (const table of recordTables) {
    for (const [index, row] of records[table].entries()) {
      const lost = namedAttachments(row).find(({ sha256 }) => !kept.has(sha256));
      if (lost === undefined) continue;
      return { kind: 'missingAttachment', table, line: index + 1, field: lost.field, sha256: lost.sha256 };
    }
  }
  return null;
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}
