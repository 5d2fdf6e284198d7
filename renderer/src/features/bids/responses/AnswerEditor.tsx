import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import { Anchor, Text } from '@mantine/core';
import { type JSONContent, useEditor } from '@tiptap/react';
import { getNonce } from 'get-nonce';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { AnswerLimit } from '../../../../../shared/domain/bid/bid.ts';
import { plainText, type RichText } from '../../../../../shared/domain/bid/richText.ts';
import { Conflict } from '../../../ui/Conflict.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import type { FieldEdit } from '../edits.ts';
import { AnswerLength } from './AnswerLength.tsx';
import { answerForm } from './answerForm.ts';
import { asRichText } from './asRichText.ts';
import { editorExtensions, pastedHtml } from './editorExtensions.ts';
import classes from './responses.module.css';

interface AnswerEditorProps extends FieldEdit<RichText> {
  readonly label: string;
  readonly limit: AnswerLimit;
}

/** The answer as it is written, with its length against the limit. One component serves one answer for its whole life. */
export function AnswerEditor({ draftKey, value, commit, label, limit }: AnswerEditorProps) {
  const { state, draft } = useDraft(draftKey, { committed: value, form: answerForm, commit });
  const kept = state.kind === 'idle' ? null : state.text;
  const written = useMemo(() => answerIn(kept) ?? value, [kept, value]);
  const isTyping = state.kind === 'typing';

  const frame = useRef<HTMLDivElement>(null);
  const [first] = useState(() => forEditor(written));
  const editor = useEditor({
    extensions: editorExtensions,
    content: first,
    injectNonce: getNonce(),
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', spellcheck: 'true' },
      transformPastedHTML: pastedHtml,
    },
    onUpdate: ({ editor }) => draft.type(answerForm.show(asRichText(editor.getJSON()))),
    onBlur: () => void draft.finish(),
  });

  // Undo, another window, or typing that was taken back: what is stored is shown again.
  useEffect(() => {
    if (state.kind !== 'idle') return;
    if (answerForm.show(asRichText(editor.getJSON())) === answerForm.show(value)) return;
    editor.commands.setContent(forEditor(value), { emitUpdate: false });
  }, [editor, state.kind, value]);

  // While it is there, Ctrl+Z takes back letters and not Muster's last change.
  useEffect(() => {
    // Asked of the page: the editor itself has no element until it is mounted.
    frame.current?.querySelector('[contenteditable]')?.toggleAttribute('data-uncommitted', isTyping);
  }, [isTyping]);

  return (
    <>
      <RichTextEditor ref={frame} editor={editor} className={classes['editor'] ?? ''}>
        <RichTextEditor.Toolbar>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.Underline />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.H1 />
            <RichTextEditor.H2 />
            <RichTextEditor.H3 />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Link />
            <RichTextEditor.Unlink />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.ClearFormatting />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content dir="auto" />
      </RichTextEditor>
      {isTyping && state.problem !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {state.problem}
        </Text>
      )}
      {isTyping && state.restored && (
        <Text size="sm" role="note">
          Restored: you typed this before, and it is not stored yet.{' '}
          <Anchor component="button" type="button" inherit onClick={() => void draft.finish()}>
            Store it
          </Anchor>{' '}
          or{' '}
          <Anchor component="button" type="button" inherit onClick={draft.discard}>
            bring back what was there
          </Anchor>
          .
        </Text>
      )}
      {isTyping && state.conflict !== null && (
        <Conflict
          theirs={plainText(state.conflict.theirs) || 'Nothing.'}
          canKeepBoth
          onChoose={(choice) => void draft.choose(choice)}
        />
      )}
      <AnswerLength answer={useDeferredValue(written)} limit={limit} />
    </>
  );
}

/** What a draft holds; `null` where there is none that can be read. */
function answerIn(kept: string | null): RichText | null {
  const reading = kept === null ? null : answerForm.read(kept);
  return reading?.ok === true ? reading.value : null;
}

/** The editor asks for lists that it may change. */
function forEditor(answer: RichText): JSONContent {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy, which nobody else holds
  return structuredClone(answer) as JSONContent;
}
