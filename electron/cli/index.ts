import path from 'node:path';
import { muster } from './muster.ts';
import { askAt } from './passphrase.ts';

const askPassphrase = askAt(process.stdin, (words) => process.stderr.write(words));
const outcome = await muster(process.argv.slice(2), { resolvePath, askPassphrase });
process.stdout.on('error', () => process.exit()); // the reader, such as `head`, has had enough
process.stdout.write(outcome.stdout ?? '');
process.stderr.write(outcome.stderr ?? '');
process.exitCode = outcome.exitCode;

/** npm runs scripts in the project's folder and leaves word of the one it was called from. */
function resolvePath(typed: string): string {
  const calledFrom = process.env['npm_lifecycle_event'] === 'muster' ? process.env['INIT_CWD'] : undefined;
  return path.resolve(calledFrom ?? process.cwd(), typed);
}
