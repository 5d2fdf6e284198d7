import { memo } from 'react';
import { cellId, type Header, type MatrixGridProps } from './matrix.ts';
import classes from './MatrixGrid.module.css';

interface MatrixRowProps extends Pick<MatrixGridProps, 'columns' | 'cellOf'> {
  readonly gridId: string;
  readonly row: number;
  readonly header: Header;
  readonly startsGroup: boolean;
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly height: number;
  /** The selected columns of this row, and the one with the cursor; -1 where there is none. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly cursor: number;
}

/** One row, made again only when something in it changes: moving the cursor touches two of them. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { gridId, row, header, columns, firstColumn, endColumn, cellOf, selectedFrom, selectedTo, cursor } = props;
  return (
    <tr aria-rowindex={row + 2} style={{ height: props.height }}>
      <th scope="row" aria-colindex={1} title={header.name} data-starts-group={props.startsGroup || undefined}>
        <span className={classes['rowHead']}>
          <bdi className={classes['rowName']}>{header.name}</bdi>
          {header.detail}
        </span>
      </th>
      <td aria-hidden />
      {columns.slice(firstColumn, endColumn).map(({ id, group }, offset) => {
        const column = firstColumn + offset;
        const { content, label, tone } = cellOf({ row, column });
        return (
          <td
            key={id}
            id={cellId(gridId, row, column)}
            aria-colindex={column + 2}
            aria-selected={column >= selectedFrom && column <= selectedTo}
            aria-label={label}
            data-tone={tone}
            data-cursor={column === cursor || undefined}
            data-starts-group={group !== columns[column - 1]?.group || undefined}
          >
            {content}
          </td>
        );
      })}
      <td aria-hidden />
    </tr>
  );
});
