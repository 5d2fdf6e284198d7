import { zipSync } from 'fflate';
import { contents, history, hollowell } from '../contents.ts';
import {
  goodFiles,
  historyPath,
  lines,
  manifestOf,
  organisationsPath,
  type RefusalCase,
  text,
  workspaceOf,
  zipOf,
} from '../craft.ts';

const files = goodFiles();
const { entries } = manifestOf(files);

/** Files whose manifest is no good, or does not fit what the zip holds. */
export const manifests: readonly RefusalCase[] = [
  ['has a manifest that is not JSON', zipSync({ 'manifest.json': text('{') }), { kind: 'manifestUnreadable' }],
  ['has a manifest that is null', zipSync({ 'manifest.json': text('null') }), { kind: 'notWorkspace' }],
  ['has no saving time', workspaceOf({}, { savedAt: undefined }), { kind: 'manifestUnreadable' }],
  ['has a version that is no number', workspaceOf({}, { formatVersion: '1' }), { kind: 'manifestUnreadable' }],
  [
    'has a workspace without id',
    workspaceOf({}, { workspace: { ...contents.workspace, id: '' } }),
    { kind: 'manifestUnreadable' },
  ],
  [
    'is of a newer format, whatever else it says',
    zipSync({ 'manifest.json': text('{"format":"muster-workspace","formatVersion":2,"schemaVersion":1,"new":true}') }),
    { kind: 'newerFormat', found: 2, known: 1 },
  ],
  ['is of a newer schema', workspaceOf({}, { schemaVersion: 5 }), { kind: 'newerSchema', found: 5, known: 4 }],
  [
    'lacks a listed file',
    zipOf({ [historyPath]: lines(history) }, manifestOf(files)),
    { kind: 'missingEntry', path: organisationsPath },
  ],
  ['lacks a table altogether', zipOf({}, manifestOf({})), { kind: 'missingEntry', path: organisationsPath }],
  ['lists a file twice', workspaceOf({}, { entries: [...entries, ...entries] }), { kind: 'duplicateEntry' }],
  [
    'was changed by hand',
    zipOf({ ...files, [organisationsPath]: lines([hollowell]) }, manifestOf(files)),
    { kind: 'wrongHash', path: organisationsPath },
  ],
  [
    'gives a wrong length',
    workspaceOf({}, { entries: entries.map((entry) => Object.assign({}, entry, { bytes: 1 })) }),
    { kind: 'wrongHash', path: organisationsPath },
  ],
  [
    'has fewer rows than it says',
    workspaceOf({}, { tables: { organisations: 3, history: 4 } }),
    { kind: 'wrongCount', table: 'organisations', expected: 3, found: 2 },
  ],
  [
    'does not say how many rows a table has',
    workspaceOf({}, { tables: { organisations: 2 } }),
    { kind: 'manifestUnreadable', field: 'tables.history' },
  ],
  [
    'lacks a table that its schema version has',
    workspaceOf({}, { schemaVersion: 2 }),
    { kind: 'missingEntry', path: 'tables/tenders.jsonl' },
  ],
  [
    'holds a table that its schema version did not have',
    workspaceOf({ 'tables/tenders.jsonl': lines([]) }),
    { kind: 'unlistedEntry', path: 'tables/tenders.jsonl' },
  ],
];
