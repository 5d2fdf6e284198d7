import { Input, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useId } from 'react';
import classes from './fields.module.css';
import { useChoice } from './useChoice.ts';
import type { Commit } from './draft.ts';

type Answer = 'yes' | 'no' | 'unknown';

const answers: readonly { readonly value: Answer; readonly sign: string; readonly word: string }[] = [
  { value: 'yes', sign: '●', word: 'Yes' },
  { value: 'no', sign: '✕', word: 'No' },
  { value: 'unknown', sign: '◌', word: 'Unknown' },
];

interface TernaryControlProps {
  readonly label: string;
  readonly value: Answer;
  readonly commit: Commit<Answer>;
}

/** Yes, no or not known, told apart by shape and word. Arrow keys move, and Y, N and U choose. */
export function TernaryControl({ label, value, commit }: TernaryControlProps) {
  const id = useId();
  const choice = useChoice(value, commit);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const answer = answers.find(({ value }) => value.startsWith(event.key.toLowerCase()));
    if (answer !== undefined) choice.choose(answer.value);
  };
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} size="xs" error={choice.problem}>
      <SegmentedControl<Answer>
        aria-labelledby={id}
        size="xs"
        className={classes['ternary']}
        transitionDuration={0}
        value={choice.value}
        data={answers.map(({ value, sign, word }) => ({
          value,
          label: (
            <>
              <span aria-hidden>{sign}</span> {word}
            </>
          ),
        }))}
        onChange={choice.choose}
        onKeyDown={onKeyDown}
      />
    </Input.Wrapper>
  );
}
