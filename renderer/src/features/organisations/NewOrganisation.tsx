import { Anchor, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import {
  type Duplicate,
  duplicateReasonSentence,
  findDuplicates,
} from '../../../../shared/domain/organisation/duplicates.ts';
import type { LegalForm } from '../../../../shared/domain/organisation/legalForm.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import { newOrganisation, type Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { missingFacts } from '../../../../shared/domain/organisation/organisationFacts.ts';
import { createOrganisation } from '../../store/commands/organisations.ts';
import { newId } from '../../store/newId.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import { readOrganisations } from '../../store/queries/organisation.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { SearchableSelect } from '../../ui/SearchableSelect.tsx';
import { nameForm } from './forms.ts';
import { legalFormOptions } from './IdentitySection.tsx';
import { IdentifierFields, useNewIdentifier } from './NewIdentifier.tsx';

interface NewOrganisationProps {
  /** Those that are there already, to warn of the same one twice. */
  readonly known: readonly { readonly id: string }[];
  readonly today: LocalDate;
  readonly onClose: () => void;
}

/** A new organisation needs its legal name; the rest is filled in on its page, where this leads. */
export function NewOrganisation({ known, today, onClose }: NewOrganisationProps) {
  const store = useStore();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [legalForm, setLegalForm] = useState<LegalForm | 'unknown'>('unknown');
  const [problem, setProblem] = useState<string | null>(null);
  const identifier = useNewIdentifier();
  const duplicates = useDuplicates(known, name, identifier.identifier);

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reading = nameForm.read(name);
    setProblem(reading.ok ? null : reading.problem);
    const number = identifier.number.trim() === '' ? [] : [identifier.take()];
    const identifiers = number.filter((entry) => entry !== null);
    if (!reading.ok || identifiers.length < number.length) return;
    const organisation = { ...newOrganisation(newId(), reading.value), legalForm, identifiers };
    const outcome = await createOrganisation(store, organisation.id, organisation.name, { legalForm, identifiers });
    if (!outcome.ok) return setProblem(problemSentence(outcome.error));
    const first = missingFacts(organisation, today)[0]?.field ?? 'legalForm';
    await navigate(`/organisations/${organisation.id}?at=${first}`, { replace: true });
  };

  return (
    <Modal opened onClose={onClose} title="New organisation" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={(event) => void create(event)}>
        <Stack gap="xs">
          <TextInput
            data-autofocus
            label="Legal name, exactly as registered"
            size="xs"
            required
            withAsterisk={false}
            autoComplete="off"
            dir="auto"
            value={name}
            error={problem}
            errorProps={{ role: 'alert' }}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SearchableSelect
            label="Legal form, if you know it"
            options={legalFormOptions}
            value={legalForm}
            onChoose={setLegalForm}
          />
          <Group grow align="flex-start" gap="xs">
            <IdentifierFields entry={identifier} />
          </Group>
          <Warning duplicates={duplicates} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Add organisation</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Warning({ duplicates }: { readonly duplicates: readonly Duplicate[] }) {
  return (
    <div aria-live="polite">
      {duplicates.slice(0, 3).map(({ organisation, reasons }) => (
        <Text key={organisation.id} size="xs">
          <span aria-hidden>▲ </span>This may be here already:{' '}
          <Anchor component={Link} to={`/organisations/${organisation.id}`} size="xs">
            <bdi>{organisation.name}</bdi>
          </Anchor>
          . {reasons.map(duplicateReasonSentence).join(' ')}
        </Text>
      ))}
    </div>
  );
}

function useDuplicates(
  known: NewOrganisationProps['known'],
  name: string,
  identifier: Organisation['identifiers'][number] | null,
): readonly Duplicate[] {
  const store = useStore();
  const [others, setOthers] = useState<readonly Organisation[]>([]);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const found = await readOrganisations(
        store,
        known.map(({ id }) => id),
      );
      if (current) setOthers(found);
    };
    void read();
    return () => {
      current = false;
    };
  }, [store, known]);
  const typed = useDeferredValue(name);
  const scheme = useDeferredValue(identifier?.scheme ?? null);
  const id = useDeferredValue(identifier?.id ?? null);
  return useMemo(() => {
    const identifiers = scheme === null || id === null ? [] : [{ scheme, id }];
    return findDuplicates({ ...newOrganisation('', typed), identifiers }, others);
  }, [typed, scheme, id, others]);
}
