import { parseArgs } from 'node:util';
import { tableOf } from '../../../shared/domain/basics/tableOf.ts';
import { recordTables } from '../../../shared/rows/records.ts';
import type { ReadWorkspace } from '../../../shared/workspace/readWorkspace.ts';
import { type Command, done, failed, misused, printable } from '../command.ts';
import { passphraseOption, passphraseSynopsis } from '../passphrase.ts';
import { explain, readWorkspaceFile } from '../workspaceFile.ts';

export const verify: Command = {
  name: 'verify',
  synopsis: `WORKSPACE [--json] ${passphraseSynopsis}`,
  summary: 'Read a workspace file as Muster would, and say what it holds or why it is refused.',
  async run(args, caller) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...passphraseOption, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return misused('verify takes one workspace file.');

    const read = await readWorkspaceFile(file, values['passphrase-file'], caller);
    if (!read.ok) {
      return values.json
        ? { exitCode: 1, stdout: json({ ok: false, refusal: read.error }) }
        : failed(explain(file, read.error));
    }
    return done(values.json ? json({ ok: true, ...facts(read.value) }) : report(file, read.value));
  },
};

function facts(read: ReadWorkspace) {
  const { workspace, manifest, history, attachments } = read;
  const { formatVersion, schemaVersion, savedAt, savedBy } = manifest;
  return {
    workspace,
    savedAt,
    savedBy,
    formatVersion,
    schemaVersion,
    counts: {
      ...tableOf(recordTables, (table) => read[table].length),
      history: history.length,
      attachments: attachments.length,
    },
  };
}

function report(file: string, read: ReadWorkspace): string {
  const { workspace, savedAt, savedBy, formatVersion, schemaVersion, counts } = facts(read);
  const lines = [
    `${file} is sound.`,
    `  Workspace      ${workspace.name} (${workspace.id})`,
    `  Saved          ${savedAt} by ${savedBy}`,
    `  Versions       format ${formatVersion}, schema ${schemaVersion}`,
    `  Organisations  ${counts.organisations}`,
    `  Tenders        ${counts.tenders}`,
    `  Bids           ${counts.bids}`,
    `  Capabilities   ${counts.capabilities}`,
    `  History        ${counts.history}`,
    `  Attachments    ${counts.attachments}`,
  ];
  return printable(`${lines.join('\n')}\n`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
