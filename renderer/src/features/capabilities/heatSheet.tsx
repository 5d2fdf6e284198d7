import {
  compareDepth,
  deliveryLevel,
  type Depth,
  depthOf,
} from '../../../../shared/domain/capability/capabilityCells.ts';
import type { CapabilityMatrix } from '../../store/queries/capabilities.ts';
import type { Header } from '../../ui/matrix/matrix.ts';
import classes from './capabilities.module.css';
import { DepthMark } from './DepthMark.tsx';
import { depths, type Sheet, sheetOf } from './sheet.ts';

const nothing: Depth = depthOf([]);

/** The matrix with its totals, and with the thinnest capabilities first where that is asked for. */
export function heatSheet(matrix: CapabilityMatrix, turned: boolean, thinnestFirst: boolean): Sheet {
  const depthById = depths(matrix);
  const depth = (id: string): Depth => depthById.get(id) ?? nothing;
  const capabilities = thinnestFirst
    ? matrix.capabilities.toSorted((a, b) => compareDepth(depth(a.id), depth(b.id)))
    : matrix.capabilities;
  const sheet = sheetOf(matrix, capabilities, turned, !thinnestFirst);

  const withDepth = (header: Header): Header => ({
    ...header,
    detail: <Total depth={depth(header.id)} inLine={turned} />,
  });
  const withCount = (header: Header): Header => {
    const cells = Object.entries(matrix.cells.get(header.id) ?? {});
    const count = cells.filter(([id, cell]) => depthById.has(id) && cell.level >= deliveryLevel).length;
    return { ...header, detail: <span className={classes['total']}>{count}</span> };
  };
  return {
    ...sheet,
    rows: sheet.rows.map(turned ? withDepth : withCount),
    columns: sheet.columns.map(turned ? withCount : withDepth),
  };
}

function Total({ depth, inLine }: { readonly depth: Depth; readonly inLine: boolean }) {
  return (
    <span className={inLine ? classes['total'] : classes['depth']}>
      <strong>{depth.delivers}</strong> <DepthMark state={depth.state} />
    </span>
  );
}
