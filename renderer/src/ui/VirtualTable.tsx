import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { rowAfterKey, toggled, withRange } from './rowCursor.ts';
import { type Heading, type Order, VirtualTableHead } from './VirtualTableHead.tsx';
import classes from './VirtualTable.module.css';

export interface Column<R> extends Heading {
  readonly cell: (row: R) => ReactNode;
}

/** Where someone was in a list, for coming back to it. */
export interface Place {
  readonly top: number;
  readonly cursor: string | null;
}

export interface VirtualTableProps<R extends { readonly id: string }> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly sortable: readonly string[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly nameOf: (row: R) => string;
  /** Left out where rows are read one at a time and nothing is done with several. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  /** Tells which rows are in view, for a list that has its rows read as they come into it. */
  readonly onRange?: (first: number, last: number) => void;
  /** The page of a row. */
  readonly pathOf: (row: R) => string;
  readonly onGo: (path: string) => void;
  readonly place: Place;
  readonly onLeave: (place: Place) => void;
}

const rowHeight = 32;
const nobody: ReadonlySet<string> = new Set();

/**
 * A table of any length, of which only the rows in view are there. It is one stop for Tab; in it the arrow keys move a
 * row cursor, Enter opens, Space selects, Shift extends the selection.
 */
export function VirtualTable<R extends { readonly id: string }>(props: VirtualTableProps<R>) {
  const { label, rows, columns, sortable, order, onOrder, nameOf, onSelect, onRange, pathOf, onGo, place, onLeave } =
    props;
  const selected = props.selected ?? nobody;
  const canSelect = onSelect !== undefined;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(place.cursor);
  const [anchor, setAnchor] = useState<number | null>(null);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const at = cursor === null ? -1 : ids.indexOf(cursor);

  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is memoised here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: place.top,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? rowHeight) - rowHeight;
  const after = rows.length * rowHeight - before - items.length * rowHeight;
  const isInView = items.some(({ index }) => index === at);

  useLastPlace(scroller, cursor, onLeave);

  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  const moveTo = (index: number, extend: boolean): void => {
    const from = anchor ?? Math.max(at, 0);
    setAnchor(extend ? from : null);
    if (extend) onSelect?.(withRange(nobody, ids, from, index));
    setCursor(ids[index] ?? null);
    virtualizer.scrollToIndex(index);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // The buttons in the head have keys of their own.
    if (event.target !== event.currentTarget || event.altKey || rows.length === 0) return;
    const row = rows[at];
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2;
    const next = event.ctrlKey ? null : rowAfterKey(event.key, at, rows.length, page);
    if (next !== null) moveTo(next, event.shiftKey);
    else if (event.key === 'Enter' && row !== undefined) onGo(pathOf(row));
    else if (event.key === ' ' && row !== undefined && canSelect) onSelect(toggled(selected, row.id));
    else if (event.key === 'a' && event.ctrlKey && canSelect) onSelect(new Set(ids));
    else if (event.key === 'Escape' && selected.size > 0) onSelect?.(nobody);
    else return;
    event.preventDefault();
  };

  const onRowClick = (event: MouseEvent, row: R, index: number): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // Ctrl and a click on a link opens another window, as everywhere.
    if (link !== null && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    setCursor(row.id);
    if (link !== null) onGo(link.hash.slice(1));
    else if (event.shiftKey && canSelect) onSelect(withRange(selected, ids, Math.max(at, 0), index));
    else if (canSelect && (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey)) {
      onSelect(toggled(selected, row.id));
    } else onGo(pathOf(row));
  };

  return (
    <div ref={scroller} className={classes['scroller']}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- rows and cells are a real table's
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={canSelect || undefined}
        aria-activedescendant={isInView ? `${id}-${at}` : undefined}
        tabIndex={0}
        className={classes['table']}
        onKeyDown={onKeyDown}
      >
        <VirtualTableHead
          columns={columns}
          sortable={sortable}
          order={order}
          onOrder={onOrder}
          allSelected={rows.length > 0 && selected.size === rows.length}
          {...(canSelect && { onSelectAll: (all: boolean) => onSelect(all ? new Set(ids) : nobody) })}
        />
        <tbody>
          <Spacer height={before} />
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <tr
                  key={index}
                  id={`${id}-${index}`}
                  aria-rowindex={index + 2}
                  aria-selected={canSelect ? selected.has(row.id) : undefined}
                  data-cursor={index === at || undefined}
                  onClick={(event) => onRowClick(event, row, index)}
                >
                  {canSelect && (
                    <td>
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        readOnly
                        checked={selected.has(row.id)}
                        aria-label={`Select ${nameOf(row)}`}
                      />
                    </td>
                  )}
                  {columns.map((column) => (
                    <td key={column.id}>{column.cell(row)}</td>
                  ))}
                </tr>
              )
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows out of view. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 && <tr aria-hidden className={classes['spacer']} style={{ height }} />;
}

/** Tells where the list was left, when it is. */
function useLastPlace(
  scroller: React.RefObject<HTMLDivElement | null>,
  cursor: string | null,
  onLeave: (place: Place) => void,
): void {
  const last = useRef<Place>({ top: 0, cursor });
  useEffect(() => {
    last.current = { ...last.current, cursor };
  }, [cursor]);
  useEffect(() => {
    const element = scroller.current;
    const onScroll = (): void => {
      last.current = { ...last.current, top: element?.scrollTop ?? 0 };
    };
    onScroll();
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element?.removeEventListener('scroll', onScroll);
      onLeave(last.current);
    };
  }, [scroller, onLeave]);
}
