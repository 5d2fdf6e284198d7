import { readFileSync } from 'node:fs';
import { type Caller, type Command, type Outcome, done, misused } from './command.ts';
import { exportAgreement } from './commands/exportAgreement.ts';
import { exportBid } from './commands/exportBid.ts';
import { exportCalendar } from './commands/exportCalendar.ts';
import { exportOrganisations } from './commands/exportOrganisations.ts';
import { importNotices } from './commands/importNotices.ts';
import { verify } from './commands/verify.ts';

const commands: readonly Command[] = [
  verify,
  exportOrganisations,
  importNotices,
  exportAgreement,
  exportBid,
  exportCalendar,
];

const help = `Usage: npm run --silent muster -- COMMAND

${commands.map(({ name, synopsis, summary }) => `  ${name} ${synopsis}\n      ${summary}`).join('\n')}
  --help
      Show this.
  --version
      Show the version of Muster.

--silent keeps npm's own lines off stdout. Paths are taken from the folder you are in.
Exit codes: 0 done; 1 the file was refused or the work failed; 2 not called as above.
Results go to stdout, problems to stderr. A workspace file is only ever read.
A protected one is opened with the passphrase in the file that --passphrase-file names; without it, you are asked at the terminal.
`;

/** What `muster` answers to these words, without touching the process. Paths are resolved, and passphrases asked for, as the caller says. */
export async function muster(args: readonly string[], caller: Caller): Promise<Outcome> {
  const [first] = args;
  if (first === undefined) return misused('Say what to do.');
  if (args.includes('--help') || args.includes('-h')) return done(help);
  if (first === '--version') return done(`${version()}\n`);
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, index) => word === args[index])) return run(command, args.slice(words.length), caller);
  }
  return misused(`There is no command “${args.slice(0, 2).join(' ')}”.`);
}

async function run(command: Command, args: readonly string[], caller: Caller): Promise<Outcome> {
  try {
    return await command.run(args, caller);
  } catch (problem) {
    if (isParseArgsError(problem)) return misused(problem.message);
    throw problem;
  }
}

function isParseArgsError(problem: unknown): problem is Error {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return manifest instanceof Object && 'version' in manifest ? String(manifest.version) : 'unknown';
}
