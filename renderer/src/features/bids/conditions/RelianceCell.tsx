import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import type { Reliance } from '../../../../../shared/domain/bid/reliance.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { nameOf } from '../naming.ts';

interface RelianceCellProps {
  readonly reliance: Reliance;
  readonly input: BidInput;
}

/** On whom the bid relies for one condition, and by which sets of members. */
export function RelianceCell({ reliance, input }: RelianceCellProps) {
  const { kind, organisationIds } = reliance;
  const listed = organisationIds.map((id) => nameOf(input, id)).join(', ');
  if (organisationIds.length === 0) return '–';
  if (kind === 'unknown') {
    return (
      <Explained label={<Mark tone="unknown">Unknown</Mark>} title="Relied upon: unknown">
        <p>{reliance.why}</p>
        <p>It may be: {listed}.</p>
      </Explained>
    );
  }
  if (reliance.sets.length === 0) return listed;
  return (
    <Explained label={listed} title="Relied upon">
      <p>The condition is met with the lead by each of these smallest sets{isAll(reliance) ? '' : ', among others'}:</p>
      {reliance.sets.map((set) => (
        <p key={set.join(' ')}>{set.map((id) => nameOf(input, id)).join(' + ')}</p>
      ))}
    </Explained>
  );
}

/** Whether the sets shown name everybody relied upon; only a few of many are shown. */
function isAll({ organisationIds, sets }: Extract<Reliance, { kind: 'known' }>): boolean {
  const shown = new Set(sets.flat());
  return sets.length < 6 && organisationIds.every((id) => shown.has(id));
}
