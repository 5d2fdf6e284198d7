import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useHost } from '../host/HostContext.tsx';
import { startWorkspace } from './startWorkspace.ts';

interface NewWorkspaceFormProps {
  readonly database: string;
  readonly button: string;
  readonly isLastResort?: boolean;
  readonly onStarted: () => void;
}

export function NewWorkspaceForm({ database, button, isLastResort = false, onStarted }: NewWorkspaceFormProps) {
  const host = useHost();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const start = async (): Promise<void> => {
    const trimmed = name.trim();
    const found =
      trimmed === ''
        ? 'Give the workspace a name, such as that of your organisation.'
        : await startWorkspace(host, database, trimmed);
    if (found === null) onStarted();
    else setProblem(found);
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
