import type { Host } from '../../../../shared/host/host.ts';

/** A copy on this computer that was not scrubbed, and why. */
export interface UnscrubbedCopy {
  readonly name: string;
  readonly why: string;
}

/** The copies on this computer that still hold what they held: nothing can be written over what was set aside. */
export async function copiesHere(host: Host): Promise<readonly UnscrubbedCopy[]> {
  const listed = await host.listSetAside();
  if (listed.kind === 'failed') return [{ name: 'What was set aside on this computer', why: listed.detail }];
  return listed.files.map(({ name }) => ({ name, why: 'set aside on this computer' }));
}
