import { z } from 'zod';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { isFileName } from './fileName.ts';
import type { Host } from './host.ts';
import { maximumBytes } from './limits.ts';
import { isMarkerName } from './marker.ts';

// Zod would otherwise compile its checks with `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true });

const fileName = z.string().refine(isFileName, 'not a file name');
const fileKind = z.enum(['workspace', 'spreadsheet', 'evidence', 'notices', 'calendar', 'document']);
const bytes = z.instanceof(Uint8Array);

const saveRequest = z
  .strictObject({ kind: fileKind, suggestedName: fileName, bytes })
  .refine((request) => request.bytes.byteLength <= maximumBytes[request.kind], 'too many bytes');

const identity = z.string().refine(isMarkerName);
const workspaceMarker = z.strictObject({ workspaceId: identity, database: identity });

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
