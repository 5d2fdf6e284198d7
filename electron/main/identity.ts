/**
 * Where people's data lives: IndexedDB belongs to the origin, everything else to the data folder. Neither changes
 * once released, whatever the product comes to be called.
 */
export const scheme = 'app';
export const host = 'bundle';
export const origin = `${scheme}://${host}`;
export const dataFolderName = 'Muster';

/** Groups Muster's windows on the Windows task bar; the same as `appId` in electron-builder.yml. */
export const appId = 'app.muster.desktop';

/** The one document there is; screens are told apart behind the `#`. */
export const documentAddress = `${origin}/index.html`;

/** Compared as text, so that whatever a parser might read in a crafted address, it is not this document. */
export function isOwnDocument(address: string): boolean {
  const [document] = address.split('#', 1);
  return document === documentAddress || document === `${origin}/`;
}

export function isOwnOrigin(address: string): boolean {
  return address === origin || address.startsWith(`${origin}/`);
}
