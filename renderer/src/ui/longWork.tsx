import { Button, Group, Progress, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

interface LongWork {
  /** How far it is, from 0 to 1. */
  readonly progress: (done: number) => void;
  readonly end: () => void;
}

const patience = 300;
let count = 0;

/** Shows work that takes longer than a moment, how far it is, and a way to cancel it. */
export function startLongWork(title: string, cancel: () => void): LongWork {
  count += 1;
  const id = `long-work-${count}`;
  let done = 0;
  let shown = false;
  const content = () => ({
    id,
    title,
    message: <Status done={done} cancel={cancel} />,
    autoClose: false as const,
    withCloseButton: false,
  });
  const timer = setTimeout(() => {
    shown = true;
    notifications.show(content());
  }, patience);
  return {
    progress: (fraction) => {
      done = fraction;
      if (shown) notifications.update(content());
    },
    end: () => {
      clearTimeout(timer);
      notifications.hide(id);
    },
  };
}

function Status({ done, cancel }: { done: number; cancel: () => void }) {
  const percent = Math.round(done * 100);
  return (
    <Group wrap="nowrap" gap="sm">
      <Progress value={percent} flex={1} aria-label="How far it is" />
      <Text size="xs">{percent} %</Text>
      <Button size="compact-xs" variant="default" onClick={cancel}>
        Cancel
      </Button>
    </Group>
  );
}
