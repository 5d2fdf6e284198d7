import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bid } from '../../../shared/domain/bid/bid.ts';
import { type BidInput, bidInput } from '../../../shared/domain/bid/bidInput.ts';
import type { DocumentData } from '../../../shared/domain/document/document.ts';
import { type DocumentProblem, placeOf } from '../../../shared/domain/document/documentProblem.ts';
import {
  documentFileName,
  type DocumentKind,
  type DocumentVersion,
} from '../../../shared/domain/document/documentVersion.ts';
import { isLocalDate, type LocalDate, today } from '../../../shared/domain/time/localDate.ts';
import { err, ok, type Result } from '../../../shared/domain/basics/result.ts';
import { lastExport } from '../../../shared/rows/history.ts';
import { documentToDocx } from '../../../shared/word/documentToDocx.ts';
import { writeWholeFile } from '../../files/wholeFile.ts';
import { type Command, done, failed, misused, notWritten } from '../command.ts';
import { passphraseOption, passphraseSynopsis } from '../passphrase.ts';
import { explain, readWorkspaceFile } from '../workspaceFile.ts';

/** What sets the two documents of a bid apart on the command line. */
interface DocumentCommand {
  readonly name: string;
  readonly summary: string;
  readonly document: DocumentKind;
  /** The option that asks for the version that goes out. */
  readonly finalOption: 'final' | 'execution';
  readonly draft: (
    input: BidInput,
    version: DocumentVersion,
    on: LocalDate,
  ) => Result<{ readonly document: DocumentData; readonly remarks: readonly string[] }, readonly DocumentProblem[]>;
}

/** A command that writes one document of a bid as a Word file; where the final version is refused, with every reason. */
export function exportDocument({ name, summary, document, finalOption, draft }: DocumentCommand): Command {
  return {
    name,
    synopsis: `WORKSPACE --out FILE.docx|FOLDER [--${finalOption}] [--bid ID] [--date YYYY-MM-DD] [--no-page-numbers] [--force] ${passphraseSynopsis}`,
    summary: `${summary} In a folder the file is named after its version. --date stands for today; --no-page-numbers leaves them out of the contents, which is faster; --force replaces a file.`,
    async run(args, caller) {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: {
          ...passphraseOption,
          out: { type: 'string' },
          bid: { type: 'string' },
          date: { type: 'string' },
          [finalOption]: { type: 'boolean', default: false },
          'no-page-numbers': { type: 'boolean', default: false },
          force: { type: 'boolean', default: false },
        },
        allowPositionals: true,
      });
      const [file, ...rest] = positionals;
      if (file === undefined || rest.length > 0) return misused(`${name} takes one workspace file.`);
      if (values.out === undefined || values.out === '') return misused(`${name} needs --out FILE.docx or a folder.`);
      const date = values.date ?? today(new Date(), 'Europe/London');
      if (!isLocalDate(date)) return misused(`There is no day ${String(date)}. Write it as YYYY-MM-DD.`);

      const read = await readWorkspaceFile(file, values['passphrase-file'], caller);
      if (!read.ok) return failed(explain(file, read.error));
      const bid = chosenBid(read.value.bids, values.bid);
      if (!bid.ok) return failed(`${file}: ${bid.error}`);
      const input = bidInput(read.value, bid.value.id);
      if (input === null) return failed(`${file}: The tender of this bid is not in the workspace.\n`);

      const flags: Readonly<Record<string, unknown>> = values;
      const version: DocumentVersion = {
        kind: flags[finalOption] === true ? 'final' : 'draft',
        number: (lastExport(read.value.history, bid.value.id, document)?.version ?? 0) + 1,
      };
      const drafted = draft(input, version, date);
      if (!drafted.ok) {
        const problems = drafted.error.map((problem) => `  ${withPlace(problem, input)}\n`).join('');
        return failed(`${file}: Nothing was written. Fix these first, in Muster:\n${problems}`);
      }
      const named = caller.resolvePath(values.out);
      const inFolder = await isFolder(named);
      const fileName = documentFileName(document, input.tender.title, version, date);
      const target = inFolder ? path.join(named, fileName) : named;
      const shown = inFolder ? path.join(values.out, fileName) : values.out;
      if (!values.force && (await exists(target))) {
        return failed(`${shown} exists and was left as it is. Choose another name, or add --force to replace it.\n`);
      }
      const bytes = await documentToDocx(drafted.value.document, { pageNumbers: !values['no-page-numbers'] });
      const written = await writeWholeFile(target, bytes);
      return written.kind === 'written'
        ? done([`Wrote ${shown}.`, ...drafted.value.remarks, ''].join('\n'))
        : notWritten(shown, written.detail);
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

/** The sentence, and the part of the bid in which it is mended. */
function withPlace({ sentence, mend }: DocumentProblem, { organisations }: BidInput): string {
  return `${sentence} (${placeOf(mend, organisations)})`;
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
