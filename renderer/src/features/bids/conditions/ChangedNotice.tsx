import { Button, Text } from '@mantine/core';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { lotsOfCondition } from '../../../../../shared/domain/bid/judgeCondition.ts';
import { isSameText } from '../../../../../shared/domain/bid/noticeChange.ts';
import type { Condition } from '../../../../../shared/domain/bid/bid.ts';
import type { Edits } from '../edits.ts';
import type { ConditionLine } from './conditionLines.ts';

interface ChangedNoticeProps {
  readonly line: ConditionLine;
  readonly input: BidInput;
  readonly edits: Edits;
}

/** Where the notice changed what a condition asks: its new words to go on with, or that the condition stays as it is. */
export function ChangedNotice({ line: { condition, judgement }, input, edits }: ChangedNoticeProps) {
  if (judgement.findings.every(({ reason }) => reason !== 'noticeChanged')) return null;
  const { id } = condition;
  const asked = lotsOfCondition(condition, input).flatMap(({ conditions }) => conditions.map(({ text }) => text));
  const used = input.bid.conditions.map(({ text }) => text);
  const fresh = [...new Set(asked)].filter((text) => used.every((other) => !isSameText(other, text)));
  const settle = (what: string, changed: Partial<Condition>) =>
    void edits.act(what, (now) => ({
      ...now,
      conditions: now.conditions.map((each) => (each.id === id ? { ...each, ...changed } : each)),
    }));
  return (
    <>
      {fresh.map((text) => (
        <div key={text}>
          <Text size="xs">
            The notice now asks: <q>{text}</q>
          </Text>
          <Button
            mt={4}
            variant="default"
            onClick={() =>
              settle('new words of the notice, part of a condition', {
                text,
                noticeText: text,
                compared: '',
                turnover: null,
                state: 'unknown',
              })
            }
          >
            Ask this instead, and judge it again
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => settle('a condition kept as it is, whatever the notice says', { noticeText: '' })}
      >
        Keep it as it is: I checked the notice
      </Button>
    </>
  );
}
