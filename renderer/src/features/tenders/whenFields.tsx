import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { clockTimeSentence, parseClockTime } from '../../../../shared/domain/time/clockTime.ts';
import type { Due } from '../../../../shared/domain/tender/deadline.ts';
import { clockAt, instantAt, london } from '../../../../shared/domain/time/instant.ts';
import { dateProblemSentence, formatLocalDate, parseLocalDate } from '../../../../shared/domain/time/localDate.ts';

interface When {
  readonly day: string;
  readonly time: string;
  readonly dayProblem: string | null;
  readonly timeProblem: string | null;
}

export interface WhenEntry extends When {
  readonly set: (typed: Partial<Pick<When, 'day' | 'time'>>) => void;
  /** What is typed as a date, or `null` where it cannot be one, which is then said. */
  readonly take: () => Due | null;
}

/** A day and, where there is one, a time of day, as they are typed. */
export function useWhen(start: Due | null): WhenEntry {
  const [when, setWhen] = useState<When>(() => ({ ...typedAs(start), dayProblem: null, timeProblem: null }));
  return {
    ...when,
    set: (typed) => setWhen({ ...when, ...typed, dayProblem: null, timeProblem: null }),
    take: () => {
      const day = parseLocalDate(when.day);
      const time = when.time.trim() === '' ? null : parseClockTime(when.time);
      setWhen({
        ...when,
        dayProblem: day.ok ? null : dateProblemSentence(day.error),
        timeProblem: time === null || time.ok ? null : clockTimeSentence(time.error),
      });
      if (!day.ok || time?.ok === false) return null;
      if (time === null) return { kind: 'day', on: day.value };
      return { kind: 'instant', at: instantAt(`${day.value}T${time.value}`, london).at, zone: london };
    },
  };
}

function typedAs(due: Due | null): Pick<When, 'day' | 'time'> {
  if (due === null) return { day: '', time: '' };
  if (due.kind === 'day') return { day: formatLocalDate(due.on), time: '' };
  const [day = '', time = ''] = clockAt(due.at, due.zone).split('T');
  return { day: formatLocalDate(day), time: time.slice(0, 5) };
}

interface WhenFieldsProps {
  readonly label: string;
  readonly entry: WhenEntry;
}

export function WhenFields({ label, entry }: WhenFieldsProps) {
  return (
    <Group grow align="flex-start" gap="xs">
      <TextInput
        label={label}
        size="xs"
        placeholder="12 Feb 2027"
        autoComplete="off"
        value={entry.day}
        error={entry.dayProblem}
        errorProps={{ role: 'alert' }}
        onChange={(event) => entry.set({ day: event.currentTarget.value })}
      />
      <TextInput
        label="Time in London, blank for the whole day"
        size="xs"
        placeholder="12:00"
        autoComplete="off"
        value={entry.time}
        error={entry.timeProblem}
        errorProps={{ role: 'alert' }}
        onChange={(event) => entry.set({ time: event.currentTarget.value })}
      />
    </Group>
  );
}
