import { decode, encode } from './wire.ts';

export interface SenderFrame {
  readonly origin: string;
  readonly parent: SenderFrame | null;
}

type Handler = (event: { readonly senderFrame: SenderFrame | null }, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

/** Answers one message of the preload's binding with the message to send back. */
export async function answerInvoke(message: string, senderFrame: SenderFrame | null): Promise<string> {
  const { id, channel, args } = JSON.parse(message);
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const decoded = decode(args);
    const value = await handler({ senderFrame }, ...(Array.isArray(decoded) ? decoded : []));
    return JSON.stringify({ id, value: encode(value) });
  } catch (problem) {
    return JSON.stringify({ id, error: `Error invoking remote method '${channel}': ${String(problem)}` });
  }
}
