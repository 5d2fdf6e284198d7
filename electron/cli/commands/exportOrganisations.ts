import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { today } from '../../../shared/domain/time/localDate.ts';
import { organisationsToCsv } from '../../../shared/interchange/organisationsCsv.ts';
import { writeWholeFile } from '../../files/wholeFile.ts';
import { type Command, done, failed, misused, notWritten } from '../command.ts';
import { passphraseOption, passphraseSynopsis } from '../passphrase.ts';
import { explain, readWorkspaceFile } from '../workspaceFile.ts';

export const exportOrganisations: Command = {
  name: 'export organisations',
  synopsis: `WORKSPACE --out FILE.csv [--force] ${passphraseSynopsis}`,
  summary: 'Write the organisations of a workspace as CSV. --out - writes to stdout; --force replaces a file.',
  async run(args, caller) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...passphraseOption, out: { type: 'string' }, force: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return misused('export organisations takes one workspace file.');
    if (values.out === undefined || values.out === '') return misused('export organisations needs --out FILE.csv.');

    const read = await readWorkspaceFile(file, values['passphrase-file'], caller);
    if (!read.ok) return failed(explain(file, read.error));
    const csv = organisationsToCsv(read.value.organisations, today(new Date(), 'Europe/London'));
    if (values.out === '-') return done(csv);

    const target = caller.resolvePath(values.out);
    if (!values.force && (await exists(target))) {
      return failed(`${values.out} exists and was left as it is. Choose another name, or add --force to replace it.\n`);
    }
    const written = await writeWholeFile(target, new TextEncoder().encode(csv));
    return written.kind === 'written'
      ? done(`Wrote ${read.value.organisations.length} organisations to ${values.out}.\n`)
      : notWritten(values.out, written.detail);
  },
};

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
