/** A cell by its place in the grid, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells from one corner (`anchor`) to the other, where the cursor is. */
export interface Selection {
  readonly anchor: Place;
  readonly cursor: Place;
}

/** How many rows and columns there are. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The cells of a selection: both ends are in it. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A key as it was pressed. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

export const firstCell: Selection = at({ row: 0, column: 0 });

export function at(place: Place): Selection {
  return { anchor: place, cursor: place };
}

export function blockOf({ anchor, cursor }: Selection): Block {
  return {
    top: Math.min(anchor.row, cursor.row),
    bottom: Math.max(anchor.row, cursor.row),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
  };
}

/** The cells of a block, row by row. */
export function placesIn({ top, bottom, left, right }: Block): readonly Place[] {
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index).flatMap((row) =>
    columns.map((column) => ({ row, column })),
  );
}

/** The selection as far as it lies in a grid of this size, which has at least one cell. */
export function within({ anchor, cursor }: Selection, size: Size): Selection {
  return { anchor: clamped(anchor, size), cursor: clamped(cursor, size) };
}

/** A whole row or column, or everything. The cursor stays where it is seen. */
export function whole(part: 'row' | 'column' | 'all', { cursor }: Selection, { rows, columns }: Size): Selection {
  const last = { row: rows - 1, column: columns - 1 };
  if (part === 'all') return { anchor: last, cursor: { row: 0, column: 0 } };
  return part === 'row'
    ? { anchor: { ...cursor, column: last.column }, cursor: { ...cursor, column: 0 } }
    : { anchor: { ...cursor, row: last.row }, cursor: { ...cursor, row: 0 } };
}

/**
 * Where a key takes the selection, as in a spreadsheet: Shift draws it out, Ctrl goes to the edge. `null` where it is no
 * such key. `page` is how many rows are in view.
 */
export function afterKey(press: Press, selection: Selection, size: Size, page: number): Selection | null {
  const { key, ctrl, shift } = press;
  if (key === ' ' && ctrl !== shift) return whole(ctrl ? 'column' : 'row', selection, size);
  if (key.toLowerCase() === 'a' && ctrl && !shift) return whole('all', selection, size);
  const moved = movedBy(key, ctrl, selection.cursor, size, page);
  if (moved === null) return null;
  const cursor = clamped(moved, size);
  return shift ? { anchor: selection.anchor, cursor } : at(cursor);
}

/** The next cell in reading order, or the one before; `null` past the last and before the first. */
export function nextInOrder({ row, column }: Place, backwards: boolean, { rows, columns }: Size): Place | null {
  const index = row * columns + column + (backwards ? -1 : 1);
  if (index < 0 || index >= rows * columns) return null;
  return { row: Math.floor(index / columns), column: index % columns };
}

function movedBy(key: string, toEdge: boolean, { row, column }: Place, size: Size, page: number): Place | null {
  const step = toEdge ? Number.MAX_SAFE_INTEGER : 1;
  switch (key) {
    case 'ArrowDown':
      return { row: row + step, column };
    case 'ArrowUp':
      return { row: row - step, column };
    case 'ArrowRight':
      return { row, column: column + step };
    case 'ArrowLeft':
      return { row, column: column - step };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return { row: toEdge ? 0 : row, column: 0 };
    case 'End':
      return { row: toEdge ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}

function clamped({ row, column }: Place, { rows, columns }: Size): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}
