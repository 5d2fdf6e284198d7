/** Stands in for the `on` of an Electron object. It returns nothing to chain on, and nothing in Muster does. */
export function fakeEvents() {
  const listeners = new Map<string, (...args: never[]) => void>();
  return {
    on: (event: string, listener: (...args: never[]) => void): never => {
      listeners.set(event, listener);
      return undefined as never;
    },
    emit: (event: string, ...args: readonly unknown[]): void => listeners.get(event)?.(...(args as never[])),
  };
}
