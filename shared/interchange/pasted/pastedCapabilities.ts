import type { Capability } from '../../domain/capability/capability.ts';
import type { ColumnUse } from './columnUses.ts';
import type { ListKind, PastedRow, ReadRow } from './pastedList.ts';
import { bullet } from './pastedRequirements.ts';

export type PastedCapability = Omit<Capability, 'id'>;

export const capabilityList: ListKind = {
  uses: ['section', 'text', 'description'],
  text: 'first',
  sections: 'colon',
};

/**
 * The capability in each row: of a table by its columns; of a line the description after a dash with spaces around it.
 * Bullets and numbers before a name are left out.
 */
export function readCapabilities(
  rows: readonly PastedRow[],
  uses: readonly ColumnUse[],
): readonly ReadRow<PastedCapability>[] {
  return rows.map(({ cells, section }) => {
    const all = (use: ColumnUse): string => cells.filter((cell, at) => uses[at] === use && cell !== '').join('\n');
    const line = all('text')
      .replace(bullet, '')
      .replace(/^\d{1,3}[.)]\s+/, '')
      .replaceAll(/\s*\n\s*/g, ' ');
    const at = / [-–—] /.exec(line);
    const described = all('description');
    const isSplit = described === '' && at !== null;
    return {
      value: {
        name: isSplit ? line.slice(0, at.index).trim() : line,
        group: section.replace(/:$/, '').trim(),
        description: isSplit ? line.slice(at.index + at[0].length).trim() : described,
      },
      remark: '',
    };
  });
}
