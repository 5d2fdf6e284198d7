import { Button, Group, PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { RefusalSentence } from '../../../../shared/workspace/refusal.ts';

/** A protected file, and how far the asking for its passphrase has come. */
export type Locked =
  | {
      /** Why the passphrase that was tried did not do. */
      readonly problem: RefusalSentence | null;
      readonly work: null;
      readonly onTry: (passphrase: string) => void;
    }
  | {
      readonly problem: null;
      /** It is being tried. */
      readonly work: { readonly done: number; readonly cancel: () => void };
    };

/** Asks for the passphrase of a file as often as it takes; what was typed stays. */
export function UnlockForm({ onCancel, ...locked }: Locked & { readonly onCancel: () => void }) {
  const { problem, work } = locked;
  const [typed, setTyped] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (problem !== null) field.current?.select();
  }, [problem]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsMissing(typed === '');
    if (typed !== '' && locked.work === null) locked.onTry(typed);
  };
  const refusal = problem === null ? null : `${problem.what} ${problem.next}`;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>
          It opens with the passphrase it was saved with. Once it is open, the workspace is kept on this computer as any
          other is, without the passphrase.
        </Text>
        <PasswordInput
          ref={field}
          label="Passphrase"
          autoComplete="off"
          data-autofocus
          readOnly={work !== null}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isMissing ? 'Type the passphrase first.' : refusal}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
        />
        {work !== null && (
          <Stack gap={4} component="output">
            <Text size="sm">Trying the passphrase. This takes a few seconds, so that nobody can try many.</Text>
            <Progress value={work.done * 100} animated aria-label="How far it is" />
          </Stack>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={work !== null}>
            Open
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
