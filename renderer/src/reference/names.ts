import { use } from 'react';
import cpvAddress from '../../../resources/cpv.json?url';
import regionsAddress from '../../../resources/regions.json?url';

/** Names of published codes by code; a code that is not in the list has none. */
export type Names = ReadonlyMap<string, string>;

let cpv: Promise<Names> | null = null;
let regions: Promise<Names> | null = null;

/** The names of the Common Procurement Vocabulary, fetched from the application itself when first asked for. */
export function useCpvNames(): Names {
  cpv ??= fetched<{ readonly labels: Readonly<Record<string, string>> }>(cpvAddress).then(
    (file) => new Map(Object.entries(file?.labels ?? {})),
  );
  return use(cpv);
}

/** The names of the places of performance. */
export function useRegionNames(): Names {
  regions ??= fetched<{ readonly regions: readonly { readonly code: string; readonly en: string }[] }>(
    regionsAddress,
  ).then((file) => new Map(file?.regions.map(({ code, en }) => [code, en])));
  return use(regions);
}

/** `null` where it cannot be had: codes then stand without their names. */
async function fetched<T>(address: string): Promise<T | null> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Muster's own files
    return (await (await fetch(address)).json()) as T;
  } catch {
    return null;
  }
}
