import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { pastedInto } from '../../../../../shared/interchange/pastedHtml/pastedInto.ts';
import { startLongWork } from '../../../ui/longWork.tsx';
import { crashSentence } from '../../../workers/crashSentence.ts';
import { readPasted } from '../../../workers/pasteClient.ts';
import {
  type Clipboard,
  type ClipboardReading,
  type Excess,
  mostCharacters,
  mostParagraphs,
  readClipboard,
} from '../../../workers/pasteJobs.ts';
import { insertPasted, pastePlace } from './insertPasted.ts';
import { pasteNotice } from './pasteNotice.ts';

/** What an editor does with what is pasted or dropped into it; the answers say whether that is dealt with. */
export interface Pasting {
  readonly paste: (editor: Editor, event: ClipboardEvent) => boolean;
  readonly drop: (editor: Editor, event: DragEvent) => boolean;
  /** The editor goes: what is still being read is given up. */
  readonly close: () => void;
}

/** So little, in characters of the clipboard, is read at once; the rest in a worker. */
const readAtOnce = 100_000;

const cancelled = 'The paste was cancelled: the answer is as it was.';

/** Reads what is pasted as formatted text, puts it in, and tells what of it was left out or changed. */
export function openPasting(tell: (sentences: readonly string[]) => void): Pasting {
  let running: AbortController | null = null;

  const take = (editor: Editor, data: DataTransfer | null): boolean => {
    const clipboard = { html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' };
    if (clipboard.html === '' && clipboard.text === '') {
      if ((data?.files.length ?? 0) === 0) return false;
      tell(['Nothing was pasted: an answer holds words and tables, no pictures or files. Send them as attachments.']);
      return true;
    }
    running?.abort();
    if (clipboard.html.length + clipboard.text.length <= readAtOnce) void put(editor, readClipboard(clipboard));
    else void readLong(editor, clipboard);
    return true;
  };

  const put = async (
    editor: Editor,
    { pasted, excess }: ClipboardReading,
    signal = new AbortController().signal,
  ): Promise<void> => {
    if (excess !== null) return tell([tooMuch(excess)]);
    const fitted = pastedInto(pasted, pastePlace(editor.state));
    tell(pasteNotice(fitted.losses));
    if (fitted.content.length === 0) return;
    if (!(await insertPasted(editor, fitted.content, signal))) tell([cancelled]);
  };

  const readLong = async (editor: Editor, clipboard: Clipboard): Promise<void> => {
    const work = new AbortController();
    running = work;
    const shown = startLongWork('Reading what was pasted', () => work.abort());
    // Where it goes stays where it was, whatever is typed meanwhile.
    let { from, to } = editor.state.selection;
    const follow = ({
      transaction: { mapping },
    }: {
      transaction: { mapping: { map: (at: number, side?: number) => number } };
    }) => {
      [from, to] = [mapping.map(from, -1), mapping.map(to)];
    };
    editor.on('transaction', follow);
    const reading = await readPasted(clipboard, { onProgress: shown.progress, signal: work.signal });
    editor.off('transaction', follow);
    if (reading.kind === 'read' && !editor.isDestroyed) {
      editor.commands.setTextSelection({ from, to });
      await put(editor, reading, work.signal);
    } else {
      tell([reading.kind === 'crashed' ? `Nothing was pasted. ${crashSentence(reading)}` : cancelled]);
    }
    shown.end();
    if (running === work) running = null;
  };

  return {
    paste: (editor, event) => {
      const taken = take(editor, event.clipboardData);
      if (taken) event.preventDefault();
      return taken;
    },
    drop: (editor, event) => {
      // What is dragged from one place of the answer to another is moved by the editor.
      if (editor.view.dragging !== null) return false;
      const place = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (place === null || event.dataTransfer?.types.includes('Files') === true) return false;
      const { tr } = editor.state;
      editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place.pos))));
      editor.view.focus();
      event.preventDefault();
      return take(editor, event.dataTransfer);
    },
    close: () => running?.abort(),
  };
}

function tooMuch({ characters, paragraphs }: Excess): string {
  return (
    `Nothing was pasted: it has ${characters.toLocaleString('en-GB')} characters in ` +
    `${paragraphs.toLocaleString('en-GB')} paragraphs, and one paste takes at most ` +
    `${mostCharacters.toLocaleString('en-GB')} characters and ${mostParagraphs.toLocaleString('en-GB')} paragraphs. ` +
    'Paste the part that answers this question.'
  );
}
