import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Failed } from '../../shared/host/failed.ts';
import type { Host } from '../../shared/host/host.ts';
import { parseRequest } from '../../shared/host/requests.ts';
import type { Result } from '../../shared/domain/basics/result.ts';
import { origin } from './identity.ts';

type Registrar = Pick<IpcMain, 'handle'>;
type Log = (line: string) => void;

/** Opens the host to the page: every request of the contract, and no other. */
export function serveHost(ipcMain: Registrar, host: Host, log: Log): void {
  const handle = requestHandler(ipcMain, log);
  handle('info', parseRequest.info, host.info);
  handle('saveFile', parseRequest.saveFile, host.saveFile);
  handle('openFile', parseRequest.openFile, host.openFile);
  handle('takeOpenedFile', parseRequest.takeOpenedFile, host.takeOpenedFile);
  handle('reveal', parseRequest.reveal, host.reveal);
  handle('readMarker', parseRequest.readMarker, host.readMarker);
  handle('writeMarker', parseRequest.writeMarker, host.writeMarker);
  handle('listFiles', parseRequest.listFiles, host.listFiles);
  handle('readFile', parseRequest.readFile, host.readFile);
  handle('writeFile', parseRequest.writeFile, host.writeFile);
  handle('appendFile', parseRequest.appendFile, host.appendFile);
  handle('removeFile', parseRequest.removeFile, host.removeFile);
  handle('removeHalfWritten', parseRequest.removeHalfWritten, host.removeHalfWritten);
  handle('secondFolder', parseRequest.secondFolder, host.secondFolder);
  handle('chooseSecondFolder', parseRequest.chooseSecondFolder, host.chooseSecondFolder);
  handle('allowSecondFolder', parseRequest.allowSecondFolder, host.allowSecondFolder);
  handle('forgetSecondFolder', parseRequest.forgetSecondFolder, host.forgetSecondFolder);
  handle('freeSpace', parseRequest.freeSpace, host.freeSpace);
  handle('revealData', parseRequest.revealData, host.revealData);
}

/**
 * The only door into the main process. A request from any frame but the main one of our origin, or with arguments
 * that do not parse, gets a refusal as its answer. It is logged by name; the content is the user's.
 */
function requestHandler(ipcMain: Registrar, log: Log) {
  return function handle<Method extends keyof Host>(
    method: Method,
    parse: (value: unknown) => Result<Parameters<Host[Method]>, string>,
    answer: (...request: Parameters<Host[Method]>) => ReturnType<Host[Method]>,
  ): void {
    ipcMain.handle(`host:${method}`, async (event: Pick<IpcMainInvokeEvent, 'senderFrame'>, ...request: unknown[]) => {
      if (!isOwnMainFrame(event)) return refuse(method, 'The sender is not the page of Muster.');
      const parsed = parse(request);
      return parsed.ok ? answer(...parsed.value) : refuse(method, parsed.error);
    });
  };

  function refuse(method: string, detail: string): Failed {
    log(`host:${method} refused. ${detail}`);
    return { kind: 'failed', reason: 'refused', detail };
  }
}

/** The frame is null when it has navigated away or been destroyed since it asked. */
function isOwnMainFrame({ senderFrame: frame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}
