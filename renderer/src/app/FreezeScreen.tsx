import { Button, Modal, Stack, Text } from '@mantine/core';
import type { FreezeReason } from '../store/store.ts';

const found: Readonly<Record<FreezeReason, string>> = {
  replaced: 'Another window opened a file, or another state of this workspace, in place of what is open here.',
  leftBehind: 'Another window brought back another state, or began a new workspace. Work goes on there, not here.',
  workspaceMissing: 'The workspace is no longer in the storage of this computer.',
  otherWorkspace: 'Another window opened a different workspace in place of this one.',
  historyBehind: 'The storage of this computer holds an older state than this window has seen.',
  databaseClosed: 'The storage of this computer was closed while Muster was using it.',
  damaged: 'A part of what is stored on this computer can no longer be read, or is not what Muster stored.',
  newerMuster: 'A newer Muster was opened in another window.',
};

/** The workspace is whole, and another is in use: nothing has to be found out. */
const isElsewhere: Partial<Readonly<Record<FreezeReason, boolean>>> = {
  otherWorkspace: true,
  replaced: true,
  leftBehind: true,
};

const goOnThere =
  'Muster now opens what is in use. What is shown here is kept: Settings lists it under what is set aside or can be brought back.';
const lookAgain =
  'Muster now looks at the storage again. If the workspace is there, you go on where you were; if not, you are shown every copy that can be brought back.';

/** Lies over everything while nothing may be written: the page below keeps what it shows. */
export function FreezeScreen({ reason, onReopen }: { reason: FreezeReason; onReopen: () => void }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title="Muster has stopped writing, to keep your work safe"
      size="lg"
    >
      <Stack role="alert">
        <Text>{found[reason]}</Text>
        <Text>
          Nothing was changed or overwritten since.{' '}
          {reason === 'replaced' || reason === 'otherWorkspace'
            ? 'What you were typing is offered again in its field where its record is in what was opened.'
            : 'What you were typing is kept and offered again in its field.'}
        </Text>
        <Text>{isElsewhere[reason] === true ? goOnThere : lookAgain}</Text>
        <Button onClick={onReopen} data-autofocus size="sm">
          Check and reopen
        </Button>
      </Stack>
    </Modal>
  );
}
