import { Link } from '@mantine/tiptap';
import { Extension, Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { entryLimits } from '../../../../../shared/domain/basics/entryLimits.ts';
import { tableExtensions } from './editorTables.ts';
import { listLevelsIn } from './listLevels.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    answerScript: { toggleSuperscript: () => ReturnType; toggleSubscript: () => ReturnType };
  }
}

/** Text above or below the line; a character is one or the other. */
const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
  addCommands: () => ({
    toggleSuperscript:
      () =>
      ({ commands }) =>
        commands.toggleMark('superscript'),
  }),
  addKeyboardShortcuts() {
    return { 'Mod-.': () => this.editor.commands.toggleSuperscript() };
  },
});

const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
  addCommands: () => ({
    toggleSubscript:
      () =>
      ({ commands }) =>
        commands.toggleMark('subscript'),
  }),
  addKeyboardShortcuts() {
    return { 'Mod-,': () => this.editor.commands.toggleSubscript() };
  },
});

/** Lists lie no deeper than `entryLimits.listDepth`, whichever key or button would put them there. */
const ListDepth = Extension.create<{ readonly onTooDeep: () => void }>({
  name: 'listDepth',
  addOptions: () => ({ onTooDeep: () => undefined }),
  addProseMirrorPlugins() {
    const { onTooDeep } = this.options;
    return [
      new Plugin({
        filterTransaction: (transaction, before) => {
          if (!transaction.docChanged) return true;
          const levels = listLevelsIn(transaction.doc);
          const allowed = levels <= entryLimits.listDepth || levels <= listLevelsIn(before.doc);
          if (!allowed) onTooDeep();
          return allowed;
        },
      }),
    ];
  },
});

/** The formatting that an answer may have, and nothing that a Word file or a portal would not take. */
export function editorExtensions(onTooDeep: () => void) {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      link: false,
      trailingNode: false,
    }),
    Link.configure({ openOnClick: false }),
    Superscript,
    Subscript,
    ...tableExtensions,
    ListDepth.configure({ onTooDeep }),
  ];
}
