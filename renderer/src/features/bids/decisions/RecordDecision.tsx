import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { type Gate, gates, type LotOutcome, lotOutcomes } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { dateProblemSentence, formatLocalDate, parseLocalDate } from '../../../../../shared/domain/time/localDate.ts';
import { recordDecision } from '../../../store/commands/bids.ts';
import { newId } from '../../../store/newId.ts';
import { problemSentence } from '../../../store/problemSentence.ts';
import { useStore } from '../../../store/StoreContext.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { lotLabel } from '../naming.ts';
import classes from './decisions.module.css';

const gateOptions = keysOf(gates).map((value) => ({ value, label: gates[value] }));
const outcomeOptions = keysOf(lotOutcomes).map((value) => ({ value, label: lotOutcomes[value] }));

/** Of a tender in many parts only the lots bid for are asked about. */
const mostLots = 12;

interface RecordDecisionProps {
  readonly input: BidInput;
  readonly onClose: () => void;
}

interface LotEntry {
  readonly outcome: LotOutcome | null;
  readonly reason: string;
}

const nothingSaid: LotEntry = { outcome: null, reason: '' };

/** A decision as it was taken. It is kept for good, so that the form asks for all of it before it is recorded. */
export function RecordDecision({ input, onClose }: RecordDecisionProps) {
  const { bid, tender } = input;
  const store = useStore();
  const today = useToday();
  const [gate, setGate] = useState<Gate>('bidNoBid');
  const [day, setDay] = useState(() => formatLocalDate(today));
  const [decidedBy, setDecidedBy] = useState('');
  const [provisos, setProvisos] = useState('');
  const [entries, setEntries] = useState<Readonly<Record<string, LotEntry>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const isBidFor = (id: string): boolean => bid.lotIds.includes(id);
  const showsAll = tender.lots.length <= mostLots || bid.lotIds.length === 0;
  const lots = tender.lots.filter(({ id }) => showsAll || isBidFor(id));
  const decidedOn = parseLocalDate(day);
  // What is recorded stays: neither a double click nor Enter on the way through the fields records it.
  const isRecording = useRef(false);

  const enter = (lotId: string, change: Partial<LotEntry>): void => {
    setEntries((now) => ({ ...now, [lotId]: { ...(now[lotId] ?? nothingSaid), ...change } }));
    setProblem(null);
  };
  const record = async (): Promise<void> => {
    if (isRecording.current) return;
    if (lots.length === 0)
      return setProblem('The tender has no lot yet. Add one on its page: decisions are taken by lot.');
    if (!decidedOn.ok) return setProblem(dateProblemSentence(decidedOn.error));
    const decided = lots.flatMap(({ id }) => {
      const { outcome, reason } = entries[id] ?? nothingSaid;
      return outcome === null ? [] : [{ lotId: id, outcome, reason: reason.trim() }];
    });
    const open = lots.find(({ id }) => isBidFor(id) && decided.every(({ lotId }) => lotId !== id));
    if (open !== undefined) return setProblem(`Say what was decided of ${lotLabel(input, open.id)}, which is bid for.`);
    if (decided.length === 0) return setProblem('Say for at least one lot what was decided.');
    const mute = decided.find(({ outcome, reason }) => outcome !== 'bid' && reason === '');
    if (mute !== undefined)
      return setProblem(`Give the reason for ${lotLabel(input, mute.lotId)}: it is what the next bid learns from.`);
    isRecording.current = true;
    const outcome = await recordDecision(store, bid.id, {
      id: newId(),
      gate,
      decidedOn: decidedOn.value,
      decidedBy: decidedBy.trim(),
      lots: decided,
      provisos: provisos.trim(),
    });
    isRecording.current = false;
    if (!outcome.ok) return setProblem(problemSentence(outcome.error));
    onClose();
  };

  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title="Record a decision">
      <Stack gap="xs">
        <Select
          label="Gate"
          size="xs"
          allowDeselect={false}
          data={gateOptions}
          value={gate}
          onChange={(chosen) => setGate(chosen ?? gate)}
        />
        <TextInput
          data-autofocus
          label="Decided on"
          size="xs"
          autoComplete="off"
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <TextInput
          label="Decided by"
          size="xs"
          autoComplete="off"
          dir="auto"
          value={decidedBy}
          onChange={(event) => setDecidedBy(event.currentTarget.value)}
        />
        {lots.map(({ id }) => {
          const { outcome, reason } = entries[id] ?? nothingSaid;
          const name = lotLabel(input, id);
          return (
            <div key={id} className={classes['outcome']}>
              <Text size="sm" fw={600}>
                {name}
                {!isBidFor(id) && ', not bid for'}
              </Text>
              <Select
                aria-label={`Decision on ${name}`}
                size="xs"
                placeholder="Not decided"
                data={outcomeOptions}
                value={outcome}
                onChange={(chosen) => enter(id, { outcome: chosen })}
              />
              <TextInput
                aria-label={`Reason for ${name}`}
                placeholder="Reason"
                size="xs"
                autoComplete="off"
                dir="auto"
                value={reason}
                onChange={(event) => enter(id, { reason: event.currentTarget.value })}
              />
            </div>
          );
        })}
        <Textarea
          label="Provided that"
          size="xs"
          autosize
          dir="auto"
          value={provisos}
          onChange={(event) => setProvisos(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          A decision stays as it was recorded and is not undone; one recorded later takes its place.
        </Text>
        {problem !== null && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={() => void record()}>Record the decision</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
