import { createHash } from 'node:crypto';
import { newOrganisation, type Organisation } from '../../shared/domain/organisation/organisation.ts';
import type { AttachmentRow } from '../../shared/rows/attachment.ts';
import type { WorkspaceContents } from '../../shared/rows/contents.ts';
import type { HistoryEntry } from '../../shared/rows/history.ts';
import { noRecords } from '../../shared/rows/records.ts';
import type { Saved } from '../../shared/workspace/serialiseWorkspace.ts';
import { idOf } from '../support/ids.ts';

export const saved: Saved = { savedAt: '2026-11-23T23:04:05Z', savedBy: 'Muster 0.1.0' };

export function attachment(text: string): AttachmentRow {
  const bytes = new TextEncoder().encode(text);
  return { sha256: sha256Hex(bytes), mediaType: 'text/plain', bytes, size: bytes.length };
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const certificate = attachment('Certificate of insurance. Fictional.');

export const kestrel: Organisation = {
  ...newOrganisation('0190a000-0000-7000-8000-000000000001', 'Kestrel Row CIC'),
  legalForm: 'cicGuarantee',
  identifiers: [{ scheme: 'GB-COH', id: '01234567' }],
  sites: [
    { id: idOf('site-1'), label: 'Office', registeredOffice: true, address: '1 Kestrel Row', postcode: 'ZZ1 1ZZ' },
  ],
  flags: { sme: 'yes', vcse: 'yes', supportedEmployment: 'unknown', publicServiceMutual: 'no' },
  contacts: [
    {
      id: idOf('c-1'),
      name: 'Ada',
      role: 'Director',
      purposes: ['bid'],
      email: 'ada@example.org',
      phone: '01632 960001',
    },
  ],
  turnover: [{ id: idOf('t-1'), yearEnd: '2026-03-31', turnover: 52_000_000, audited: 'no' }],
  insurances: [
    {
      id: idOf('i-1'),
      kind: 'employersLiability',
      state: 'held',
      limit: 1_000_000_000,
      basis: 'anyOneClaim',
      insurer: 'Example Mutual',
      policyNumber: 'EL-1',
      validFrom: '2026-04-01',
      validTo: '2027-03-31',
      evidence: { sha256: certificate.sha256, name: 'certificate.txt' },
    },
  ],
  certificates: [
    {
      id: idOf('k-1'),
      name: 'Cyber Essentials',
      issuer: '',
      reference: '',
      validFrom: null,
      validTo: null,
      evidence: null,
    },
  ],
};

export const hollowell = newOrganisation('0190a000-0000-7000-8000-000000000002', 'Hollowell Trust');

const added = { table: 'organisations', id: kestrel.id, before: null, after: kestrel } as const;
const removed = { table: 'organisations', id: kestrel.id, before: kestrel, after: null } as const;
const plain = { schemaVersion: 1, reverses: null, undoTop: null, redoTop: null, below: null } as const;

/** A workspace is started; Kestrel Row is added, which is undone and redone. */
export const history: readonly HistoryEntry[] = [
  {
    ...plain,
    seq: 1,
    id: idOf('h-1'),
    at: '2026-11-23T22:00:00Z',
    label: 'Started the workspace',
    kind: 'fact',
    changes: [],
  },
  {
    ...plain,
    seq: 2,
    id: idOf('h-2'),
    at: '2026-11-23T22:01:00Z',
    label: 'Added Kestrel Row CIC',
    kind: 'do',
    undoTop: 2,
    changes: [added],
  },
  {
    ...plain,
    seq: 3,
    id: idOf('h-3'),
    at: '2026-11-23T22:02:00Z',
    label: 'Undid',
    kind: 'undo',
    reverses: 2,
    redoTop: 3,
    changes: [removed],
  },
  {
    ...plain,
    seq: 4,
    id: idOf('h-4'),
    at: '2026-11-23T22:03:00Z',
    label: 'Redid',
    kind: 'redo',
    reverses: 3,
    undoTop: 4,
    changes: [added],
  },
];

/** A small workspace with something of everything that schema version 1 had. */
export const contents: WorkspaceContents = {
  ...noRecords,
  workspace: {
    id: '0190a000-0000-7000-8000-0000000000ff',
    name: 'Ash Vale lots 2–4',
    createdAt: '2026-11-23T22:00:00Z',
  },
  organisations: [kestrel, hollowell],
  history,
  attachments: [certificate],
};
