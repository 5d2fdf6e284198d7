import { addDays, parseISO, startOfDay } from 'date-fns';
import { isLocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { ChangeKind, RecordKind } from '../../../../shared/rows/activity.ts';
import type { ActivityFilter } from '../../store/queries/activity.ts';
import type { AddressFilters } from '../../ui/useAddressFilters.ts';

export const kindOptions: readonly { readonly value: RecordKind; readonly label: string }[] = [
  { value: 'organisations', label: 'Organisations' },
  { value: 'tenders', label: 'Tenders' },
  { value: 'bids', label: 'Bids' },
  { value: 'capabilities', label: 'Capabilities' },
  { value: 'workspace', label: 'The workspace itself' },
];

export const changeOptions: readonly { readonly value: ChangeKind; readonly label: string }[] = [
  { value: 'added', label: 'Added' },
  { value: 'changed', label: 'Changed' },
  { value: 'removed', label: 'Removed' },
  { value: 'undone', label: 'Undone or redone' },
  { value: 'fact', label: 'Only recorded: saved, exported' },
];

/** Reads `?of=…&kind=bids&change=removed&from=2026-11-01&to=2026-11-30`; the text is looked for apart from this. */
export function filterFrom(value: AddressFilters['value']): ActivityFilter {
  const [from, to] = [value('from'), value('to')];
  return {
    recordId: value('of') || null,
    kind: kindOptions.find((option) => option.value === value('kind'))?.value ?? null,
    change: changeOptions.find((option) => option.value === value('change'))?.value ?? null,
    from: isLocalDate(from) ? startOfDay(parseISO(from)).toISOString() : null,
    until: isLocalDate(to) ? addDays(startOfDay(parseISO(to)), 1).toISOString() : null,
  };
}

export function isFiltered({ value, text }: Pick<AddressFilters, 'value' | 'text'>): boolean {
  return text !== '' || ['of', 'kind', 'change', 'from', 'to'].some((name) => value(name) !== '');
}
