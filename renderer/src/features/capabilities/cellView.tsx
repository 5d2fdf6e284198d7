import type { CapabilityCell } from '../../../../shared/domain/capability/capability.ts';
import { cellInWords } from '../../../../shared/domain/capability/capabilityCells.ts';
import type { CellView } from '../../ui/matrix/matrix.ts';
import classes from './capabilities.module.css';
import { ConfidenceMark, UnknownMark } from './ConfidenceMark.tsx';

/** A cell: the digit and the shape of its confidence, and a corner where there is a note. Unknown is a sign of its own. */
export function cellView(cell: CapabilityCell | undefined): CellView {
  if (cell === undefined) {
    return { content: <UnknownMark />, label: 'unknown', tone: 'unknown' };
  }
  return {
    content: (
      <span className={classes['cell']} data-noted={cell.note !== '' || undefined}>
        <span className={classes['digit']}>{cell.level}</span>
        <ConfidenceMark confidence={cell.confidence} />
      </span>
    ),
    label: cell.note === '' ? cellInWords(cell) : `${cellInWords(cell)}, with a note`,
    tone: String(cell.level),
  };
}
