// Outside a bundle, in a test, there is no version.
const version = (import.meta as Partial<ImportMeta>).env?.APP_VERSION;

/** The program and version, as it signs what it writes. */
export const thisMuster = version === undefined ? 'Muster' : `Muster ${version}`;
