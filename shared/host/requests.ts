import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import { isFileName } from './fileName.ts';
import type { FileKind, Host } from './host.ts';

// Zod would otherwise compile its checks with `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true });

/**
 * The largest file of each kind that is read or written, in bytes. A file passes through memory as a whole, so this
 * bounds what a mistaken choice in a dialog can do to the window.
 */
export const maximumBytes: Readonly<Record<FileKind, number>> = {
  workspace: 512 * 1024 * 1024,
  spreadsheet: 64 * 1024 * 1024,
  evidence: 128 * 1024 * 1024,
  notices: 256_000_000,
  calendar: 64 * 1024 * 1024,
  document: 128 * 1024 * 1024,
};

const fileName = z.string().refine(isFileName, 'not a file name');
const fileKind = z.enum(['workspace', 'spreadsheet', 'evidence', 'notices', 'calendar', 'document']);
const bytes = z.instanceof(Uint8Array);

const saveRequest = z
  .strictObject({ kind: fileKind, suggestedName: fileName, bytes })
  .refine((request) => request.bytes.byteLength <= maximumBytes[request.kind], 'too many bytes');

const identity = z.string().min(1).max(200);
const workspaceMarker = z.strictObject({ workspaceId: identity, database: identity });

/** Reads a marker that was stored; the error says which field is wrong, never what it holds. */
export const parseMarker = parser(workspaceMarker);

/**
 * Checks the arguments of each request that reaches the desktop, as a list in the order of `Host`. The error names
 * the argument and the rule, never the content, so that it can be logged.
 */
export const parseRequest = {
  info: parser(z.tuple([])),
  saveFile: parser(z.tuple([saveRequest])),
  openFile: parser(z.tuple([fileKind])),
  takeOpenedFile: parser(z.tuple([])),
  reveal: parser(z.tuple([z.uuid()])),
  readMarker: parser(z.tuple([])),
  writeMarker: parser(z.tuple([workspaceMarker])),
  setAside: parser(
    z.tuple([fileName, bytes.refine(({ byteLength }) => byteLength <= maximumBytes.workspace, 'too many bytes')]),
  ),
  listSetAside: parser(z.tuple([])),
  readSetAside: parser(z.tuple([fileName])),
} satisfies { readonly [Method in keyof Host]: (value: unknown) => Result<Parameters<Host[Method]>, string> };

function parser<T>(schema: z.ZodType<T>): (value: unknown) => Result<T, string> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return ok(parsed.data);
    return err(parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; '));
  };
}
