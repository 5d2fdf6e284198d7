import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Confidence } from '../../../../shared/domain/capability/capability.ts';
import { useStore } from '../../store/StoreContext.tsx';
import type { MatrixActions } from '../../ui/matrix/matrix.ts';
import { MatrixGrid } from '../../ui/matrix/MatrixGrid.tsx';
import { at, blockOf, placesIn, type Selection, within } from '../../ui/matrix/selection.ts';
import { notifyProblem } from '../../ui/notify.ts';
import classes from './capabilities.module.css';
import { cellCommands, type CellCommands, copyCells, counted, pasteCells } from './cellCommands.ts';
import { CellPanel } from './CellPanel.tsx';
import { cellView } from './cellView.tsx';
import { FindHeader } from './FindHeader.tsx';
import { Legend } from './Legend.tsx';
import type { Sheet } from './sheet.ts';

const measures = { rowHeight: 30, columnWidth: 92, headHeight: 88, headWidth: 200 };
const turnedMeasures = { ...measures, headHeight: 72 };
const confidenceOf: Readonly<Partial<Record<string, Confidence>>> = {
  c: 'claimed',
  s: 'selfEvidenced',
  v: 'verified',
};

const keysHint = (
  <p className={classes['keys']}>
    <kbd>0</kbd>–<kbd>4</kbd> level, <kbd>C</kbd> <kbd>S</kbd> <kbd>V</kbd> confidence, <kbd>Enter</kbd> note,{' '}
    <kbd>Delete</kbd> unknown, <kbd>Shift</kbd> and arrows select, <kbd>Ctrl</kbd>+<kbd>C</kbd> and <kbd>Ctrl</kbd>+
    <kbd>V</kbd> also from a spreadsheet, <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves
  </p>
);

interface MatrixEditorProps {
  readonly sheet: Sheet;
  readonly turned: boolean;
  /** The ids of the row and column to start in. */
  readonly from: { readonly organisation: string | null; readonly capability: string | null };
}

export function MatrixEditor({ sheet, turned, from }: MatrixEditorProps) {
  const store = useStore();
  const grid = useRef<HTMLTableElement>(null);
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Selection>(() => startOf(sheet, turned, from));
  const [said, setSaid] = useState('');

  const size = { rows: sheet.rows.length, columns: sheet.columns.length };
  const selection = within(chosen, size);
  const { cursor } = selection;
  const block = blockOf(selection);
  const count = (block.bottom - block.top + 1) * (block.right - block.left + 1);
  // The record beside the grid takes longer to draw than a cell: while a key is held down it waits.
  const row = useDeferredValue(cursor.row);
  const column = useDeferredValue(cursor.column);
  const current = sheet.keyAt({ row, column });
  const isShown = row === cursor.row && column === cursor.column;
  const opensWhenShown = useRef(false);
  const cellOf = useMemo(() => (place: Parameters<Sheet['cellAt']>[0]) => cellView(sheet.cellAt(place)), [sheet]);

  const select = (next: Selection): void => {
    setChosen(next);
    setSaid('');
  };
  const run = async (command: (cells: CellCommands) => Promise<string | null>): Promise<void> => {
    const keys = placesIn(block).flatMap((place) => sheet.keyAt(place) ?? []);
    const problem = await command(cellCommands(store, keys));
    if (problem !== null) notifyProblem('Nothing was stored', problem);
  };
  const leave = (): void => grid.current?.focus();

  const mark = (confidence: Confidence): void => {
    const isAnyKnown = placesIn(block).some((place) => sheet.cellAt(place) !== undefined);
    if (!isAnyKnown) setSaid('Give a level first: what is unknown has no confidence.');
    void run((cells) => cells.setConfidence(confidence));
  };

  const type = (character: string): boolean => {
    const level = ([0, 1, 2, 3, 4] as const).find((one) => String(one) === character);
    const confidence = confidenceOf[character.toLowerCase()];
    setSaid('');
    if (level !== undefined) void run((cells) => cells.setLevel(level));
    else if (/\d/.test(character)) setSaid('Levels go from 0 to 4.');
    else if (confidence !== undefined) mark(confidence);
    else if (character === '/') field.current?.select();
    else return false;
    return true;
  };

  const paste = async (text: string): Promise<void> => {
    const outcome = await pasteCells(store, sheet, selection, text);
    if ('problem' in outcome) return notifyProblem('Nothing was pasted', outcome.problem);
    if (outcome.target === null) return;
    const { top, left, bottom, right } = outcome.target;
    setChosen({ cursor: { row: top, column: left }, anchor: { row: bottom, column: right } });
  };

  const actions: MatrixActions = {
    type,
    open: () => {
      if (isShown) focusRecord(panel.current);
      else opensWhenShown.current = true;
    },
    clear: () => void run((cells) => cells.clear()),
    copy: () => {
      setSaid(`Copied ${counted(count)}.`);
      return copyCells(sheet, selection);
    },
    paste: (text) => void paste(text),
  };

  useEffect(() => {
    if (!isShown || !opensWhenShown.current) return;
    opensWhenShown.current = false;
    focusRecord(panel.current);
  }, [isShown]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'f' || !event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      field.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <div className={classes['bar']}>
        <FindHeader field={field} sheet={sheet} cursor={cursor} onFind={(place) => select(at(place))} onLeave={leave} />
        <output className={classes['remark']}>{said || (count > 1 ? `${counted(count)} selected` : '')}</output>
      </div>
      <div className={classes['columns']}>
        <MatrixGrid
          ref={grid}
          label="Capability matrix"
          corner={turned ? 'Capability' : 'Organisation'}
          rows={sheet.rows}
          columns={sheet.columns}
          measures={turned ? turnedMeasures : measures}
          cellOf={cellOf}
          selection={selection}
          onSelect={select}
          actions={actions}
          className={classes['matrix']}
        />
        {current !== null && (
          <CellPanel
            key={`${current.organisation.id}.${current.capability.id}`}
            panel={panel}
            of={current}
            cell={sheet.cellAt({ row, column })}
            commands={cellCommands(store, [current])}
            onLeave={leave}
          />
        )}
      </div>
      <div className={classes['foot']}>
        <Legend />
        {keysHint}
      </div>
    </>
  );
}

/** The note, or the level where there is none to have a note. */
function focusRecord(panel: HTMLElement | null): void {
  const note = panel?.querySelector<HTMLElement>('textarea') ?? null;
  (note ?? panel?.querySelector<HTMLElement>('input:checked'))?.focus();
}

function startOf(sheet: Sheet, turned: boolean, from: MatrixEditorProps['from']): Selection {
  const [row, column] = turned ? [from.capability, from.organisation] : [from.organisation, from.capability];
  return at({
    row: Math.max(
      0,
      sheet.rows.findIndex(({ id }) => id === row),
    ),
    column: Math.max(
      0,
      sheet.columns.findIndex(({ id }) => id === column),
    ),
  });
}
