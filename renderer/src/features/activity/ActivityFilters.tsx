import { Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  dateProblemSentence,
  formatLocalDate,
  isLocalDate,
  parseLocalDate,
} from '../../../../shared/domain/time/localDate.ts';
import type { AddressFilters } from '../../ui/useAddressFilters.ts';
import classes from './activity.module.css';
import { changeOptions, kindOptions } from './activityView.ts';

/** The filters over the activity; Ctrl+F goes to the text. */
export function ActivityFilters({ filters }: { readonly filters: AddressFilters }) {
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
        aria-label="Filter by what was done"
        placeholder="Filter by what was done (Ctrl+F)"
        className={classes['search']}
        size="xs"
        value={filters.text}
        onChange={(event) => filters.type(event.currentTarget.value)}
      />
      <Choice filters={filters} name="kind" label="Kind of record" none="Every record" options={kindOptions} />
      <Choice filters={filters} name="change" label="Kind of change" none="Every change" options={changeOptions} />
      <Day filters={filters} name="from" label="From" />
      <Day filters={filters} name="to" label="To" />
    </search>
  );
}

interface ChoiceProps {
  readonly filters: AddressFilters;
  readonly name: string;
  readonly label: string;
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ filters, name, label, none, options }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      placeholder={none}
      className={classes['filter']}
      size="xs"
      clearable
      clearButtonProps={{ 'aria-label': none }}
      data={[...options]}
      value={options.find(({ value }) => value === filters.value(name))?.value ?? null}
      onChange={(value) => filters.show({ [name]: value ?? '' })}
    />
  );
}

interface DayProps {
  readonly filters: AddressFilters;
  readonly name: string;
  readonly label: string;
}

/** A day as people here type it, which a date field of the browser's own may not understand. */
function Day({ filters, name, label }: DayProps) {
  const value = filters.value(name);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const finish = (): void => {
    if (typed === null) return;
    const day = parseLocalDate(typed);
    const isCleared = typed.trim() === '';
    setProblem(day.ok || isCleared ? null : dateProblemSentence(day.error));
    if (!day.ok && !isCleared) return;
    setTyped(null);
    const chosen = day.ok ? day.value : '';
    if (chosen !== value) filters.show({ [name]: chosen });
  };

  return (
    <TextInput
      size="xs"
      label={label}
      placeholder="12 Feb 2027"
      classNames={{ root: classes['day'] ?? '', label: classes['dayLabel'] ?? '', wrapper: classes['dayField'] ?? '' }}
      value={typed ?? (value === '' ? '' : shownDay(value))}
      error={problem}
      errorProps={{ role: 'alert' }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
      }}
    />
  );
}

function shownDay(value: string): string {
  return isLocalDate(value) ? formatLocalDate(value) : value;
}
