import { formatShare, type Share, totalOf, wholeLot } from '../../../../../shared/domain/bid/shares.ts';
import classes from './team.module.css';

interface ShareBarProps {
  readonly shares: readonly Share[];
  readonly nameOf: (organisationId: string) => string;
}

const tones = 6;

/** The shares of a lot as a bar, from dark to light so that it prints in grey; what is missing is left open. */
export function ShareBar({ shares, nameOf }: ShareBarProps) {
  const total = Math.max(totalOf(shares), wholeLot);
  const words = shares.map(
    ({ organisationId, basisPoints }) => `${nameOf(organisationId)} ${formatShare(basisPoints)}`,
  );
  return (
    <figure className={classes['bar']}>
      <svg
        viewBox="0 0 1000 24"
        width="100%"
        height="24"
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn, not fetched
        role="img"
        aria-label={words.join(', ')}
      >
        <rect x="0.5" y="0.5" width="999" height="23" className={classes['barEmpty']} />
        {shares.map(({ organisationId, basisPoints }, at) => {
          const before = totalOf(shares.slice(0, at));
          return (
            <rect
              key={organisationId}
              x={(before / total) * 1000}
              y="0"
              width={Math.max(0, (basisPoints / total) * 1000 - 2)}
              height="24"
              data-tone={at % tones}
            />
          );
        })}
      </svg>
      <figcaption className={classes['legend']} aria-hidden>
        {shares.map(({ organisationId, basisPoints }, at) => (
          <span key={organisationId}>
            <svg viewBox="0 0 10 10" width="10" height="10">
              <rect width="10" height="10" data-tone={at % tones} />
            </svg>{' '}
            <bdi>{nameOf(organisationId)}</bdi> {formatShare(basisPoints)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
