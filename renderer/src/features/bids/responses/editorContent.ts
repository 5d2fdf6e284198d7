import type { Editor, JSONContent } from '@tiptap/react';
import { Selection } from '@tiptap/pm/state';
import type { RichText } from '../../../../../shared/domain/bid/richText.ts';

/**
 * An answer as an editor wants it: lists that it may change, and a paragraph to write in where the answer is empty. Without
 * that paragraph the cursor has no place, and the editor selects everything that it is given later.
 */
export function forEditor(answer: RichText): JSONContent {
  if (answer.content.length === 0) return { type: 'doc', content: [{ type: 'paragraph' }] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy, which nobody else holds
  return structuredClone(answer) as JSONContent;
}

/**
 * Shows an answer that came from elsewhere: undo, an earlier version, another window. Nothing is selected afterwards,
 * whatever was selected before, so that the next key adds to the answer and never replaces it: the cursor stays for who is
 * writing, and stands at the end for who comes later. The editor's own undo does not go back past it.
 */
export function showAnswer(editor: Editor, answer: RichText): void {
  const { tr, schema, selection } = editor.state;
  const isWriting = editor.view.hasFocus() && selection.empty && !editor.isEmpty;
  tr.replaceWith(0, tr.doc.content.size, schema.nodeFromJSON(forEditor(answer)).content);
  const place = Math.min(selection.head, tr.doc.content.size);
  tr.setSelection(isWriting ? Selection.near(tr.doc.resolve(place), -1) : Selection.atEnd(tr.doc));
  const { dom } = editor.view;
  editor.view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', false));
  // The page keeps what was selected in an editor that has lost the focus, and gives it back with the focus.
  const selected = dom.ownerDocument.getSelection();
  if (!editor.view.hasFocus() && dom.contains(selected?.anchorNode ?? null)) selected?.removeAllRanges();
}
