import { Button, Text, TextInput } from '@mantine/core';
import { addYears, formatISO, parseISO } from 'date-fns';
import { type FormEvent, useState } from 'react';
import { formatLocalDate, type LocalDate } from '../../../../shared/domain/time/localDate.ts';
import { endedYears } from '../../../../shared/domain/organisation/lastAccounts.ts';
import type { Organisation, TurnoverYear } from '../../../../shared/domain/organisation/organisation.ts';
import { newId } from '../../store/newId.ts';
import { amountForm, dayForm } from '../../parts/forms.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { useToday } from '../../ui/useToday.ts';
import { TernaryControl } from '../../ui/TernaryControl.tsx';
import type { Edits } from './edits.ts';
import classes from './organisation.module.css';
import { rowCommands } from './rowCommands.ts';
import { TurnoverChart } from './TurnoverChart.tsx';

interface TurnoverSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
}

export function TurnoverSection({ organisation, edits }: TurnoverSectionProps) {
  const today = useToday();
  const ended = endedYears(organisation, today);
  const forecasts = organisation.turnover.filter((year) => !ended.includes(year));
  const years = organisation.turnover.toSorted((a, b) => b.yearEnd.localeCompare(a.yearEnd));
  const { remove } = rowCommands(edits, 'turnover', 'turnover,', nameOf);
  return (
    <Section title="Turnover, excluding VAT" name="turnover" count={years.length}>
      <div className={classes['turnover']}>
        <Rows
          rows={years}
          layout="table"
          className={classes['years']}
          nameOf={(year) => `turnover, ${nameOf(year)}`}
          onRemove={remove}
          empty="None yet. Buyers ask for the last two years."
          render={(year) => (
            <>
              <EditableField
                label="Year to"
                form={dayForm}
                {...edits.cell('turnover', year, 'yearEnd', `end of the ${nameOf(year)}`)}
              />
              <EditableField
                label="Turnover"
                form={amountForm}
                {...edits.cell('turnover', year, 'turnover', `turnover, ${nameOf(year)}`)}
              />
              <TernaryControl
                label="Audited"
                {...edits.cell('turnover', year, 'audited', `audited or not, ${nameOf(year)}`)}
              />
            </>
          )}
          adder={<AddYear newest={years[0]?.yearEnd ?? null} edits={edits} />}
        />
        {ended.length > 1 && <TurnoverChart years={ended.toReversed()} />}
      </div>
      {forecasts.map((year) => (
        <Text key={year.id} size="xs" c="dimmed">
          The {nameOf(year)} has not ended: its turnover is a forecast and never counts as the last accounts.
        </Text>
      ))}
    </Section>
  );
}

interface AddYearProps {
  readonly newest: LocalDate | null;
  readonly edits: Edits;
}

/** A year's turnover means something only once both the year and the sum are known. */
function AddYear({ newest, edits }: AddYearProps) {
  const [yearEnd, setYearEnd] = useState('');
  const [turnover, setTurnover] = useState('');
  const [problems, setProblems] = useState<{ readonly yearEnd?: string; readonly turnover?: string }>({});

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const day = dayForm.read(yearEnd);
    const sum = amountForm.read(turnover);
    if (!day.ok || !sum.ok) {
      return setProblems({
        ...(!day.ok && { yearEnd: day.problem }),
        ...(!sum.ok && { turnover: sum.problem }),
      });
    }
    const year: TurnoverYear = { id: newId(), yearEnd: day.value, turnover: sum.value, audited: 'unknown' };
    const problem = await edits.addRow('turnover', year, `turnover, ${nameOf(year)}`);
    if (problem !== null) return setProblems({ turnover: problem });
    setProblems({});
    setYearEnd('');
    setTurnover('');
  };

  return (
    <form className={classes['adder']} aria-label="Add a year" onSubmit={(event) => void add(event)}>
      <TextInput
        label="Year to"
        size="xs"
        autoComplete="off"
        placeholder={newest === null ? '31 Mar 2026' : dayForm.show(yearBefore(newest))}
        value={yearEnd}
        error={problems.yearEnd}
        errorProps={{ role: 'alert' }}
        onChange={(event) => setYearEnd(event.currentTarget.value)}
      />
      <TextInput
        label="Turnover"
        size="xs"
        autoComplete="off"
        placeholder="£520,000"
        value={turnover}
        error={problems.turnover}
        errorProps={{ role: 'alert' }}
        onChange={(event) => setTurnover(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Add year
      </Button>
    </form>
  );
}

function yearBefore(date: LocalDate): LocalDate {
  return formatISO(addYears(parseISO(date), -1), { representation: 'date' });
}

function nameOf({ yearEnd }: TurnoverYear): string {
  return `year to ${formatLocalDate(yearEnd)}`;
}
