import { Anchor, Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDeviceFloppy, IconLoader } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Failed } from '../../../shared/host/failed.ts';
import { useKeepingState } from '../safekeeping/KeepingContext.tsx';
import type { WorkspaceState } from '../store/queries/workspace.ts';
import { useWriteFailure } from '../store/StoreContext.tsx';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import { useNow } from '../ui/useNow.ts';
import classes from './SafetyLight.module.css';
import { type Light, safetyOf } from './safety.ts';

const looks: Readonly<Record<Light, { readonly word: string; readonly icon: typeof IconCircleCheck }>> = {
  green: { word: 'Saved', icon: IconCircleCheck },
  busy: { word: 'Saving', icon: IconLoader },
  amber: { word: 'Save a file', icon: IconDeviceFloppy },
  red: { word: 'Not safe', icon: IconAlertTriangle },
};

interface SafetyLightProps {
  readonly state: WorkspaceState | undefined;
  readonly markerFailure: Failed | null;
  readonly onSave: () => Promise<void>;
  readonly onSaveProtected: () => void;
}

/** Says at any time whether the work is safe, and explains itself. */
export function SafetyLight({ state, markerFailure, onSave, onSaveProtected }: SafetyLightProps) {
  const writeFailure = useWriteFailure();
  const keeping = useKeepingState();
  const now = useNow();
  const [isOpen, setIsOpen] = useState(false);
  const isPainted = useAfterPaint();
  const target = useRef<HTMLButtonElement>(null);
  if (state === undefined) return null;
  const { light, headline, sentences } = safetyOf({ state, keeping, writeFailure, markerFailure }, now);
  const saveProtected = () => {
    // The dialog gives the focus back to what had it, which must still be there then.
    target.current?.focus();
    setIsOpen(false);
    onSaveProtected();
  };
  const { word, icon: Icon } = looks[light];
  const button = (
    <UnstyledButton
      ref={target}
      className={classes['light']}
      data-light={light}
      aria-label={`${word}. ${headline}`}
      onClick={() => setIsOpen(!isOpen)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <Text size="xs" fw={600} visibleFrom="md">
        {word}
      </Text>
    </UnstyledButton>
  );
  if (!isPainted) return button;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={340} position="bottom-end" trapFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={600}>{headline}</Text>
          {sentences.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
          <Button onClick={() => void onSave()}>Save a workspace file</Button>
          <Button variant="default" onClick={saveProtected}>
            Save with a passphrase…
          </Button>
          <Anchor component={Link} to="/settings">
            Backups and what can be brought back
          </Anchor>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
