import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { annualValue, timesAnnualValue } from '../../../../shared/domain/tender/annualValue.ts';
import { formatPounds } from '../../../../shared/domain/basics/money.ts';
import type { Lot } from '../../../../shared/domain/tender/tender.ts';
import classes from './tenders.module.css';

/** What "turnover of so many times the annual value" comes to, for each lot and for all together. */
export function TurnoverTest({ lots }: { readonly lots: readonly Lot[] }) {
  const [times, setTimes] = useState<number>(2);
  const known = lots.flatMap((lot) => {
    const annual = annualValue(lot);
    return typeof annual === 'string' ? [] : [{ lot, annual }];
  });
  if (known.length === 0) return null;
  const all = known.map(({ annual }) => annual);
  return (
    <div style={{ marginTop: 12 }}>
      <NumberInput
        label="If the buyer asks for a turnover of so many times the annual value"
        size="xs"
        w={380}
        min={0}
        step={0.5}
        decimalScale={2}
        hideControls
        value={times}
        onChange={(value) => setTimes(Number(value))}
      />
      <dl className={classes['calculated']}>
        {known.map(({ lot, annual }) => (
          <div key={lot.id}>
            <dt>{lots.length === 1 ? 'Turnover asked for' : `Lot ${lot.number}`}</dt>
            <dd>
              <b>{formatPounds(timesAnnualValue([annual], times))}</b>{' '}
              <span className={classes['original']}>
                {times} × {formatPounds(annual.pence)} a year
              </span>
            </dd>
          </div>
        ))}
        {known.length > 1 && (
          <div>
            <dt>{known.length === lots.length ? 'All lots together' : 'These lots together'}</dt>
            <dd>
              <b>{formatPounds(timesAnnualValue(all, times))}</b>{' '}
              <span className={classes['original']}>
                {times} × {formatPounds(timesAnnualValue(all, 1))} a year
              </span>
            </dd>
          </div>
        )}
      </dl>
      <Text size="xs" c="dimmed" mt={4}>
        Calculated ex VAT, over the years incl. options, from the notice. The buyer’s own figure goes first.
        {known.length < lots.length && ` For ${lots.length - known.length} of the lots it cannot be calculated.`}
      </Text>
    </div>
  );
}
