import type { RichText } from '../../../../../shared/domain/bid/richText.ts';
import type { TextForm } from '../../../ui/textForm.ts';
import { asRichText } from './asRichText.ts';

/** An answer as the text that its draft is kept as. */
export const answerForm: TextForm<RichText> = {
  show: (answer) => JSON.stringify(asRichText(answer)),
  read: (kept) => {
    try {
      const document: object = JSON.parse(kept);
      return { ok: true, value: asRichText(document), remark: null };
    } catch {
      return { ok: false, problem: 'What was kept of this answer cannot be read.' };
    }
  },
  stored: 'atPause',
  join: (stored, typed) => ({ ...stored, content: [...stored.content, ...typed.content] }),
};
