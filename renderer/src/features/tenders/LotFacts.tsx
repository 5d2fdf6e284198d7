import { Spoiler } from '@mantine/core';
import type { Ternary } from '../../../../shared/domain/organisation/organisation.ts';
import { formatLength } from '../../../../shared/domain/tender/contractLength.ts';
import type { AwardCriterion, ConditionText, Cpv, Lot } from '../../../../shared/domain/tender/tender.ts';
import { type Names, useCpvNames, useRegionNames } from '../../reference/names.ts';
import { Mark } from '../../ui/Mark.tsx';
import classes from './tenders.module.css';

/** What the notice says of a lot that one reads and does not type. */
export function LotFacts({ lot }: { readonly lot: Lot }) {
  const cpvNames = useCpvNames();
  const regionNames = useRegionNames();
  const { cpv, regions, awardCriteria, conditions, description, duration } = lot;
  return (
    <>
      <dl className={classes['calculated']} style={{ marginTop: 6 }}>
        {duration !== null && duration !== undefined && (
          <div>
            <dt>Contract runs</dt>
            <dd>{formatLength(duration)}, as the notice says</dd>
          </div>
        )}
        {cpv.length > 0 && (
          <div>
            <dt>CPV</dt>
            <dd>{cpv.map((entry) => cpvText(entry, cpvNames)).join('; ')}</dd>
          </div>
        )}
        {regions.length > 0 && (
          <div>
            <dt>Where</dt>
            <dd>{regions.map((code) => named(code, regionNames)).join('; ')}</dd>
          </div>
        )}
        <div>
          <dt>Suitable for</dt>
          <dd>
            <Suitable who="small and medium-sized enterprises" answer={lot.smeSuitable} />
            {' · '}
            <Suitable who="voluntary, community and social enterprises" answer={lot.vcseSuitable} />
          </dd>
        </div>
        {awardCriteria.length > 0 && (
          <div>
            <dt>Award criteria</dt>
            <dd>
              <ul className={classes['list']}>
                {awardCriteria.map((criterion, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- criteria have no names of their own
                  <li key={at}>{criterionText(criterion)}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {conditions.length > 0 && (
          <div>
            <dt>Conditions of participation</dt>
            <dd>
              <Spoiler maxHeight={110} showLabel="Show all of it" hideLabel="Show less" transitionDuration={0}>
                <ul className={classes['list']}>
                  {conditions.map((condition, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- conditions have no names of their own
                    <li key={at}>
                      <Condition {...condition} />
                    </li>
                  ))}
                </ul>
              </Spoiler>
            </dd>
          </div>
        )}
      </dl>
      {description !== '' && (
        <details>
          <summary className={classes['original']}>Description of the lot</summary>
          <div className={classes['text']}>
            <bdi>{description}</bdi>
          </div>
        </details>
      )}
    </>
  );
}

function Suitable({ who, answer }: { readonly who: string; readonly answer: Ternary }) {
  const tone = answer === 'yes' ? 'pass' : answer === 'no' ? 'fail' : 'unknown';
  const word = answer === 'unknown' ? 'not said' : answer;
  return (
    <>
      {who}: <Mark tone={tone}>{word}</Mark>
    </>
  );
}

function cpvText({ code, description }: Cpv, names: Names): string {
  return `${code} ${names.get(code) ?? description}`.trim();
}

function named(code: string, names: Names): string {
  const name = names.get(code);
  return name === undefined ? code : `${name} (${code})`;
}

function criterionText({ kind, name, detail, weight }: AwardCriterion): string {
  const known = name === '' ? kind : name;
  return [weight === '' ? known : `${known}: ${weight}`, detail].filter((part) => part !== '').join('. ');
}

const kinds = { economic: 'Economic and financial', technical: 'Technical ability', other: 'Other' } as const;

function Condition({ kind, text }: ConditionText) {
  return (
    <>
      {kinds[kind]}: <bdi>{text}</bdi>
    </>
  );
}
