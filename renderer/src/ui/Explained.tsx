import { Popover, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './Explained.module.css';

interface ExplainedProps {
  /** What is explained: a number, or words that stand for one. */
  readonly label: ReactNode;
  readonly title: string;
  /** What it is made of, by which rule, from which source. */
  readonly children: ReactNode;
}

/** A number that says how it came about when it is asked. Until then it is a plain button: tables hold hundreds of them. */
export function Explained(props: ExplainedProps) {
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <Explanation {...props} />;
  return (
    <button type="button" className={classes['label']} aria-haspopup="dialog" onClick={() => setIsAsked(true)}>
      {props.label}
    </button>
  );
}

function Explanation({ label, title, children }: ExplainedProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // Its button took the place of the plain one, so that the focus comes back to it when the explanation is closed.
  useEffect(() => {
    button.current?.focus();
    // oxlint-disable-next-line react/set-state-in-effect -- where the focus goes back to is noted when it opens
    setIsOpen(true);
  }, []);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      width={340}
      position="bottom-start"
      withinPortal
      returnFocus
      trapFocus
    >
      <Popover.Target>
        <button ref={button} type="button" className={classes['label']} onClick={() => setIsOpen(!isOpen)}>
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} tabIndex={-1} data-autofocus>
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <div className={classes['body']}>{children}</div>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
