import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Bid } from '../../../shared/domain/bid/bid.ts';
import { type BidInput, bidInput } from '../../../shared/domain/bid/bidInput.ts';
import type { DocumentData } from '../../../shared/domain/document/document.ts';
import type { DocumentProblem } from '../../../shared/domain/document/documentProblem.ts';
import { isLocalDate, type LocalDate, today } from '../../../shared/domain/time/localDate.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import { type ExportedDocument, lastExport } from '../../../shared/rows/history.ts';
import { documentToDocx } from '../../../shared/word/documentToDocx.ts';
import { writeWholeFile } from '../../files/wholeFile.ts';
import { type Command, done, failed, misused, notWritten } from '../command.ts';
import { passphraseOption, passphraseSynopsis } from '../passphrase.ts';
import { explain, readWorkspaceFile } from '../workspaceFile.ts';

/** What sets the two documents of a bid apart on the command line. */
interface DocumentCommand {
  readonly name: string;
  readonly summary: string;
  readonly document: ExportedDocument['document'];
  readonly draft: (
    input: BidInput,
    on: LocalDate,
    version: number,
  ) => Result<{ readonly document: DocumentData; readonly remarks: readonly string[] }, readonly DocumentProblem[]>;
}

/** A command that writes one document of a bid as a Word file. */
export function exportDocument({ name, summary, document, draft }: DocumentCommand): Command {
  return {
    name,
    synopsis: `WORKSPACE --out FILE.docx [--bid ID] [--date YYYY-MM-DD] [--no-page-numbers] [--force] ${passphraseSynopsis}`,
    summary: `${summary} --date stands for today; --no-page-numbers leaves them out of the contents, which is faster; --force replaces a file.`,
    async run(args, caller) {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: {
          ...passphraseOption,
          out: { type: 'string' },
          bid: { type: 'string' },
          date: { type: 'string' },
          'no-page-numbers': { type: 'boolean', default: false },
          force: { type: 'boolean', default: false },
        },
        allowPositionals: true,
      });
      const [file, ...rest] = positionals;
      if (file === undefined || rest.length > 0) return misused(`${name} takes one workspace file.`);
      if (values.out === undefined || values.out === '') return misused(`${name} needs --out FILE.docx.`);
      const date = values.date ?? today(new Date(), 'Europe/London');
      if (!isLocalDate(date)) return misused(`There is no day ${String(date)}. Write it as YYYY-MM-DD.`);

      const read = await readWorkspaceFile(file, values['passphrase-file'], caller);
      if (!read.ok) return failed(explain(file, read.error));
      const bid = chosenBid(read.value.bids, values.bid);
      if (!bid.ok) return failed(`${file}: ${bid.error}`);
      const input = bidInput(read.value, bid.value.id);
      if (input === null) return failed(`${file}: The tender of this bid is not in the workspace.\n`);

      const version = (lastExport(read.value.history, bid.value.id, document)?.version ?? 0) + 1;
      const drafted = draft(input, date, version);
      if (!drafted.ok) {
        const problems = drafted.error.map(({ sentence }) => `  ${sentence}\n`).join('');
        return failed(`${file}: Nothing was written. To be mended first, in Muster:\n${problems}`);
      }
      const target = caller.resolvePath(values.out);
      if (!values.force && (await exists(target))) {
        return failed(
          `${values.out} exists and was left as it is. Choose another name, or add --force to replace it.\n`,
        );
      }
      const bytes = await documentToDocx(drafted.value.document, { pageNumbers: !values['no-page-numbers'] });
      const written = await writeWholeFile(target, bytes);
      return written.kind === 'written'
        ? done([`Wrote ${values.out}.`, ...drafted.value.remarks, ''].join('\n'))
        : notWritten(values.out, written.detail);
    },
  };
}

/** The bid that was named, or the only one; otherwise why none can be chosen. */
function chosenBid(bids: readonly Bid[], named: string | undefined): Result<Bid, string> {
  const [only, ...more] = bids;
  const bid = named === undefined && more.length === 0 ? only : bids.find(({ id }) => id === named);
  if (bid !== undefined) return ok(bid);
  if (only === undefined) return err('There is no bid in this workspace.\n');
  const list = bids.map(({ id, name }) => `  ${id}  ${name}\n`).join('');
  return err(`${named === undefined ? 'Say which bid with --bid ID' : `There is no bid ${named}`}. It has:\n${list}`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
