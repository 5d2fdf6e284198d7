import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Measures } from './matrix.ts';
import type { Size } from './selection.ts';

/** What is there beyond the edges, so that scrolling does not show blanks before the next cells are made. */
const margin = { rows: 4, columns: 2 };

/** The rows and columns that can be seen: from the first to before the end. */
export interface InView {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** What of a grid is in view in its scroller; all of it while the page is printed. */
export function useInView(
  scroller: RefObject<HTMLElement | null>,
  { rows, columns }: Size,
  measures: Measures,
): InView {
  const { rowHeight, columnWidth, headHeight, headWidth } = measures;
  const [seen, setSeen] = useState<InView>({ firstRow: 0, endRow: 0, firstColumn: 0, endColumn: 0 });
  const [isPrinting, setIsPrinting] = useState(false);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
      const now = {
        firstRow: Math.floor(scrollTop / rowHeight) - margin.rows,
        endRow: Math.ceil((scrollTop + clientHeight - headHeight) / rowHeight) + margin.rows,
        firstColumn: Math.floor(scrollLeft / columnWidth) - margin.columns,
        endColumn: Math.ceil((scrollLeft + clientWidth - headWidth) / columnWidth) + margin.columns,
      };
      // Scrolling by a few pixels shows the same cells.
      setSeen((before) => (isSame(before, now) ? before : now));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight, columnWidth, headHeight, headWidth]);

  useEffect(() => {
    const print = (): void => flushSync(() => setIsPrinting(true));
    const end = (): void => setIsPrinting(false);
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', end);
    };
  }, []);

  if (isPrinting) return { firstRow: 0, endRow: rows, firstColumn: 0, endColumn: columns };
  return {
    firstRow: limited(seen.firstRow, rows),
    endRow: limited(seen.endRow, rows),
    firstColumn: limited(seen.firstColumn, columns),
    endColumn: limited(seen.endColumn, columns),
  };
}

function limited(index: number, count: number): number {
  return Math.max(0, Math.min(index, count));
}

function isSame(one: InView, other: InView): boolean {
  return (
    one.firstRow === other.firstRow &&
    one.endRow === other.endRow &&
    one.firstColumn === other.firstColumn &&
    one.endColumn === other.endColumn
  );
}
