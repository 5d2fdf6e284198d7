import { readFile } from 'node:fs/promises';
import type { ReadStream } from 'node:tty';
import { err, ok, type Result } from '../../shared/domain/basics/result.ts';
import type { Caller } from './command.ts';

/** The option of every command that opens a workspace, and how `--help` shows it. */
export const passphraseOption = { 'passphrase-file': { type: 'string' } } as const;
export const passphraseSynopsis = '[--passphrase-file FILE]';

/**
 * The passphrase of the file that was named `name`, from the file of `--passphrase-file` or from the terminal, or the
 * sentence that says why there is none. Never from the command line itself, which others on the computer can read.
 */
export async function passphraseFor(
  name: string,
  passphraseFile: string | undefined,
  { resolvePath, askPassphrase }: Caller,
): Promise<Result<string, string>> {
  if (passphraseFile === undefined) {
    const typed = await askPassphrase(`Passphrase of ${name}: `);
    return typed === null || typed === '' ? err('Give its passphrase with --passphrase-file FILE.') : ok(typed);
  }
  try {
    // Editors end a file with a line feed, which is no part of the passphrase.
    const passphrase = (await readFile(resolvePath(passphraseFile), 'utf8')).replace(/\r?\n$/, '');
    return passphrase === '' ? err(`There is no passphrase in ${passphraseFile}.`) : ok(passphrase);
  } catch {
    return err(`The passphrase in ${passphraseFile} cannot be read. Check the path and the rights to it.`);
  }
}

/** Asks at a terminal without showing what is typed. */
export function askAt(input: ReadStream, say: (words: string) => void): Caller['askPassphrase'] {
  return (question) => {
    if (!input.isTTY) return Promise.resolve(null);
    say(question);
    input.setEncoding('utf8');
    input.setRawMode(true);
    return new Promise((resolve) => {
      let typed = '';
      const end = (answer: string | null) => {
        input.off('data', onData);
        input.setRawMode(false);
        input.pause();
        say('\n');
        resolve(answer);
      };
      const onData = (keys: string) => {
        for (const key of keys) {
          if (key === '\r' || key === '\n') return end(typed);
          // Ctrl+C and Ctrl+D
          if (key === '\u0003' || key === '\u0004') return end(null);
          typed = key === '\u007F' || key === '\b' ? typed.replace(/.$/su, '') : typed + key;
        }
      };
      input.on('data', onData);
    });
  };
}
