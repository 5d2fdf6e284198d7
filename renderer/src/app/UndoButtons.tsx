import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useAfterPaint } from '../ui/useAfterPaint.ts';
import type { Action } from './actions.ts';
import classes from './UndoButtons.module.css';

const icons = { undo: IconArrowBackUp, redo: IconArrowForwardUp };

/** Undo and redo, each named after what it would turn round. */
export function UndoButtons({ actions }: { actions: readonly Action[] }) {
  const isPainted = useAfterPaint();
  return (
    <Group gap={4} wrap="nowrap">
      {(['undo', 'redo'] as const).map((id) => {
        const action = actions.find((action) => action.id === id);
        const Icon = icons[id];
        if (action === undefined) return null;
        const button = (
          <ActionIcon
            aria-label={action.label}
            // Kept in the order of Tab while there is nothing to undo, so that the focus is not lost by undoing.
            className={classes['button']}
            aria-disabled={action.disabled === true}
            onClick={() => action.disabled !== true && action.run()}
          >
            <Icon size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        );
        if (!isPainted) return <Fragment key={id}>{button}</Fragment>;
        return (
          <Tooltip key={id} label={`${action.label} (${action.keys[0]})`} maw={400} multiline>
            {button}
          </Tooltip>
        );
      })}
    </Group>
  );
}
