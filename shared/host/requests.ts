import { z } from 'zod';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { isFileName } from './fileName.ts';
import type { Host } from './host.ts';
import { maximumBytes } from './limits.ts';
import { isMarkerName } from './marker.ts';
import { storedFolders } from './storedFiles.ts';

// Zod would otherwise compile its checks with `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true });

const fileName = z.string().refine(isFileName, 'not a file name');
const fileKind = z.enum(['workspace', 'spreadsheet', 'evidence', 'notices', 'calendar', 'document']);
const bytes = z.instanceof(Uint8Array);
const folder = z.enum(storedFolders);
const storedBytes = bytes.refine(({ byteLength }) => byteLength <= maximumBytes.workspace, 'too many bytes');

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
  listFiles: parser(z.tuple([folder])),
  readFile: parser(z.tuple([folder, fileName, z.int(), z.int().positive().optional()])),
  writeFile: parser(z.tuple([folder, fileName, storedBytes, z.enum(['refuse', 'replace'])])),
  appendFile: parser(z.tuple([folder, fileName, z.int().nonnegative(), storedBytes])),
  removeFile: parser(z.tuple([folder, fileName])),
  removeHalfWritten: parser(z.tuple([folder])),
  secondFolder: parser(z.tuple([])),
  chooseSecondFolder: parser(z.tuple([])),
  allowSecondFolder: parser(z.tuple([])),
  forgetSecondFolder: parser(z.tuple([])),
  freeSpace: parser(z.tuple([])),
  revealData: parser(z.tuple([])),
} satisfies { readonly [Method in keyof Host]: (value: unknown) => Result<Parameters<Host[Method]>, string> };

function parser<T>(schema: z.ZodType<T>): (value: unknown) => Result<T, string> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return ok(parsed.data);
    return err(parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; '));
  };
}
