import { type Command, Node } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
  toggleHeaderRow,
} from '@tiptap/pm/tables';

// The commands that Mantine's controls for tables ask for, by the names they know.
const tableCommands = { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeaderRow };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    answerTable: {
      insertTable: (size?: { readonly rows: number; readonly cols: number }) => ReturnType;
    } & Record<keyof typeof tableCommands, () => ReturnType>;
  }
}

/** What each node is to `prosemirror-tables`. */
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  extendNodeSchema: ({ name }) => (roles[name] === undefined ? {} : { tableRole: roles[name] }),
  addProseMirrorPlugins: () => [tableEditing()],
  addCommands: () => ({
    insertTable:
      ({ rows, cols } = { rows: 2, cols: 2 }) =>
      ({ commands, state }) =>
        isInText(state) && commands.insertContent({ type: 'table', content: emptyRows(rows, cols) }),
    addColumnAfter: () => asCommand(addColumnAfter),
    addRowAfter: () => asCommand(addRowAfter),
    deleteColumn: () => asCommand(deleteColumn),
    deleteRow: () => asCommand(deleteRow),
    deleteTable: () => asCommand(deleteTable),
    toggleHeaderRow: () => asCommand(toggleHeaderRow),
  }),
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () => {
      const { state, view } = this.editor;
      return goToNextCell(direction)(state, view.dispatch);
    };
    return { Tab: go(1), 'Shift-Tab': go(-1) };
  },
});

function asCommand(run: (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean): Command {
  return ({ state, dispatch }) => run(state, dispatch);
}

/** Tables stand in the text, and not in lists or other tables. */
function isInText({ selection: { $from } }: EditorState): boolean {
  return $from.depth <= 1;
}

function emptyRows(rows: number, columns: number) {
  return Array.from({ length: rows }, (_, row) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: [{ type: 'paragraph' }],
    })),
  }));
}

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

function cell(name: 'tableCell' | 'tableHeader', tag: 'td' | 'th') {
  return Node.create({
    name,
    content: '(paragraph | bulletList | orderedList)+',
    isolating: true,
    addAttributes: () => ({
      colspan: { default: 1 },
      rowspan: { default: 1 },
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}

/** Tables, whose cells hold paragraphs and lists. */
export const tableExtensions = [Table, TableRow, cell('tableCell', 'td'), cell('tableHeader', 'th')];
