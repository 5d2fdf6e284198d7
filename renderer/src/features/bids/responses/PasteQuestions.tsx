import { formatLimit, worthOf } from '../../../../../shared/domain/bid/answerLimit.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import {
  type PastedQuestion,
  questionList,
  readQuestions,
} from '../../../../../shared/interchange/pasted/pastedQuestions.ts';
import { PasteDialog, type PreviewColumn } from '../../../parts/paste/PasteDialog.tsx';
import { newId } from '../../../store/newId.ts';
import { counted } from '../../../ui/counted.ts';
import type { Edits } from '../edits.ts';
import { newQuestion } from './newQuestion.ts';

interface PasteQuestionsProps {
  readonly input: BidInput;
  readonly edits: Edits;
  readonly onClose: () => void;
}

const nouns = ['question', 'questions'] as const;

const preview: readonly PreviewColumn<PastedQuestion>[] = [
  { head: 'No.', cell: ({ number }) => number },
  { head: 'Section', cell: ({ section }) => section },
  { head: 'Question', cell: ({ text }) => text },
  { head: 'Weight', cell: ({ weight, marks }) => worthOf(weight, marks) },
  { head: 'Limit', cell: ({ limit }) => formatLimit(limit) },
];

/** Many questions at once from the buyer's own table, looked at before they are added as one step. */
export function PasteQuestions({ input, edits, onClose }: PasteQuestionsProps) {
  return (
    <PasteDialog
      title="Paste questions"
      label="Copy the table of questions from Word or Excel and paste it here, or type one question a line"
      description="Check below what the columns hold, and correct it where it was not found."
      nouns={nouns}
      kind={questionList}
      read={readQuestions}
      preview={preview}
      draftKey={`${input.bid.id}.questions.pasted`}
      summary={totalWeight}
      onAdd={async (pasted) => {
        const questions = pasted.map((known) => newQuestion(newId(), known));
        const ok = await edits.addRows('questions', questions, `added ${counted(questions.length, 'question')}`);
        return { ok, problem: null };
      }}
      onClose={onClose}
    />
  );
}

/** `, 100% in all`, so that a weight misread is seen. */
function totalWeight(questions: readonly PastedQuestion[]): string {
  const total = questions.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return total === 0 ? '' : `, ${Math.round(total * 100) / 100}% in all`;
}
