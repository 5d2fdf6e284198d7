import { Anchor, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import {
  dueForErasure,
  type PersonalDataKind,
  personalDataKinds,
  type RetentionRule,
} from '../../../../shared/domain/personalData/retention.ts';
import { formatLocalDate, type LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { HeldPerson } from '../../../../shared/rows/personalData/people.ts';
import { EraseDialog } from '../../parts/erasure/EraseDialog.tsx';
import { useHeldPeople } from '../../parts/erasure/heldPeople.ts';
import { setRetention } from '../../store/commands/retention.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useRetentionRules } from '../../store/queries/retention.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { counted } from '../../ui/counted.ts';
import { withField } from '../../ui/draft.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { freeText } from '../../ui/textForm.ts';
import { useToday } from '../../ui/useToday.ts';
import { periodForm } from './periodForm.ts';

const shownAtFirst = 20;

/** Who is held where, for how long, and the way to erase them. */
export function PersonalData() {
  const today = useToday();
  const rules = useRetentionRules();
  const { people, lookAgain } = useHeldPeople(today, true);
  return (
    <Panel title="Personal data">
      <Text>
        Keep personal data no longer than you need it (UK GDPR article 5(1)(e)). The law names no period: decide how
        long each kind is needed after the last bid that used it, and why. Muster reminds you on Home and erases nothing
        by itself.
      </Text>
      <Text size="xs" c="dimmed">
        Source: Information Commissioner’s Office, “Storage limitation”, ico.org.uk, read on 26 November 2026.
      </Text>
      {rules !== undefined &&
        keysOf(personalDataKinds).map((kind) => (
          <Period key={kind} kind={kind} rule={rules.find(({ id }) => id === kind)} people={people} />
        ))}
      {people === undefined && <Text className="waiting">Looking for the people who are named…</Text>}
      {people === null && <Text role="alert">Who is named could not be read. Reload Muster (Ctrl+R).</Text>}
      {people != null && rules !== undefined && (
        <People people={people} rules={rules} today={today} onErased={lookAgain} />
      )}
    </Panel>
  );
}

interface PeriodProps {
  readonly kind: PersonalDataKind;
  readonly rule: RetentionRule | undefined;
  readonly people: readonly HeldPerson[] | null | undefined;
}

function Period({ kind, rule, people }: PeriodProps) {
  const store = useStore();
  const set = async (change: Parameters<typeof setRetention>[2]): Promise<string | null> => {
    const outcome = await setRetention(store, kind, change);
    return outcome.ok ? null : problemSentence(outcome.error);
  };
  const held = people?.filter((person) => person.kind === kind).length;
  return (
    <Group align="flex-start" gap="sm">
      <EditableField
        label={`${personalDataKinds[kind]}: kept for`}
        form={periodForm}
        draftKey={`retention.${kind}.days`}
        value={rule?.days ?? null}
        commit={(days, mayReplace) => set((now) => withField(now, 'days', days, mayReplace))}
      />
      {rule !== undefined && (
        <EditableField
          label="Because"
          form={freeText}
          placeholder="As our privacy notice says"
          draftKey={`retention.${kind}.reason`}
          value={rule.reason}
          commit={(reason, mayReplace) => set((now) => withField(now, 'reason', reason, mayReplace))}
        />
      )}
      <Text size="xs" c="dimmed" mt={28}>
        {held === undefined ? '' : counted(held, 'person', 'people')}
      </Text>
    </Group>
  );
}

interface PeopleProps {
  readonly people: readonly HeldPerson[];
  readonly rules: readonly RetentionRule[];
  readonly today: LocalDate;
  readonly onErased: () => void;
}

function People({ people, rules, today, onErased }: PeopleProps) {
  const [limit, setLimit] = useState(shownAtFirst);
  const [asked, setAsked] = useState<HeldPerson | null>(null);
  const dated = people
    .map((person) => ({
      person,
      due: dueForErasure(
        person.relation,
        rules.find(({ id }) => id === person.kind),
      ),
    }))
    .toSorted(
      (a, b) =>
        Number(b.person.wasErased) - Number(a.person.wasErased) ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        a.person.name.localeCompare(b.person.name),
    );
  if (people.length === 0) return <Text c="dimmed">Nobody is named.</Text>;
  return (
    <>
      <Table verticalSpacing={4} aria-label="People who are named">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Who</Table.Th>
            <Table.Th>Where</Table.Th>
            <Table.Th>Needed</Table.Th>
            <Table.Th>To be erased</Table.Th>
            <Table.Th>
              <VisuallyHidden>Erase</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dated.slice(0, limit).map(({ person, due }) => (
            <Table.Tr key={keyOf(person)}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{person.name}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor component={Link} to={`/${person.record.table}/${person.record.id}`}>
                  {person.record.name}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {person.relation.kind === 'running' ? 'by a bid' : `until ${formatLocalDate(person.relation.on)}`}
              </Table.Td>
              <Table.Td>
                {person.wasErased ? (
                  <Mark tone="soon">erased before, and here again</Mark>
                ) : due === null ? (
                  person.relation.kind === 'running' ? (
                    'not while it runs'
                  ) : (
                    <Mark tone="unknown">not decided</Mark>
                  )
                ) : due <= today ? (
                  <Mark tone="soon">due since {formatLocalDate(due)}</Mark>
                ) : (
                  formatLocalDate(due)
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`Erase for good… ${person.name}`}
                  onClick={() => setAsked(person)}
                >
                  Erase for good…
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {dated.length > limit && (
        <Group>
          <Button variant="default" onClick={() => setLimit(limit + 200)}>
            Show more of {counted(dated.length, 'person', 'people')}
          </Button>
        </Group>
      )}
      {asked !== null && (
        <EraseDialog
          subject={asked.subject}
          name={asked.name}
          reason={isDue(asked, rules, today) ? 'retentionOver' : 'request'}
          onClose={() => {
            setAsked(null);
            onErased();
          }}
        />
      )}
    </>
  );
}

function isDue(person: HeldPerson, rules: readonly RetentionRule[], today: LocalDate): boolean {
  const due = dueForErasure(
    person.relation,
    rules.find(({ id }) => id === person.kind),
  );
  return due !== null && due <= today;
}

function keyOf({ subject }: HeldPerson): string {
  return subject.kind === 'contact'
    ? `${subject.organisationId}/${subject.contactId}`
    : `${subject.bidId}/${subject.name}`;
}
