import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ofLotsBidFor } from '../../../shared/domain/bid/lotsBidFor.ts';
import { calendarOf } from '../../../shared/interchange/icalendar.ts';
import { writeWholeFile } from '../../files/wholeFile.ts';
import { type Command, done, failed, misused, notWritten } from '../command.ts';
import { passphraseOption, passphraseSynopsis } from '../passphrase.ts';
import { explain, readWorkspaceFile } from '../workspaceFile.ts';

export const exportCalendar: Command = {
  name: 'export calendar',
  synopsis: `WORKSPACE --out FILE.ics [--bid ID] [--force] ${passphraseSynopsis}`,
  summary:
    'Write the deadlines of a workspace, or those that one bid counts by its lots, as a calendar file. --out - writes to stdout; --force replaces a file.',
  async run(args, caller) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...passphraseOption,
        out: { type: 'string' },
        bid: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return misused('export calendar takes one workspace file.');
    if (values.out === undefined || values.out === '') return misused('export calendar needs --out FILE.ics.');

    const read = await readWorkspaceFile(file, values['passphrase-file'], caller);
    if (!read.ok) return failed(explain(file, read.error));
    const { workspace, bids, tenders } = read.value;
    const bid = bids.find(({ id }) => id === values.bid);
    if (values.bid !== undefined && bid === undefined) {
      const known = bids.map(({ id, name }) => `  ${id}  ${name}\n`).join('');
      return failed(
        `There is no bid ${values.bid} in ${file}. ${known === '' ? 'It has none.\n' : `It has:\n${known}`}`,
      );
    }
    const own = tenders.find(({ id }) => id === bid?.tenderId);
    const ofBid =
      bid === undefined || own === undefined ? [] : [{ ...own, deadlines: ofLotsBidFor(bid, own.deadlines) }];
    const exported = bid === undefined ? tenders : ofBid;
    const calendar = calendarOf(exported, workspace.name, new Date());
    if (values.out === '-') return done(calendar);

    const target = caller.resolvePath(values.out);
    if (!values.force && (await exists(target))) {
      return failed(`${values.out} exists and was left as it is. Choose another name, or add --force to replace it.\n`);
    }
    const written = await writeWholeFile(target, new TextEncoder().encode(calendar));
    const count = exported.flatMap(({ deadlines }) => deadlines).length;
    return written.kind === 'written'
      ? done(`Wrote ${count} ${count === 1 ? 'date' : 'dates'} to ${values.out}.\n`)
      : notWritten(values.out, written.detail);
  },
};

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
