/** How the two worlds of a page speak: messages over one port, which structured-clones what it carries. */
export const bridgeEvent = 'muster-double-bridge';

/** What the preload exposed: the names of its functions, under one name in the page. */
export interface Exposed {
  readonly key: string;
  readonly functions: readonly string[];
}

export interface Call {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });
