import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import { cellId, type MatrixGridProps, type Measures } from './matrix.ts';
import classes from './MatrixGrid.module.css';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import { afterKey, at, blockOf, nextInOrder, type Place, type Selection, type Size, whole } from './selection.ts';
import { useInView } from './useInView.ts';

/** What fits across a sheet of A4 that lies on its side, less the margins. */
const sheetWidth = 1020;

/**
 * A grid of any size that behaves like a spreadsheet; only the cells in view are there. It is one stop for Tab: once
 * somebody works in it, Tab goes from cell to cell, until Escape lets it go on to what follows the grid.
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { ref, label, rows, columns, measures, cellOf, selection, onSelect, actions, readOnly = false } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtWork = useRef(false);
  const size: Size = { rows: rows.length, columns: columns.length };
  const { firstRow, endRow, firstColumn, endColumn } = useInView(scroller, size, measures);
  const width = measures.headWidth + columns.length * measures.columnWidth;
  const { cursor } = selection;
  const block = blockOf(selection);
  const isCursorInView =
    cursor.row >= firstRow && cursor.row < endRow && cursor.column >= firstColumn && cursor.column < endColumn;

  useEffect(() => {
    if (scroller.current !== null) reveal(scroller.current, { row: cursor.row, column: cursor.column }, measures);
  }, [cursor.row, cursor.column, measures]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / measures.rowHeight) - 3);
    const next = event.key === 'Tab' ? afterTab(event) : afterKey(press, selection, size, page);
    if (next !== null) onSelect(next);
    else if (event.key === 'Escape') onSelect(at(cursor));
    else if (event.key === 'Enter') actions.open();
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.clear();
    else if (press.ctrl || event.key.length > 1 || !actions.type(event.key)) return;
    isAtWork.current = event.key !== 'Escape';
    event.preventDefault();
  };

  const afterTab = ({ shiftKey, ctrlKey }: KeyboardEvent): Selection | null => {
    const next = isAtWork.current && !ctrlKey ? nextInOrder(cursor, shiftKey, size) : null;
    return next === null ? null : at(next);
  };

  const onMouse = (event: MouseEvent): void => {
    if ((event.buttons & 1) === 0) return;
    const { row, column } = placeOf(event.target);
    const isDrawn = event.type === 'mousemove';
    if (isDrawn && (row === null || column === null || (row === cursor.row && column === cursor.column))) return;
    const anchor = isDrawn || event.shiftKey ? selection.anchor : null;
    if (row !== null && column !== null) onSelect({ anchor: anchor ?? { row, column }, cursor: { row, column } });
    else if (row !== null) onSelect(whole('row', at({ row, column: 0 }), size));
    else if (column !== null) onSelect(whole('column', at({ row: 0, column }), size));
    isAtWork.current = true;
  };

  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', actions.copy());
    if (event.type === 'cut') actions.clear();
  };

  return (
    <div ref={scroller} className={classes['scroller']}>
      <table
        ref={ref}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- rows and cells are a real table's
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={readOnly}
        aria-activedescendant={isCursorInView ? cellId(id, cursor.row, cursor.column) : undefined}
        tabIndex={0}
        className={`${classes['grid']} ${props.className ?? ''}`}
        style={{ width, ['--print-zoom' as string]: Math.min(1, sheetWidth / width) }}
        onKeyDown={onKeyDown}
        onBlur={() => (isAtWork.current = false)}
        onMouseDown={onMouse}
        onMouseMove={onMouse}
        onDoubleClick={actions.open}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={(event) => actions.paste(event.clipboardData.getData('text/plain'))}
      >
        <MatrixHead
          corner={props.corner}
          columns={columns}
          measures={measures}
          firstColumn={firstColumn}
          endColumn={endColumn}
        />
        <tbody>
          <Spacer height={firstRow * measures.rowHeight} />
          {rows.slice(firstRow, endRow).map((header, offset) => {
            const row = firstRow + offset;
            const isSelected = row >= block.top && row <= block.bottom;
            return (
              <MatrixRow
                key={header.id}
                gridId={id}
                row={row}
                header={header}
                startsGroup={header.group !== rows[row - 1]?.group}
                columns={columns}
                firstColumn={firstColumn}
                endColumn={endColumn}
                height={measures.rowHeight}
                cellOf={cellOf}
                selectedFrom={isSelected ? block.left : -1}
                selectedTo={isSelected ? block.right : -1}
                cursor={row === cursor.row ? cursor.column : -1}
              />
            );
          })}
          <Spacer height={(rows.length - endRow) * measures.rowHeight} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden style={{ height }} />;
}

/** Which row and column a part of the grid belongs to; a header belongs to one of them. */
function placeOf(target: EventTarget): { readonly row: number | null; readonly column: number | null } {
  const cell = target instanceof Element ? target.closest('td, th') : null;
  return { row: indexOf(cell?.parentElement, 'aria-rowindex'), column: indexOf(cell, 'aria-colindex') };
}

/** ARIA counts from 1 and counts the headers too. */
function indexOf(element: Element | null | undefined, attribute: string): number | null {
  const index = Number(element?.getAttribute(attribute) ?? 0) - 2;
  return index < 0 ? null : index;
}

/** Scrolls as little as it takes until the cell is clear of the frozen row and column. */
function reveal(scroller: HTMLElement, { row, column }: Place, measures: Measures): void {
  const { rowHeight, columnWidth, headHeight, headWidth } = measures;
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller;
  scroller.scrollTop = nearest(scrollTop, clientHeight - headHeight, row * rowHeight, rowHeight);
  scroller.scrollLeft = nearest(scrollLeft, clientWidth - headWidth, column * columnWidth, columnWidth);
}

/** Where to scroll to from `from`, with this much `room`, so that what starts and is as long as this is in view. */
function nearest(from: number, room: number, start: number, length: number): number {
  return Math.min(start, Math.max(from, start + length - room));
}
