import { formatShare, type Share, totalOf, wholeLot } from '../../../../../shared/domain/bid/shares.ts';
import classes from './team.module.css';

interface ShareBarProps {
  readonly shares: readonly Share[];
  readonly nameOf: (organisationId: string) => string;
}

const tones = 6;

/** So many shares have a part and a name each; of more the largest have, and the others are one. */
const mostParts = 20;

interface Part {
  readonly key: string;
  readonly name: string;
  readonly basisPoints: number;
}

/** The shares of a lot as a bar, from dark to light so that it prints in grey; what is missing is left open. */
export function ShareBar({ shares, nameOf }: ShareBarProps) {
  const total = Math.max(totalOf(shares), wholeLot);
  const parts = partsOf(shares, nameOf);
  return (
    <figure className={classes['bar']}>
      <svg
        viewBox="0 0 1000 24"
        width="100%"
        height="24"
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn, not fetched
        role="img"
        aria-label={parts.map(({ name, basisPoints }) => `${name} ${formatShare(basisPoints)}`).join(', ')}
      >
        <rect x="0.5" y="0.5" width="999" height="23" className={classes['barEmpty']} />
        {parts.map(({ key, basisPoints }, at) => {
          const before = parts.slice(0, at).reduce((sum, part) => sum + part.basisPoints, 0);
          return (
            <rect
              key={key}
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
        {parts.map(({ key, name, basisPoints }, at) => (
          <span key={key}>
            <svg viewBox="0 0 10 10" width="10" height="10">
              <rect width="10" height="10" data-tone={at % tones} />
            </svg>{' '}
            <bdi>{name}</bdi> {formatShare(basisPoints)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function partsOf(shares: readonly Share[], nameOf: (organisationId: string) => string): readonly Part[] {
  const isLong = shares.length > mostParts;
  const named = isLong ? shares.toSorted((a, b) => b.basisPoints - a.basisPoints).slice(0, mostParts - 1) : shares;
  const parts = named.map(({ organisationId, basisPoints }): Part => ({
    key: organisationId,
    name: nameOf(organisationId),
    basisPoints,
  }));
  if (!isLong) return parts;
  const rest = totalOf(shares) - totalOf(named);
  return [...parts, { key: 'others', name: `${shares.length - named.length} others`, basisPoints: rest }];
}
