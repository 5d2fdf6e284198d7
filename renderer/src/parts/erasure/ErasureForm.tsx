import { Alert, Button, Checkbox, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { type ErasureReason, erasureReasons } from '../../../../shared/domain/personalData/retention.ts';
import { counted } from '../../ui/counted.ts';
import type { Found } from './findPerson.ts';
import { copySentence, placeSentence } from './placeWords.ts';
import type { CopiesHere } from './copiesHere.ts';

export interface ErasureChoice {
  readonly reason: ErasureReason;
  readonly chosen: ReadonlySet<string>;
}

interface ErasureFormProps {
  readonly name: string;
  readonly firstReason: ErasureReason;
  readonly found: Found;
  readonly here: CopiesHere;
  readonly onErase: (choice: ErasureChoice) => void;
  readonly onCancel: () => void;
}

const reasonOptions = keysOf(erasureReasons).map((value) => ({ value, label: erasureReasons[value] }));

/** What will be erased, what may be about somebody else, and what cannot be reached; then the decision. */
export function ErasureForm({ name, firstReason, found, here, onErase, onCancel }: ErasureFormProps) {
  const { places, copies } = found;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState(firstReason);
  const [isSure, setIsSure] = useState(false);
  const certain = places.filter((place) => place.certain);
  const doubtful = places.filter((place) => !place.certain);
  const toggle = (key: string, isMeant: boolean): void => {
    const next = new Set(chosen);
    if (isMeant) next.add(key);
    else next.delete(key);
    setChosen(next);
  };

  return (
    <Stack gap="sm">
      <Alert variant="default" icon={<IconAlertTriangle />} title="This cannot be undone">
        The data goes out of the records and out of the whole history, so that undo cannot bring it back. “Erased
        person” stands in its place.
      </Alert>

      <Part title="Will be erased">
        {certain.length === 0 ? (
          <Text size="sm">Nothing is held under {name} that can only be theirs.</Text>
        ) : (
          <List size="sm">
            {certain.map((place) => (
              <List.Item key={place.key}>{placeSentence(place)}</List.Item>
            ))}
          </List>
        )}
        <Text size="sm" mt={4}>
          The same goes for {counted(here.files, 'file')} that Muster keeps on this computer: the journal, snapshots,
          workspaces set aside.
        </Text>
      </Part>

      {doubtful.length > 0 && (
        <Part title="Look at these: somebody else may be meant">
          <Stack gap={6}>
            {doubtful.map((place) => (
              <Checkbox
                key={place.key}
                size="xs"
                label={placeSentence(place)}
                description={`“${place.excerpt}”`}
                checked={chosen.has(place.key)}
                onChange={(event) => toggle(place.key, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </Part>
      )}

      <Part title="Cannot be reached from here">
        <List size="sm">
          {[...here.left, ...found.left].map((copy) => (
            <List.Item key={copy.name}>
              {copy.name} ({copy.why})
            </List.Item>
          ))}
          {copies.map((copy) => (
            <List.Item key={`${copy.at} ${copy.name}`}>{copySentence(copy)}</List.Item>
          ))}
          <List.Item>What stands inside attached files, and files that others were sent</List.Item>
          <List.Item>Remains on the disk until the computer uses the space again</List.Item>
        </List>
      </Part>

      <NativeSelect
        label="Why"
        data={reasonOptions}
        value={reason}
        onChange={(event) => {
          const found = reasonOptions.find(({ value }) => value === event.currentTarget.value);
          if (found !== undefined) setReason(found.value);
        }}
      />
      <Checkbox
        label={`I want to erase ${name} and know that this cannot be undone`}
        checked={isSure}
        onChange={(event) => setIsSure(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          Cancel
        </Button>
        <Button
          color="red"
          disabled={!isSure || certain.length + chosen.size === 0}
          onClick={() => onErase({ reason, chosen })}
        >
          Erase for good
        </Button>
      </Group>
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <Title order={3} size="h4" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}
