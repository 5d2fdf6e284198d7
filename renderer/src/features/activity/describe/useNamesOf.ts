import { useMemo } from 'react';
import type { RowChange } from '../../../../../shared/rows/history.ts';
import type { RecordTable } from '../../../../../shared/rows/records.ts';
import { type KnownNames, useNames, type Wanted } from '../../../store/queries/names.ts';
import { describeChange } from './describeChange.ts';
import { isPart, type Names, textOf } from './field.ts';

/** What the ids in these changes stand for; `undefined` while it is being read. */
export function useNamesOf(
  changes: readonly RowChange[],
): { readonly names: Names; readonly known: KnownNames } | undefined {
  const wanted = useMemo(() => wantedBy(changes), [changes]);
  const known = useNames(wanted);
  return useMemo(
    () => (known === undefined ? undefined : { names: namesFrom(known, changes), known }),
    [known, changes],
  );
}

/** Describes the changes once, only to see which ids they name. */
export function wantedBy(changes: readonly RowChange[]): Wanted {
  const records = {
    organisations: new Set<string>(),
    tenders: new Set<string>(),
    bids: new Set<string>(),
    capabilities: new Set<string>(),
  };
  const lotsOf = { tenders: new Set<string>(), bids: new Set<string>() };
  const named: Readonly<Partial<Record<RecordTable, Set<string>>>> = records;
  const names: Names = {
    organisation: asking(records.organisations),
    capability: asking(records.capabilities),
    tender: asking(records.tenders),
    lot: () => '',
  };
  for (const change of changes) {
    describeChange(change, names);
    if (change.table === 'tenders') lotsOf.tenders.add(change.id);
    if (change.table === 'bids') lotsOf.bids.add(change.id);
    for (const side of [change.before, change.after]) {
      if (change.table === 'bids' && isPart(side) && side['tenderId'] !== undefined)
        lotsOf.tenders.add(textOf(side['tenderId']));
    }
    named[change.table === 'capabilityProfiles' ? 'organisations' : change.table]?.add(change.id);
  }
  return {
    records: {
      organisations: [...records.organisations],
      tenders: [...records.tenders],
      bids: [...records.bids],
      capabilities: [...records.capabilities],
    },
    lotsOf: { tenders: [...lotsOf.tenders], bids: [...lotsOf.bids] },
  };
}

function namesFrom({ records, lots }: KnownNames, changes: readonly RowChange[]): Names {
  const nameOr = (none: string) => (id: string) => {
    const record = records.get(id);
    return record === undefined ? none : `${record.name}${record.isThere ? '' : ' (removed)'}`;
  };
  const lotsHere = lotsIn(changes);
  return {
    organisation: nameOr('an organisation that is not here'),
    capability: nameOr('a capability that is not here'),
    tender: nameOr('a tender that is not here'),
    lot: (id) => lots.get(id) ?? lotsHere.get(id) ?? 'a lot that the tender no longer has',
  };
}

/** The lots that the changes themselves bring or take away. */
function lotsIn(changes: readonly RowChange[]): ReadonlyMap<string, string> {
  const sides = changes
    .flatMap(({ table, before, after }) => (table === 'tenders' ? [before, after] : []))
    .filter(isPart);
  const lots = sides.flatMap((side) => (Array.isArray(side['lots']) ? side['lots'].filter(isPart) : []));
  return new Map(lots.map(({ id, number }) => [textOf(id), `Lot ${textOf(number)}`]));
}

/** Notes an id instead of naming it. */
function asking(ids: Set<string>): (id: string) => string {
  return (id) => {
    ids.add(id);
    return '';
  };
}
