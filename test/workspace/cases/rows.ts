import { history, hollowell, kestrel } from '../contents.ts';
import { historyPath, lines, organisationsPath, type RefusalCase, text, workspaceOf } from '../craft.ts';
import { strangeIds } from '../../support/ids.ts';

const [entry1, entry2, entry3, entry4] = history;

function withOrganisations(...rows: readonly unknown[]): Uint8Array {
  return workspaceOf({ [organisationsPath]: lines(rows) });
}

function withHistory(...rows: readonly unknown[]): Uint8Array {
  return workspaceOf({ [historyPath]: lines(rows) });
}

function shown(id: string): string {
  return JSON.stringify(id).slice(0, 80);
}

/** Files whose counts and hashes are right and whose rows are not. */
export const rows: readonly RefusalCase[] = [
  [
    'has a row that is not UTF-8',
    workspaceOf({ [organisationsPath]: Buffer.concat([lines([kestrel]), Uint8Array.of(0x22, 0xc3, 0x22, 10)]) }),
    { kind: 'invalidText', path: organisationsPath, line: 2 },
  ],
  [
    'has a row that is not JSON',
    workspaceOf({ [organisationsPath]: Buffer.concat([lines([kestrel]), text('{"id":\n')]) }),
    { kind: 'invalidJson', path: organisationsPath, line: 2 },
  ],
  ...['__proto__', '\\u005f_proto__'].map((name): RefusalCase => [
    `has a field ${name}, which a copy would lose`,
    workspaceOf({ [organisationsPath]: text(JSON.stringify(kestrel).replace('"tradingName"', `"${name}"`) + '\n') }),
    { kind: 'invalidJson', path: organisationsPath, line: 1 },
  ]),
  [
    'has an empty line',
    workspaceOf({ [organisationsPath]: Buffer.concat([text('\n'), lines([kestrel])]) }),
    { kind: 'invalidJson', path: organisationsPath, line: 1 },
  ],
  [
    'has a row that is a list',
    withOrganisations(kestrel, []),
    { kind: 'brokenRow', table: 'organisations', line: 2, field: '' },
  ],
  [
    'has a row without a name',
    withOrganisations(kestrel, { ...hollowell, name: undefined }),
    { kind: 'brokenRow', line: 2, field: 'name' },
  ],
  [
    'has 30 February',
    withOrganisations({ ...kestrel, turnover: [{ ...kestrel.turnover[0], yearEnd: '2026-02-30' }] }),
    { kind: 'brokenRow', line: 1, field: 'turnover.0.yearEnd' },
  ],
  [
    'has half a penny',
    withOrganisations({ ...kestrel, turnover: [{ ...kestrel.turnover[0], turnover: 0.5 }] }),
    { kind: 'brokenRow', line: 1, field: 'turnover.0.turnover' },
  ],
  [
    'has money beyond what a number holds',
    withOrganisations({ ...kestrel, insurances: [{ ...kestrel.insurances[0], limit: 2 ** 53 }] }),
    { kind: 'brokenRow', line: 1, field: 'insurances.0.limit' },
  ],
  [
    'has a legal form that there is not',
    withOrganisations({ ...kestrel, legalForm: 'guild' }),
    { kind: 'brokenRow', line: 1, field: 'legalForm' },
  ],
  [
    'has a flag that is neither yes, no nor unknown',
    withOrganisations({ ...kestrel, flags: { ...kestrel.flags, sme: true } }),
    { kind: 'brokenRow', line: 1, field: 'flags.sme' },
  ],
  ...strangeIds.flatMap((id): readonly RefusalCase[] => [
    [
      `has a row with what is no id: ${shown(id)}`,
      withOrganisations({ ...kestrel, id }),
      { kind: 'brokenRow', line: 1, field: 'id' },
    ],
    [
      `has a part with what is no id: ${shown(id)}`,
      withOrganisations({ ...kestrel, sites: [{ ...kestrel.sites[0], id }] }),
      { kind: 'brokenRow', line: 1, field: 'sites.0.id' },
    ],
  ]),
  [
    'has a history whose change names a row by a way out of its folder',
    withHistory(entry1, entry2, entry3, { ...entry4, changes: [{ ...entry4?.changes[0], id: '../../settings' }] }),
    { kind: 'brokenRow', line: 4, field: 'changes.0.id' },
  ],
  [
    'has two rows of one id',
    withOrganisations(kestrel, hollowell, { ...hollowell, name: 'Twin' }),
    { kind: 'duplicateId', table: 'organisations', line: 3, id: hollowell.id },
  ],
  [
    'names evidence that it does not hold',
    withOrganisations({
      ...hollowell,
      certificates: [{ ...kestrel.certificates[0], evidence: { sha256: 'a'.repeat(64), name: 'iso.pdf' } }],
    }),
    { kind: 'missingAttachment', table: 'organisations', line: 1, field: 'certificates.0.evidence' },
  ],
  ['begins its history at 2', withHistory(entry2), { kind: 'brokenHistory', line: 1 }],
  ['skips an entry of history', withHistory(entry1, entry3), { kind: 'brokenHistory', line: 2 }],
  [
    'undoes what comes later',
    withHistory(entry1, entry2, { ...entry3, reverses: 4 }, entry4),
    { kind: 'brokenHistory', line: 3 },
  ],
  [
    'would undo next what comes later',
    withHistory(entry1, { ...entry2, undoTop: 3 }),
    { kind: 'brokenHistory', line: 2 },
  ],
  ['undoes nothing', withHistory(entry1, entry2, { ...entry3, reverses: null }), { kind: 'brokenHistory', line: 3 }],
  [
    'has history of a newer schema than itself',
    withHistory(entry1, { ...entry2, schemaVersion: 2 }),
    { kind: 'brokenHistory', line: 2 },
  ],
  [
    'has two entries of one id',
    withHistory(entry1, { ...entry2, id: entry1?.id }),
    { kind: 'duplicateId', table: 'history', line: 2 },
  ],
  [
    'has history without a time',
    withHistory({ ...entry1, at: 'yesterday' }),
    { kind: 'brokenRow', table: 'history', line: 1, field: 'at' },
  ],
  [
    'has history of a table that there is not',
    withHistory(entry1, { ...entry2, changes: [{ ...entry2?.changes[0], table: 'spells' }] }),
    { kind: 'brokenRow', line: 2, field: 'changes.0.table' },
  ],
  [
    'would bring back a broken row',
    withHistory(entry1, { ...entry2, changes: [{ ...entry2?.changes[0], before: { id: kestrel.id } }] }),
    { kind: 'brokenRow', table: 'history', line: 2, field: 'changes.0.before.name' },
  ],
  [
    'would bring back a row under another id',
    withHistory(entry1, { ...entry2, changes: [{ ...entry2?.changes[0], after: hollowell }] }),
    { kind: 'brokenRow', table: 'history', line: 2, field: 'changes.0.after.id' },
  ],
];
