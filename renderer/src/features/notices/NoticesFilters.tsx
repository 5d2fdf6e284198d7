import { Checkbox, Select, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { AddressFilters } from '../../ui/useAddressFilters.ts';
import { viewFrom } from './noticesView.ts';
import classes from './notices.module.css';

interface NoticesFiltersProps {
  readonly filters: AddressFilters;
  readonly types: readonly { readonly value: string; readonly label: string }[];
}

/** The filters over a list of notices; Ctrl+F goes to the text. */
export function NoticesFilters({ filters, types }: NoticesFiltersProps) {
  const view = viewFrom(filters);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.key !== 'f') return;
      event.preventDefault();
      search.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <search className={classes['filters']}>
      <TextInput
        ref={search}
        type="search"
        aria-label="Filter by title, buyer, number or CPV"
        placeholder="Filter by title, buyer, number or CPV (Ctrl+F)"
        className={classes['search']}
        size="xs"
        value={view.text}
        onChange={(event) => filters.type(event.currentTarget.value)}
      />
      <Select
        aria-label="Type of notice"
        placeholder="Every type"
        className={classes['type']}
        size="xs"
        clearable
        clearButtonProps={{ 'aria-label': 'Every type' }}
        data={[...types]}
        value={view.type === '' ? null : view.type}
        onChange={(type) => filters.show({ type: type ?? '' })}
      />
      <Checkbox
        size="xs"
        label="Still open"
        title="Tenders or requests to participate are still taken"
        checked={view.open}
        onChange={(event) => filters.show({ open: event.currentTarget.checked ? '1' : '' })}
      />
    </search>
  );
}
