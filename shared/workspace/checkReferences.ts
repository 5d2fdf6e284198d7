import type { Organisation } from '../domain/organisation/organisation.ts';
import type { RecordLists } from '../rows/records.ts';
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

/** The first file that an organisation names as evidence and that is not among those kept. */
export function checkAttachmentsExist(
  organisations: readonly Organisation[],
  kept: ReadonlySet<string>,
): WorkspaceRefusal | null {
  for (const [index, organisation] of organisations.entries()) {
    for (const part of ['insurances', 'certificates'] as const) {
      for (const [at, { evidence }] of organisation[part].entries()) {
        if (evidence === null || kept.has(evidence.sha256)) continue;
        const field = `${part}.${at}.evidence`;
        return { kind: 'missingAttachment', table: 'organisations', line: index + 1, field, sha256: evidence.sha256 };
      }
    }
  }
  return null;
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}
