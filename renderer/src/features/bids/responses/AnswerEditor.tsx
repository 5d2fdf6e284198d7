import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import { Alert, Anchor, Text } from '@mantine/core';
import { type Editor, useEditor } from '@tiptap/react';
import { getNonce } from 'get-nonce';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { entryLimits } from '../../../../../shared/domain/basics/entryLimits.ts';
import type { AnswerLimit } from '../../../../../shared/domain/bid/bid.ts';
import { plainText, type RichText } from '../../../../../shared/domain/bid/richText.ts';
import { Conflict } from '../../../ui/Conflict.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import type { FieldEdit } from '../edits.ts';
import { AnswerLength } from './AnswerLength.tsx';
import { answerForm } from './answerForm.ts';
import { asRichText } from './asRichText.ts';
import { forEditor, showAnswer } from './editorContent.ts';
import { editorExtensions } from './editorExtensions.ts';
import { openPasting } from './pasting.ts';
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
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const [pasting] = useState(() => openPasting(setRemarks));
  const [extensions] = useState(() => editorExtensions(() => setRemarks([tooDeep])));
  const editor: Editor = useEditor({
    extensions,
    content: first,
    injectNonce: getNonce(),
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', spellcheck: 'true' },
      handleDOMEvents: {
        paste: (_, event) => pasting.paste(editor, event),
        drop: (_, event) => pasting.drop(editor, event),
      },
    },
    onUpdate: ({ editor }) => draft.type(answerForm.show(asRichText(editor.getJSON()))),
    onBlur: () => void draft.finish(),
  });

  // Undo, another window, or typing that was taken back: what is stored is shown again.
  useEffect(() => {
    if (state.kind !== 'idle') return;
    if (answerForm.show(asRichText(editor.getJSON())) === answerForm.show(value)) return;
    showAnswer(editor, value);
  }, [editor, state.kind, value]);

  useEffect(() => pasting.close, [pasting]);

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
            <RichTextEditor.Superscript />
            <RichTextEditor.Subscript />
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
            <RichTextEditor.TableInsert />
            <RichTextEditor.TableRowAfter />
            <RichTextEditor.TableRowDelete />
            <RichTextEditor.TableColumnAfter />
            <RichTextEditor.TableColumnDelete />
            <RichTextEditor.TableToggleHeaderRow />
            <RichTextEditor.TableDelete />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.ClearFormatting />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content dir="auto" />
      </RichTextEditor>
      <Remarks sentences={remarks} onClose={() => setRemarks([])} />
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

const tooDeep = `A list has at most ${entryLimits.listDepth} levels.`;

/** What a paste left out or changed: said once, in one place, until it is closed. */
function Remarks({ sentences, onClose }: { readonly sentences: readonly string[]; readonly onClose: () => void }) {
  return (
    <output>
      {sentences.length > 0 && (
        <Alert py={6} withCloseButton closeButtonLabel="Close the note" onClose={onClose}>
          {sentences.join(' ')}
        </Alert>
      )}
    </output>
  );
}

/** What a draft holds; `null` where there is none that can be read. */
function answerIn(kept: string | null): RichText | null {
  const reading = kept === null ? null : answerForm.read(kept);
  return reading?.ok === true ? reading.value : null;
}
