import { parseArgs } from 'node:util';
import { standardPort } from '../browser/server.ts';
import { err, ok, type Result } from '../../shared/domain/basics/result.ts';

export interface StartOptions {
  readonly sample: boolean;
  readonly forceBrowser: boolean;
  readonly open: boolean;
  readonly port: number;
  readonly help: boolean;
}

export const help = `npm start -- [options]

Starts Muster: in Electron where that can be had, otherwise in an installed Chrome, Chromium, Edge or Brave.

  --sample    open the sample workspace
  --browser   use the browser even where Electron can be had
  --no-open   with the browser: print the address and open no window
  --port N    with the browser: serve on port N (standard ${String(standardPort)}); each port has a workspace of its own
  --help      show this`;

/** Reads the command line; the error is the sentence to show. */
export function parseStartOptions(args: readonly string[]): Result<StartOptions, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        sample: { type: 'boolean' },
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    }));
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  }
  const port = values.port === undefined ? standardPort : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return err('--port takes a number from 1 to 65535.');
  return ok({
    sample: values.sample === true,
    forceBrowser: values.browser === true,
    open: values['no-open'] !== true,
    port,
    help: values.help === true,
  });
}
