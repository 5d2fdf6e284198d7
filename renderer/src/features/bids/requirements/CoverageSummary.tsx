import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { type Coverage, coverageByLot, dropOne } from '../../../../../shared/domain/bid/coverage.ts';
import { counted } from '../../../ui/counted.ts';
import { Explained } from '../../../ui/Explained.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { usePages } from '../../../ui/usePages.tsx';
import { lotLabel, nameOf } from '../naming.ts';
import rows from '../rows.module.css';

interface CoverageSummaryProps {
  readonly input: BidInput;
  readonly coverages: readonly Coverage[];
}

/** Of more members only those are listed without whom there would be a gap. */
const mostMembers = 20;

/** So many lots are summed up at a time. */
const mostLots = 12;

/** How much of each lot is met, and what would fall with each member. */
export function CoverageSummary({ input, coverages }: CoverageSummaryProps) {
  const drops = dropOne(input.bid, coverages);
  const shown = drops.length > mostMembers ? drops.filter(({ lost }) => lost.length > 0) : drops;
  const lots = usePages(coverageByLot(input.bid, coverages), mostLots, 'lots');
  return (
    <>
      <ul className={rows['summary']} aria-label="Coverage in short">
        {lots.shown.map(({ lotId, weight, weightMet, knockOuts }) => (
          <li key={lotId}>
            <Mark tone={knockOuts.length > 0 ? 'fail' : weightMet === weight ? 'pass' : 'unknown'}>
              <span className={rows['sentence']}>
                {lotLabel(input, lotId)}:{' '}
                <Explained label={`${tidy(weightMet)} of ${tidy(weight)}% of the weight met`} title="Weight met">
                  <p>
                    The weights of the requirements of this lot, and of every lot, that at least one member meets, out
                    of all of them: {tidy(weightMet)} of {tidy(weight)}.
                  </p>
                  {weight !== 100 && <p>The weights given come to {tidy(weight)}%, not 100%.</p>}
                </Explained>
                {knockOuts.length > 0 && `, ${counted(knockOuts.length, 'mandatory requirement')} not known to be met`}
              </span>
            </Mark>
          </li>
        ))}
        {shown.length < drops.length && (
          <li>
            <Mark tone="pass">
              Without any one of {shown.length === 0 ? 'the' : 'the other'} {drops.length - shown.length} members: no
              further gap
            </Mark>
          </li>
        )}
        {shown.map(({ organisationId, lost }) => (
          <li key={organisationId}>
            <Mark tone={lost.length > 0 ? 'soon' : 'pass'}>
              <span className={rows['sentence']}>
                Without <bdi>{nameOf(input, organisationId)}</bdi>:{' '}
                {lost.length === 0 ? (
                  'no further gap'
                ) : (
                  <Explained
                    label={counted(lost.length, 'gap')}
                    title={`What only ${nameOf(input, organisationId)} is known to meet`}
                  >
                    {lost.map(({ id, text }) => (
                      <p key={id}>{text}</p>
                    ))}
                  </Explained>
                )}
              </span>
            </Mark>
          </li>
        ))}
      </ul>
      {lots.pager}
    </>
  );
}

function tidy(weight: number): number {
  return Number(weight.toFixed(2));
}
