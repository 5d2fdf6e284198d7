import type { ReactNode, RefObject } from 'react';
import type { Place, Selection } from './selection.ts';

/** How large things are, in pixels. */
export interface Measures {
  readonly rowHeight: number;
  readonly columnWidth: number;
  readonly headHeight: number;
  readonly headWidth: number;
}

/** What stands before a row or above a column. */
export interface Header {
  readonly id: string;
  readonly name: string;
  /** Neighbours with the same one belong together. */
  readonly group?: string;
  /** More about the whole row or column. */
  readonly detail?: ReactNode;
}

export interface CellView {
  readonly content: ReactNode;
  /** What the cell says, in words. */
  readonly label: string;
  /** What a style sheet tells this kind of cell from others by. */
  readonly tone: string;
}

/** What can be done with the selected cells. */
export interface MatrixActions {
  /** A character was typed. The answer tells whether it means anything here. */
  readonly type: (character: string) => boolean;
  readonly open: () => void;
  readonly clear: () => void;
  readonly copy: () => string;
  readonly paste: (text: string) => void;
}

export interface MatrixGridProps {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly label: string;
  /** What the rows are, for the corner. */
  readonly corner: string;
  /** At least one, and so of the columns. */
  readonly rows: readonly Header[];
  readonly columns: readonly Header[];
  readonly measures: Measures;
  /** A new function wherever any cell has changed. */
  readonly cellOf: (place: Place) => CellView;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly actions: MatrixActions;
  readonly readOnly?: boolean;
  readonly className?: string | undefined;
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}
