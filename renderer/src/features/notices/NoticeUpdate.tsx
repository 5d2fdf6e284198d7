import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Move } from '../../../../shared/domain/tender/amendment.ts';
import { dayOf, formatDue } from '../../../../shared/domain/time/countdown.ts';
import type { Due } from '../../../../shared/domain/tender/deadline.ts';
import { today } from '../../../../shared/domain/time/localDate.ts';
import { london } from '../../../../shared/domain/time/instant.ts';
import type { Tender } from '../../../../shared/domain/tender/tender.ts';
import { type FactChange, tenderChanges } from '../../../../shared/domain/tender/tenderChanges.ts';
import { workingDaysLeft } from '../../../../shared/domain/time/workingDays.ts';
import { applyRelease as appliedTo } from '../../../../shared/interchange/ocds/adopt.ts';
import type { MappedRelease } from '../../../../shared/interchange/ocds/mappedRelease.ts';
import { bankHolidays } from '../../reference/bankHolidays.ts';
import { applyRelease } from '../../store/commands/tenders.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useTender } from '../../store/queries/tenders.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './notices.module.css';
import { NotUnderstoodList } from './NotUnderstoodList.tsx';

interface NoticeUpdateProps {
  readonly notice: MappedRelease;
  readonly tenderId: string;
}

/** What a further notice of a procurement does to its tender, before it is done. */
export function NoticeUpdate({ notice, tenderId }: NoticeUpdateProps) {
  const tender = useTender(tenderId);
  if (tender === undefined) return null;
  return tender === null ? null : <Preview key={tenderId} notice={notice} tender={tender} />;
}

function Preview({ notice, tender }: { readonly notice: MappedRelease; readonly tender: Tender }) {
  const store = useStore();
  const navigate = useNavigate();
  const now = useNow();
  const applied = useMemo(() => appliedTo(tender, notice, anyId, now), [tender, notice, now]);
  const link = (
    <Anchor component={Link} to={`/tenders/${tender.id}`} size="sm">
      <bdi>{tender.title || 'Untitled tender'}</bdi>
    </Anchor>
  );
  if (!applied.ok) return <Text size="sm">This notice is of another procurement than the tender {link}.</Text>;
  const { outcome, moves, notUnderstood, tender: after } = applied.value;
  if (outcome === 'alreadyApplied') return <Text size="sm">This notice is in the tender {link} already.</Text>;
  const changes = tenderChanges(tender, after);

  const apply = async (): Promise<void> => {
    const stored = await applyRelease(store, tender.id, notice, new Date());
    if (!stored.ok) return notifyProblem('The tender was not changed', problemSentence(stored.error));
    notifyDone('The tender is up to date', 'Earlier dates stay as versions. Undo (Ctrl+Z) takes it back.');
    await navigate(`/tenders/${tender.id}`);
  };

  return (
    <Stack gap="xs" component="section" aria-label="What this notice changes">
      <Text size="sm">
        A further notice of the tender {link}.
        {outcome === 'older' &&
          ' It is older than what the tender shows: only its dates and what it ends are taken over.'}
      </Text>
      <NotUnderstoodList list={notUnderstood} />
      {[moves, changes, notUnderstood, notice.said].every((list) => list.length === 0) && (
        <Text size="sm">Nothing in the tender becomes different.</Text>
      )}
      {moves.length > 0 && <Moves moves={moves} now={now} />}
      {changes.length > 0 && <Changes changes={changes} />}
      <Group>
        <Button data-autofocus onClick={() => void apply()}>
          Apply to the tender
        </Button>
      </Group>
    </Stack>
  );
}

/** What is shown is what the command will do again; the ids that it gives are of no interest here. */
function anyId(): string {
  return 'new';
}

function Moves({ moves, now }: { readonly moves: readonly Move[]; readonly now: Date }) {
  return (
    <table className={classes['dates']} aria-label="Dates that move">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Old</th>
          <th scope="col">New</th>
          <th scope="col">Working days left</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ kind, label, lotId, from, to }) => (
          <tr key={`${kind} ${label} ${lotId}`}>
            <td>{label}</td>
            <td>{from === null ? 'new' : formatDue(from)}</td>
            <td>
              <b>{formatDue(to)}</b>
            </td>
            <td>
              {from === null ? '' : `${daysLeft(from, now)} → `}
              {daysLeft(to, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function daysLeft(due: Due, now: Date): string {
  const left = workingDaysLeft(bankHolidays, today(now, london), dayOf(due));
  return left.ok ? left.value.counted.length.toString() : 'unknown';
}

function Changes({ changes }: { readonly changes: readonly FactChange[] }) {
  return (
    <table className={classes['dates']} aria-label="Other changes">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Old</th>
          <th scope="col">New</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ what, from, to }) => (
          <tr key={`${what} ${from}`}>
            <td>{what}</td>
            <td>{from || 'not given'}</td>
            <td>{to || 'not given'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
