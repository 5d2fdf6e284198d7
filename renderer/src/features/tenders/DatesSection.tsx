import { Button, Group, NativeSelect, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { currentDue } from '../../../../shared/domain/tender/amendment.ts';
import { endOf } from '../../../../shared/domain/time/countdown.ts';
import type { Deadline } from '../../../../shared/domain/tender/deadline.ts';
import { standingDeadlines } from '../../../../shared/domain/tender/standingDates.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { Countdown } from '../../parts/Countdown.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { Section } from '../../ui/Section.tsx';
import { useNow } from '../../ui/useNow.ts';
import { lotSuffix } from './lotSuffix.ts';
import { StateDate } from './StateDate.tsx';
import type { TenderEdits } from './tenderEdits.ts';
import classes from './tenders.module.css';
import { Timeline } from './Timeline.tsx';
import { WhyThisDate } from './WhyThisDate.tsx';

const states = [
  { value: 'open', label: 'Open' },
  { value: 'met', label: 'Met' },
  { value: 'withdrawn', label: 'Withdrawn' },
] as const;

interface DatesSectionProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** Every date of the tender, soonest first, with a picture of them. */
export function DatesSection({ tender, edits }: DatesSectionProps) {
  const [asked, setAsked] = useState<Deadline | 'new' | null>(null);
  const now = useNow();
  const counts = new Set(
    standingDeadlines(tender)
      .filter(({ state }) => state === 'open')
      .map(({ id }) => id),
  );
  const sorted = tender.deadlines.toSorted((a, b) => endOf(currentDue(a)).getTime() - endOf(currentDue(b)).getTime());

  const setState = async (deadline: Deadline, state: Deadline['state']): Promise<void> => {
    const problem = await edits.change(`${deadline.label} ${state}`, (now) => ({
      ...now,
      deadlines: now.deadlines.map((each) => (each.id === deadline.id ? { ...each, state } : each)),
    }));
    if (problem !== null) notifyProblem('The date was not changed', problem);
  };

  return (
    <Section title="Dates" name="dates" count={sorted.length}>
      {sorted.length > 0 && <Timeline tender={tender} now={now} />}
      {sorted.length === 0 && (
        <Text size="xs" c="dimmed" mb={6}>
          None yet. When are tenders due, and until when may questions be asked?
        </Text>
      )}
      {sorted.some(({ id, state }) => state === 'open' && !counts.has(id)) && (
        <Text size="xs" mb={6}>
          The procurement is terminated: none of the open dates counts, here or in a calendar.
        </Text>
      )}
      {sorted.length > 0 && (
        <div className={classes['scroll']}>
          <table className={classes['table']} aria-label="Dates">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">When</th>
                <th scope="col">Left</th>
                <th scope="col">State</th>
                <th scope="col">
                  <VisuallyHidden>Change</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((deadline) => (
                <tr key={deadline.id} data-passed={endOf(currentDue(deadline)) <= now || undefined}>
                  <td>
                    <bdi>{deadline.label}</bdi>
                    {lotSuffix(tender, deadline)}
                  </td>
                  <td>
                    <WhyThisDate deadline={deadline} />
                  </td>
                  <td>{counts.has(deadline.id) ? <Countdown due={currentDue(deadline)} /> : null}</td>
                  <td>
                    {deadline.kind !== 'publication' && (
                      <NativeSelect
                        aria-label={`State of ${deadline.label}`}
                        size="xs"
                        w={110}
                        data={[...states]}
                        value={deadline.state}
                        onChange={(event) => {
                          const state = states.find(({ value }) => value === event.currentTarget.value);
                          if (state !== undefined) void setState(deadline, state.value);
                        }}
                      />
                    )}
                  </td>
                  <td>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`Change ${deadline.label}`}
                      onClick={() => setAsked(deadline)}
                    >
                      Change
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Group mt={8}>
        <Button variant="default" onClick={() => setAsked('new')}>
          Add a date
        </Button>
      </Group>
      {asked !== null && (
        <StateDate tenderId={tender.id} deadline={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}
