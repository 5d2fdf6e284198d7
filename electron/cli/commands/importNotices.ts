import { parseArgs } from 'node:util';
import { formatDue } from '../../../shared/domain/time/countdown.ts';
import { formatPounds } from '../../../shared/domain/basics/money.ts';
import { type Result, err, ok } from '../../../shared/domain/basics/result.ts';
import type { TenderValue } from '../../../shared/domain/tender/tender.ts';
import { largestNoticeFile } from '../../../shared/interchange/ocds/bytesToText.ts';
import type { MappedRelease } from '../../../shared/interchange/ocds/mappedRelease.ts';
import { noticeFileProblemSentence } from '../../../shared/interchange/ocds/noticeFileProblem.ts';
import { type NoticeDate, resolutions } from '../../../shared/interchange/ocds/publishedDates.ts';
import { type ReadNotices, readNotices } from '../../../shared/interchange/ocds/readNotices.ts';
import { readWholeFile } from '../../files/wholeFile.ts';
import { type Command, misused, printable } from '../command.ts';

export const importNotices: Command = {
  name: 'import-notices',
  synopsis: 'FILE… [--json]',
  summary: 'Read published notices (OCDS JSON) as Muster would, and list what they hold and what was not used.',
  async run(args, { resolvePath }) {
    const { values, positionals: files } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (files.length === 0) return misused('import-notices takes one file of notices or several.');

    const outcomes: FileOutcome[] = [];
    for (const file of files) outcomes.push({ file, read: await readFile(resolvePath(file)) });
    const exitCode = outcomes.every(({ read }) => read.ok) ? 0 : 1;
    if (values.json) {
      const stdout = `${JSON.stringify({ ok: exitCode === 0, files: outcomes.map(fileAsJson) }, null, 2)}\n`;
      return { exitCode, stdout };
    }
    const stdout = outcomes.map(({ file, read }) => (read.ok ? table(file, read.value) : '')).join('');
    const stderr = outcomes.map(({ file, read }) => (read.ok ? '' : `${file}: ${read.error.sentence}\n`)).join('');
    return { exitCode, stdout: printable(stdout), stderr: printable(stderr) };
  },
};

/** Why a file is refused: `kind` for scripts, the sentence for people. */
interface Refusal {
  readonly kind: string;
  readonly sentence: string;
}

interface FileOutcome {
  readonly file: string;
  readonly read: Result<ReadNotices, Refusal>;
}

async function readFile(file: string): Promise<Result<ReadNotices, Refusal>> {
  const opened = await readWholeFile(file, largestNoticeFile);
  if (opened.kind === 'failed')
    return err({ kind: opened.reason, sentence: `This file cannot be read. ${opened.detail}` });
  if (opened.kind !== 'opened') return err({ kind: opened.kind, sentence: 'This file cannot be read.' });
  const read = readNotices(opened.bytes);
  return read.ok ? ok(read.value) : err({ ...read.error, sentence: noticeFileProblemSentence(read.error) });
}

function fileAsJson({ file, read }: FileOutcome): unknown {
  if (!read.ok) return { file, ok: false, problem: read.error };
  const { encoding, remarks, releases } = read.value;
  return { file, ok: true, encoding, remarks, releases: releases.map(releaseAsJson) };
}

function releaseAsJson(release: MappedRelease): unknown {
  const { ocid, releaseId, tags, publishedAt, facts, lots, dates, remarks, unused } = release;
  const { said, ending, corrections, notUnderstood, awards, isUpdate } = release;
  return {
    ocid,
    releaseId,
    tags,
    publishedAt,
    ...facts,
    value: valueAsJson(facts.value),
    dates: dates.map(dateAsJson),
    lots: lots.map((lot) => Object.assign({}, lot, { value: valueAsJson(lot.value) })),
    said,
    ending,
    corrections,
    notUnderstood,
    awards,
    isUpdate,
    remarks,
    unused,
  };
}

function dateAsJson({ due, ...date }: NoticeDate): unknown {
  const when = due.kind === 'instant' ? { zone: due.zone } : { day: due.on };
  return { ...date, ...when, resolved: resolutions[date.resolution] };
}

function valueAsJson({ net, gross, currency }: TenderValue): unknown {
  return { netPence: net, grossPence: gross, currency };
}

function table(file: string, { releases, encoding, remarks }: ReadNotices): string {
  const heading = [`${file}: ${releases.length} ${releases.length === 1 ? 'release' : 'releases'}, ${encoding}`];
  return [...heading, ...remarks.map((remark) => `  ${remark}`), '', ...releases.flatMap(entry), ''].join('\n');
}

function entry({ releaseId, facts, lots, dates, remarks, unused, ...more }: MappedRelease): readonly string[] {
  const { said, ending, notUnderstood } = more;
  const deadlines = dates.filter(({ kind }) => kind !== null && kind !== 'publication');
  const rows = deadlines.map(({ label, lotNumber, due, original }) => {
    const lot = lotNumber === null ? '' : `lot ${lotNumber}: `;
    return `  ${(lot + label).padEnd(40)} ${formatDue(due).padEnd(32)} ${original}`;
  });
  return [
    `${releaseId}  ${facts.noticeType ?? '-'}  ${facts.title}`,
    `  ${facts.buyer.name}`,
    `  ${valueInWords(facts.value)}; ${lots.length} ${lots.length === 1 ? 'lot' : 'lots'}; CPV ${facts.cpv.map(({ code }) => code).join(', ')}`,
    ...(ending === null ? [] : [`  ${endingInWords(ending)}`]),
    ...rows,
    ...said.map(({ what, from, to }) => `  ${what}: ${from === '' ? '' : `${from} → `}${to}`),
    ...notUnderstood.map(({ path, words }) => `  NOT UNDERSTOOD ${path}: ${words}`),
    ...remarks.map(({ path, sentence }) => `  ! ${path}: ${sentence}`),
    `  Not used: ${unused.length === 0 ? 'nothing' : unused.join(', ')}`,
    '',
  ];
}

function endingInWords({ lots, on, reason }: NonNullable<MappedRelease['ending']>): string {
  const what = lots === null ? 'Ends the procurement' : `Gives up lots ${lots.join(', ')}`;
  return `${what}${on === null ? '' : ` on ${on}`}${reason === '' ? '' : `: ${reason}`}`;
}

function valueInWords({ net, gross, currency }: TenderValue): string {
  const amount = (pence: number) =>
    currency === 'GBP' ? formatPounds(pence) : `${currency} ${(pence / 100).toFixed(2)}`;
  const parts = [
    gross === null ? null : `${amount(gross)} with VAT`,
    net === null ? null : `${amount(net)} without VAT`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'No value given' : parts.join(', ');
}
