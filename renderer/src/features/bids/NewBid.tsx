import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { TenderSummary } from '../../../../shared/domain/tender/tenderSummary.ts';
import { createBid } from '../../store/commands/bids.ts';
import { newId } from '../../store/newId.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { useDirectory } from '../../store/queries/directory.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { useToday } from '../../ui/useToday.ts';
import { bidAddress } from './bidAddress.ts';

interface NewBidProps {
  readonly tenders: readonly TenderSummary[];
  readonly isReady: boolean;
  /** The tender that the way here began at. */
  readonly askedFor: string | null;
  readonly onClose: () => void;
}

/** A new bid needs its tender; everything else can follow on its page, where this leads. */
export function NewBid({ tenders, isReady, askedFor, onClose }: NewBidProps) {
  const store = useStore();
  const navigate = useNavigate();
  const { summaries: organisations } = useDirectory(useToday());
  const [tenderId, setTenderId] = useState(askedFor);
  const [leadId, setLeadId] = useState<string | null>(null);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const leadName = organisations.find(({ id }) => id === leadId)?.name ?? '';
  const name = typedName ?? leadName;

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (tenderId === null) return setProblem('Choose the tender that the bid answers.');
    const id = newId();
    const outcome = await createBid(store, id, tenderId, { name: name.trim(), leadId });
    if (!outcome.ok) return setProblem(problemSentence(outcome.error));
    await navigate(bidAddress(id, 'team'), { replace: true });
  };

  return (
    <Modal opened onClose={onClose} title="New bid">
      {isReady && tenders.length === 0 ? (
        <Stack gap="sm">
          <Text>A bid answers a tender, and there is none yet.</Text>
          <Button component={Link} to="/tenders">
            Go to the tenders
          </Button>
        </Stack>
      ) : (
        <form onSubmit={(event) => void create(event)}>
          <Stack gap="xs">
            <Select
              data-autofocus
              label="Tender"
              size="xs"
              searchable
              openOnFocus={false}
              selectFirstOptionOnChange
              nothingFoundMessage="No tender has that in its title or buyer"
              data={tenders.map(({ id, title, buyer }) => ({ value: id, label: `${title} – ${buyer}` }))}
              value={tenderId}
              error={problem}
              errorProps={{ role: 'alert' }}
              onChange={(id) => {
                setTenderId(id);
                setProblem(null);
              }}
            />
            <Select
              label="Who leads, if that is settled"
              size="xs"
              searchable
              clearable
              openOnFocus={false}
              selectFirstOptionOnChange
              limit={50}
              nothingFoundMessage="No organisation has that name"
              data={organisations.map((organisation) => ({ value: organisation.id, label: organisation.name }))}
              value={leadId}
              onChange={setLeadId}
            />
            <TextInput
              label="Bidder’s name, exactly as on the platform"
              size="xs"
              autoComplete="off"
              dir="auto"
              value={name}
              onChange={(event) => setTypedName(event.currentTarget.value)}
            />
            <Group justify="flex-end" mt="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit">Start the bid</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
