import { Progress, Text } from '@mantine/core';
import type { Question } from '../../../../../shared/domain/bid/bid.ts';
import { answerState } from '../../../../../shared/domain/bid/answerState.ts';
import { limitUnknown, limitUse } from '../../../../../shared/domain/bid/wordCount.ts';
import { counted } from '../../../ui/counted.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import classes from './responses.module.css';

/** How far the answers are, by number and by weight. */
export function HowFar({ questions }: { readonly questions: readonly Question[] }) {
  const final = questions.filter(({ status }) => status === 'final');
  const answered = questions.filter(({ answer }) => answerState(answer) === 'answered');
  const over = questions.filter(({ answer, limit }) => limitUse(answer, limit).state === 'over');
  const inPages = questions.filter(limitUnknown);
  const [total, done] = [weightOf(questions), weightOf(final)];
  const unweighted = questions.filter(({ weight }) => weight === null).length;
  return (
    <div className={classes['howFar']}>
      <Text size="sm">
        {answered.length} of {counted(questions.length, 'question')} answered, {final.length} final
      </Text>
      {total > 0 && (
        <>
          <Progress
            className={classes['bar'] ?? ''}
            value={(100 * done) / total}
            transitionDuration={0}
            aria-label="Weight of the answers that are final"
          />
          <Explained label={`${done}% of ${total}% final by weight`} title="How this is reckoned">
            <p>
              The weights that the buyer gives its questions: all of them, and of those whose answer is marked final.
            </p>
            {unweighted > 0 && <p>{counted(unweighted, 'question')} without a weight of its own is not in it.</p>}
            {total !== 100 && <p>The weights total {total}%: the rest may be price, or a question may be missing.</p>}
          </Explained>
        </>
      )}
      {over.length > 0 && (
        <Text size="sm">
          <Mark tone="fail">{counted(over.length, 'answer')} over the limit</Mark>
        </Text>
      )}
      {inPages.length > 0 && (
        <Text size="sm">
          <Mark tone="unknown">{counted(inPages.length, 'answer')} with a limit in pages: check in the document</Mark>
        </Text>
      )}
    </div>
  );
}

/** Per cent, to a hundredth. */
function weightOf(questions: readonly Question[]): number {
  return Math.round(questions.reduce((sum, { weight }) => sum + (weight ?? 0), 0) * 100) / 100;
}
