import { readdirSync } from 'node:fs';
import path from 'node:path';
import { command, failed, passed, type Step, type Tally, tool } from './step.ts';

const sourceFolders = ['electron', 'renderer/src', 'shared', 'test'];

/** What is read but not run: format, lint, types, who imports whom, what nobody uses. */
export const checks: readonly Step[] = [
  simple('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  simple('lint', 'oxlint/bin/oxlint', ['--deny-warnings', '--quiet']),
  simple('types', 'typescript/bin/tsc', ['-b']),
  { name: 'boundaries', run: boundaries },
  simple('unused', 'knip/bin/knip.js', ['--no-progress']),
];

function simple(name: string, file: string, args: readonly string[]): Step {
  return { name, run: async () => ((await tool(file, args)).ok ? passed : failed) };
}

interface CruiseReport {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly error: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

async function boundaries(): Promise<Tally> {
  const { ok, stdout, stderr } = await command(
    process.execPath,
    [
      '--require=./test/support/runner/swcReadsTsx.cjs',
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config=.dependency-cruiser.cjs',
      '--output-type=json',
      ...sourceFolders,
    ],
    { show: 'never' },
  );
  if (!ok && stdout === '') {
    console.log(stderr);
    return { ...failed, note: 'a file could not be read' };
  }
  const { modules, summary }: CruiseReport = JSON.parse(stdout);
  const seen = new Set(modules.map(({ source }) => source));
  // Without a parser that reads TypeScript this tool looks at nothing and is content.
  const unseen = sourceFolders.flatMap(sourceFiles).filter((file) => !seen.has(file));
  for (const file of unseen) console.log(`  not looked at: ${file}`);
  for (const { rule, from, to } of summary.violations) console.log(`  ${rule.name}: ${from} → ${to}`);
  return unseen.length === 0 && summary.error === 0
    ? { ...passed, note: `${String(seen.size)} modules` }
    : { ...failed, note: `${String(summary.error)} violations, ${String(unseen.length)} files not looked at` };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, ...name.split(path.sep)));
}
