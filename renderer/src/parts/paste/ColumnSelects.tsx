import { NativeSelect, Text } from '@mantine/core';
import type { ColumnUse } from '../../../../shared/interchange/pasted/columnUses.ts';
import type { PastedList } from '../../../../shared/interchange/pasted/pastedList.ts';
import classes from './paste.module.css';

const words: Readonly<Record<Exclude<ColumnUse, 'text'>, string>> = {
  number: 'Number',
  section: 'Section',
  description: 'Description',
  mandatory: 'Mandatory or not',
  weight: 'Weight in per cent',
  fraction: 'Weight as 0.15',
  marks: 'Marks',
  limit: 'Limit with its unit',
  words: 'Limit in words',
  characters: 'Limit in characters',
  pages: 'Limit in pages',
  ignore: 'Leave out',
  unknown: 'Choose …',
};

interface ColumnSelectsProps {
  readonly list: PastedList;
  readonly uses: readonly ColumnUse[];
  /** What the columns of this list may hold. */
  readonly allowed: readonly ColumnUse[];
  /** What the text of an entry is called: `question`. */
  readonly noun: string;
  readonly onChoose: (at: number, use: ColumnUse) => void;
}

/** What each column holds, as it was guessed, for the person to correct. */
export function ColumnSelects({ list, uses, allowed, noun, onChoose }: ColumnSelectsProps) {
  const nameOf = (use: ColumnUse): string =>
    use === 'text' ? `${noun.charAt(0).toUpperCase()}${noun.slice(1)}` : words[use];
  const { rows, headAt } = list;
  return (
    <fieldset className={classes['columns']}>
      <legend>
        <Text size="xs" fw={500}>
          What the columns hold
        </Text>
      </legend>
      {uses.map((use, at) => {
        const heading = headAt === null ? '' : (rows[headAt]?.[at] ?? '');
        const sample = rows.slice(headAt === null ? 0 : headAt + 1).find((cells) => (cells[at] ?? '') !== '')?.[at];
        const offered = new Set<ColumnUse>([...allowed.filter((one) => one !== 'unknown'), 'ignore', use]);
        return (
          <NativeSelect
            // oxlint-disable-next-line react/no-array-index-key -- a column has no other name than its place
            key={at}
            className={classes['column'] ?? ''}
            label={heading === '' ? `Column ${at + 1}` : heading}
            description={sample === undefined ? 'Empty' : `“${sample.slice(0, 40)}${sample.length > 40 ? '…' : ''}”`}
            size="xs"
            data={[...offered].map((value) => ({ value, label: nameOf(value) }))}
            value={use}
            error={use === 'unknown' ? 'Not known from the column' : null}
            onChange={({ currentTarget }) => {
              const chosen = [...offered].find((one) => one === currentTarget.value);
              if (chosen !== undefined) onChoose(at, chosen);
            }}
          />
        );
      })}
    </fieldset>
  );
}
