import { Button, Group, Modal, Text } from '@mantine/core';
import { type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { questionAsked, watchQuestion } from './confirmation.ts';

// A dialog below this one must not take its Escape.
const ownKeys = { 'data-mantine-stop-propagation': 'true' };

/** Asks what `confirmed` was called with, over whatever is on the screen. The focus is on the answer that changes nothing. */
export function ConfirmationDialog() {
  const asked = useSyncExternalStore(watchQuestion, questionAsked);
  const [shown, setShown] = useState(asked);
  // It closes with its words still in it, and gives the focus back.
  if (asked !== null && asked !== shown) setShown(asked);
  const question = shown?.question;
  const answer = (yes: boolean): void => asked?.answer(yes);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') answer(false);
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={() => answer(false)}
      closeOnEscape={false}
      withCloseButton={false}
      title={question?.title}
      zIndex={400}
      transitionProps={{ duration: 0 }}
      onKeyDown={onKeyDown}
    >
      <Text size="sm">{question?.sentence}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus {...ownKeys} onClick={() => answer(false)}>
          {question?.no}
        </Button>
        <Button {...(question?.isRemoval === true && { color: 'red.9' })} {...ownKeys} onClick={() => answer(true)}>
          {question?.yes}
        </Button>
      </Group>
    </Modal>
  );
}
