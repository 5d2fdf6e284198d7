import {
  type DirectoryColumn,
  type DirectoryFilter,
  type SortDirection,
} from '../../../../shared/domain/organisation/directory.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { legalForms } from '../../../../shared/domain/organisation/legalForm.ts';
import { statusFlags } from '../../../../shared/domain/organisation/organisation.ts';

/** What the directory shows, as its address says it. */
export interface DirectoryView extends Omit<DirectoryFilter, 'expiresBy'> {
  /** Only those with evidence that has ended or ends soon. */
  readonly expiring: boolean;
  readonly column: DirectoryColumn;
  readonly direction: SortDirection;
}

export const sortableColumns: readonly DirectoryColumn[] = [
  'name',
  'legalForm',
  'postcode',
  'identifier',
  'missing',
  'nextExpiry',
];

const formNames = [...keysOf(legalForms), 'unknown' as const];
const gapNames = ['some', 'none'] as const;

/** Reads `?q=…&form=…&flag=…&gaps=some&expiring=1&sort=-missing`; what it does not know it leaves out. */
export function viewFrom(address: URLSearchParams): DirectoryView {
  const listed = (name: string): readonly string[] => address.get(name)?.split(',') ?? [];
  const sort = address.get('sort') ?? '';
  return {
    text: address.get('q') ?? '',
    legalForms: formNames.filter((form) => listed('form').includes(form)),
    flags: keysOf(statusFlags).filter((flag) => listed('flag').includes(flag)),
    gaps: gapNames.find((name) => name === address.get('gaps')) ?? 'any',
    expiring: address.get('expiring') === '1',
    column: sortableColumns.find((column) => column === sort.replace(/^-/, '')) ?? 'name',
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
  };
}

/** The address of a view, as short as it can be. */
export function addressOf(view: DirectoryView): URLSearchParams {
  const sort = `${view.direction === 'descending' ? '-' : ''}${view.column}`;
  const said = {
    q: view.text,
    form: view.legalForms.join(','),
    flag: view.flags.join(','),
    gaps: view.gaps === 'any' ? '' : view.gaps,
    expiring: view.expiring ? '1' : '',
    sort: sort === 'name' ? '' : sort,
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
}

/** Whether a view leaves anything out. */
export function isFiltered(view: DirectoryView): boolean {
  return [...addressOf(view).keys()].some((name) => name !== 'sort');
}
