import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { foldText } from '../../../../shared/domain/basics/foldText.ts';
import type { Place } from '../../ui/matrix/selection.ts';
import classes from './capabilities.module.css';
import type { Sheet } from './sheet.ts';

interface FindHeaderProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly sheet: Sheet;
  readonly cursor: Place;
  readonly onFind: (place: Place) => void;
  /** Back to where the cursor is. */
  readonly onLeave: () => void;
}

/** Takes the cursor to a row or a column as its name is typed; Enter goes to the next that fits. */
export function FindHeader({ field, sheet, cursor, onFind, onLeave }: FindHeaderProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<number | null>(null);
  const names = useMemo(() => [...sheet.rows, ...sheet.columns].map(({ name }) => foldText(name)), [sheet]);

  const find = (typed: string, from: number): void => {
    const sought = foldText(typed.trim());
    const order = [...names.keys()].map((index) => (index + from) % names.length);
    const index = sought === '' ? undefined : order.find((at) => names[at]?.includes(sought) === true);
    setFound(index ?? null);
    if (index === undefined) return;
    const column = index - sheet.rows.length;
    onFind(column < 0 ? { ...cursor, row: index } : { ...cursor, column });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') find(text, (found ?? -1) + 1);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className={classes['find']}
      aria-label="Find an organisation or a capability"
      placeholder="Find a row or column (Ctrl+F or /)"
      value={text}
      error={text.trim() !== '' && found === null ? 'No such name' : null}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        find(event.currentTarget.value, 0);
      }}
    />
  );
}
