import { memo } from 'react';
import type { Header, MatrixGridProps } from './matrix.ts';
import classes from './MatrixGrid.module.css';

interface MatrixHeadProps extends Pick<MatrixGridProps, 'corner' | 'columns' | 'measures'> {
  readonly firstColumn: number;
  readonly endColumn: number;
}

const groupsHeight = 22;

/** The frozen head: the groups of the columns where they have any, and their names. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { corner, columns, measures, firstColumn, endColumn } = props;
  const { columnWidth, headWidth, headHeight } = measures;
  const shown = columns.slice(firstColumn, endColumn);
  const hasGroups = columns.some(({ group }) => group !== undefined);
  return (
    <>
      <colgroup>
        <col style={{ width: headWidth }} />
        <col style={{ width: firstColumn * columnWidth }} />
        {shown.map(({ id }) => (
          <col key={id} style={{ width: columnWidth }} />
        ))}
        <col style={{ width: (columns.length - endColumn) * columnWidth }} />
      </colgroup>
      <thead>
        {hasGroups && (
          <tr className={classes['groups']} style={{ height: groupsHeight }} aria-hidden>
            <th aria-label="Group" />
            <td aria-label="Group" />
            {groupsOf(shown).map(({ id, group, count }) => (
              <th key={id} colSpan={count} data-starts-group title={group}>
                <span className={classes['group']} style={{ left: headWidth + 6 }}>
                  {group}
                </span>
              </th>
            ))}
            <td aria-label="Group" />
          </tr>
        )}
        <tr aria-rowindex={1} style={{ height: headHeight - (hasGroups ? groupsHeight : 0) }}>
          <th scope="col" aria-colindex={1}>
            {corner}
          </th>
          <td aria-hidden />
          {shown.map(({ id, name, group, detail }, offset) => {
            const column = firstColumn + offset;
            return (
              <th
                key={id}
                scope="col"
                aria-colindex={column + 2}
                title={group === undefined ? name : `${group}: ${name}`}
                data-starts-group={group !== columns[column - 1]?.group || undefined}
              >
                <bdi className={classes['columnName']}>{name}</bdi>
                {detail}
              </th>
            );
          })}
          <td aria-hidden />
        </tr>
      </thead>
    </>
  );
});

/** Neighbouring columns of one group, counted. */
function groupsOf(
  columns: readonly Header[],
): readonly { readonly id: string; readonly group: string; readonly count: number }[] {
  const groups: { id: string; group: string; count: number }[] = [];
  for (const { id, group = '' } of columns) {
    const last = groups.at(-1);
    if (last?.group === group) last.count += 1;
    else groups.push({ id, group, count: 1 });
  }
  return groups;
}
