import { Anchor, Group, Stack, Text } from '@mantine/core';
import { addDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { soonDays } from '../../../../shared/domain/organisation/coverFacts.ts';
import type { OrganisationSummary } from '../../../../shared/domain/organisation/directory.ts';
import { formatLocalDate, type LocalDate } from '../../../../shared/domain/time/localDate.ts';
import { useDirectory } from '../../store/queries/directory.ts';
import { counted } from '../../ui/counted.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/useToday.ts';

const shown = 6;

/** The organisations whose evidence runs out, and those of which most is missing. */
export function Attention() {
  const today = useToday();
  const { summaries, complete } = useDirectory(today);
  const by = formatISO(addDays(parseISO(today), soonDays), { representation: 'date' });
  const expiring = complete ? summaries.flatMap((summary) => expiringBy(summary, by)).toSorted(byExpiry) : [];
  const incomplete = complete ? summaries.filter(({ missing }) => missing > 0).toSorted(byMissing) : [];
  return (
    <>
      <Panel title="Evidence that runs out" link={linkTo(expiring.length, '/organisations?expiring=1&sort=nextExpiry')}>
        <Listing
          isReady={complete}
          none={`Nothing recorded has run out or runs out within ${soonDays} days.`}
          rows={expiring.slice(0, shown).map(({ id, name, nextExpiry }) => (
            <Line key={id} id={id} name={name}>
              {whenSentence(nextExpiry, today)}
            </Line>
          ))}
        />
      </Panel>
      <Panel title="Most is missing" link={linkTo(incomplete.length, '/organisations?gaps=some&sort=-missing')}>
        <Listing
          isReady={complete}
          none="Every organisation has what a bid asks for."
          rows={incomplete.slice(0, shown).map(({ id, name, missing }) => (
            <Line key={id} id={id} name={name}>
              {counted(missing, 'fact')}
            </Line>
          ))}
        />
      </Panel>
    </>
  );
}

function linkTo(count: number, to: string) {
  return count > shown ? { to, label: `All ${count.toLocaleString('en-GB')}` } : null;
}

type Expiring = OrganisationSummary & { readonly nextExpiry: LocalDate };

function expiringBy(summary: OrganisationSummary, by: LocalDate): readonly Expiring[] {
  const { nextExpiry } = summary;
  return nextExpiry !== null && nextExpiry <= by ? [{ ...summary, nextExpiry }] : [];
}

function byExpiry(a: Expiring, b: Expiring): number {
  return a.nextExpiry.localeCompare(b.nextExpiry) || a.sortKey.localeCompare(b.sortKey);
}

function byMissing(a: OrganisationSummary, b: OrganisationSummary): number {
  return b.missing - a.missing || a.sortKey.localeCompare(b.sortKey);
}

function whenSentence(date: LocalDate, today: LocalDate): string {
  const days = differenceInCalendarDays(parseISO(date), parseISO(today));
  if (days < 0) return `ran out ${formatLocalDate(date)}`;
  if (days === 0) return 'runs out today';
  return days === 1 ? 'runs out tomorrow' : `in ${days} days, ${formatLocalDate(date)}`;
}

function Listing({ isReady, none, rows }: { isReady: boolean; none: string; rows: readonly ReactNode[] }) {
  if (!isReady) return <Text className="waiting">Looking through the organisations…</Text>;
  return rows.length === 0 ? <Text c="dimmed">{none}</Text> : <Stack gap={6}>{rows}</Stack>;
}

function Line({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Anchor component={Link} to={`/organisations/${id}`} truncate>
        {name}
      </Anchor>
      <Text c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {children}
      </Text>
    </Group>
  );
}
