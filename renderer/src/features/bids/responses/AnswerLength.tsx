import { Progress, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { AnswerLimit } from '../../../../../shared/domain/bid/bid.ts';
import type { RichText } from '../../../../../shared/domain/bid/richText.ts';
import { formatLimit } from '../../../../../shared/domain/bid/answerLimit.ts';
import { type LimitUse, lengthOf, limitUse } from '../../../../../shared/domain/bid/wordCount.ts';
import { counted } from '../../../ui/counted.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import classes from './responses.module.css';

interface AnswerLengthProps {
  readonly answer: RichText;
  readonly limit: AnswerLimit;
}

const limitTones: Readonly<Record<Exclude<LimitUse['state'], 'noLimit' | 'notCounted'>, Tone>> = {
  within: 'pass',
  near: 'soon',
  over: 'fail',
};

const colours = { within: 'teal', near: 'yellow.7', over: 'red.7' } as const;

/** How long an answer is, and what the buyer's limit leaves. */
export function AnswerLength({ answer, limit }: AnswerLengthProps) {
  const { words, characters, charactersWithoutSpaces } = useMemo(() => lengthOf(answer), [answer]);
  const { state, used, left } = useMemo(() => limitUse(answer, limit), [answer, limit]);
  const unit = limit.kind === 'characters' ? 'character' : 'word';
  return (
    <div className={classes['length']}>
      {state === 'notCounted' && (
        <Text size="sm">
          <Mark tone="unknown">The limit is {formatLimit(limit)}: check it in the finished document</Mark>
        </Text>
      )}
      {left !== null && state !== 'noLimit' && state !== 'notCounted' && (
        <>
          <Progress
            className={classes['bar'] ?? ''}
            value={Math.min(100, (100 * used) / limit.value)}
            color={colours[state]}
            transitionDuration={0}
            aria-label="How much of the limit is used"
          />
          <Text component="output" size="sm">
            <Mark tone={limitTones[state]}>
              {left < 0 ? `${counted(-left, unit)} over the limit` : `${counted(left, unit)} left`}
            </Mark>
          </Text>
        </>
      )}
      <Explained
        label={`${counted(words, 'word')} · ${counted(characters, 'character')}`}
        title="How the length is counted"
      >
        <p>
          Words are what stands between spaces, as Word counts them; headings and list items count, bullets and numbers
          do not.
        </p>
        <p>
          Characters are counted as a person would, with spaces and without line breaks: an emoji is one. Without spaces
          there are {charactersWithoutSpaces.toLocaleString('en-GB')}.
        </p>
        <p>Portals differ by a few: leave some room.</p>
      </Explained>
    </div>
  );
}
