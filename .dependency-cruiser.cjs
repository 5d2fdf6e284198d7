/**
 * Who may import whom (the table in ARCHITECTURE.md). `test/run.ts` also asserts how many modules were looked at:
 * without the swc parser this tool is green over nothing.
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'domain-is-pure',
      '^shared/domain/',
      '^(shared/domain/|node_modules/(date-fns|@date-fns)/)',
      'Facts and rules only.',
    ),
    only('rows', '^shared/rows/', '^(shared/(domain|rows)/|node_modules/zod/)', 'Row shapes and their upgrades.'),
    only(
      'workspace',
      '^shared/workspace/',
      '^(shared/(domain|rows|workspace)/|node_modules/(zod|fflate|age-encryption)/)',
      'The workspace file.',
    ),
    only(
      'journal',
      '^shared/journal/',
      '^shared/(domain|rows|workspace|journal)/',
      'The history outside the database.',
    ),
    only(
      'interchange',
      '^shared/interchange/',
      '^(shared/(domain|rows|interchange)/|node_modules/(zod|papaparse|htmlparser2)/)',
      'Foreign formats.',
    ),
    only('word', '^shared/word/', '^(shared/(domain|word)/|node_modules/(docx|fflate)/)', 'The only importer of docx.'),
    only('host', '^shared/host/', '^(shared/(domain|host)/|node_modules/zod/)', 'The contract with the desktop.'),
    only(
      'store',
      '^renderer/src/store/',
      '^(shared/(domain|rows|interchange/ocds)/|renderer/src/store/|node_modules/(dexie|dexie-react-hooks|dequal|uuid|react|@types/react)/)',
      'What is saved.',
    ),
    only(
      'preload',
      '^electron/preload/',
      '^(shared/host/|electron/preload/|node_modules/electron/|electron$)',
      'The Electron adapter of Host.',
    ),
    {
      name: 'dexie-only-in-store',
      severity: 'error',
      from: { path: '^(renderer|electron|shared)/', pathNot: '^renderer/src/store/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'docx-only-in-word',
      severity: 'error',
      from: { path: '^(renderer|electron|shared)/', pathNot: '^shared/word/' },
      to: { path: 'node_modules/docx/' },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^renderer/src/features/([^/]+)/' },
      to: { path: '^renderer/src/features/', pathNot: '^renderer/src/features/$1/' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^renderer/src/ui/' },
      to: { path: '^(shared/|renderer/src/(?!ui/))' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^(renderer|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      from: { path: '^(renderer|shared)/' },
      to: { path: '(^electron/|node_modules/electron/)' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module-sync', 'node', 'default'],
    },
  },
};
