import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';

interface ProtectDialogProps {
  /** What was typed before, where saving did not work; `null` where nothing is asked. */
  readonly typed: string | null;
  readonly onSave: (passphrase: string) => void;
  readonly onClose: () => void;
}

/** Whoever has the file can try passphrases at leisure; age advises eight random characters or more. */
const shortest = 8;

/** Asks twice for the passphrase of a file that is to be saved, and says what hangs on it. */
export function ProtectDialog({ typed, onSave, onClose }: ProtectDialogProps) {
  return (
    <Modal opened={typed !== null} onClose={onClose} title="Save with a passphrase" size="lg">
      {typed !== null && <ProtectForm typed={typed} onSave={onSave} onClose={onClose} />}
    </Modal>
  );
}

function ProtectForm({ typed, onSave, onClose }: ProtectDialogProps & { readonly typed: string }) {
  const [passphrase, setPassphrase] = useState(typed);
  const [again, setAgain] = useState(typed);
  const [isJudged, setIsJudged] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  const isShort = passphrase.length < shortest;
  const differs = passphrase !== again;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setIsJudged(true);
    if (isShort) first.current?.focus();
    else if (differs) second.current?.focus();
    else onSave(passphrase);
  };
  return (
    <form onSubmit={save} noValidate>
      <Stack>
        <Text>
          <b>Nobody can open the file without its passphrase, and nobody can find it out for you.</b> Muster keeps no
          copy of it. Keep it where your organisation keeps what it must not lose, and apart from the file.
        </Text>
        <PasswordInput
          ref={first}
          label="Passphrase"
          description={`At least ${shortest} characters. Four or five words that have nothing to do with each other are good.`}
          autoComplete="new-password"
          data-autofocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={isJudged && isShort && `This is shorter than ${shortest} characters.`}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
        />
        <PasswordInput
          ref={second}
          label="The same passphrase again"
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={isJudged && !isShort && differs && 'This is not the same as above.'}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase typed again', tabIndex: 0 }}
        />
        <Text c="dimmed">
          It protects this file. What Muster stores on this computer, and what it sets aside here, is as safe as your
          account on it. The file is an age file; other programs for age open it too.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Save</Button>
        </Group>
      </Stack>
    </form>
  );
}
