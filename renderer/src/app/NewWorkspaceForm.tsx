import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useHost } from '../host/HostContext.tsx';
import type { Place } from '../safekeeping/inUse.ts';
import { notifyProblem } from '../ui/notify.ts';
import { startWorkspace } from './startWorkspace.ts';

interface NewWorkspaceFormProps {
  readonly place: Exclude<Place, { readonly kind: 'workspace' }>;
  readonly button: string;
  readonly isLastResort?: boolean;
  readonly onStarted: () => void;
}

export function NewWorkspaceForm({ place, button, isLastResort = false, onStarted }: NewWorkspaceFormProps) {
  const host = useHost();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const start = async (): Promise<void> => {
    const trimmed = name.trim();
    if (trimmed === '') return setProblem('Give the workspace a name, such as that of your organisation.');
    const outcome = await startWorkspace(host, place, trimmed);
    if (outcome.kind === 'notStarted') return setProblem(outcome.sentence);
    if (outcome.kind === 'taken') {
      notifyProblem(`“${trimmed}” was not started`, 'Another window has started or opened a workspace. Here it is.');
    }
    onStarted();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void start();
  };

  return (
    <form onSubmit={onSubmit} noValidate>
      <Group align="end" gap="sm">
        <TextInput
          label="Name of the workspace"
          placeholder="Your organisation or consortium"
          flex={1}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem}
          inputWrapperOrder={['label', 'error', 'input']}
        />
        <Button type="submit" size="sm" variant={isLastResort ? 'default' : 'filled'}>
          {button}
        </Button>
      </Group>
    </form>
  );
}
