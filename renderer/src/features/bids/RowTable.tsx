import type { KeyboardEvent, ReactNode } from 'react';
import classes from './rows.module.css';

interface RowTableProps {
  readonly label: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** A list of which one row stands open beside it. In the column of the buttons that open, the arrow keys go up and down. */
export function RowTable({ label, head, children }: RowTableProps) {
  return (
    <div className={classes['scroll']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons are what takes the keys */}
      <table className={classes['table']} aria-label={label} onKeyDown={goUpOrDown}>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface OpenButtonProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** Opens a row beside the list. */
export function OpenButton({ id, isOpen, onOpen, children }: OpenButtonProps) {
  return (
    <button type="button" className={classes['open']} aria-pressed={isOpen} data-open-row={id} onClick={onOpen}>
      {children}
    </button>
  );
}

/** Gives the focus back to the row that stood open. */
export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-open-row="${CSS.escape(id)}"]`)?.focus();
}

function goUpOrDown(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-open-row]')) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-open-row]')];
  const next = buttons[buttons.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}
