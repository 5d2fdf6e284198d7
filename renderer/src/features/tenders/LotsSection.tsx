import { Button, Text } from '@mantine/core';
import { Suspense } from 'react';
import { formatLocalDate } from '../../../../shared/domain/time/localDate.ts';
import { formatPounds } from '../../../../shared/domain/basics/money.ts';
import { annualValue } from '../../../../shared/domain/tender/annualValue.ts';
import type { Lot, Tender } from '../../../../shared/domain/tender/tender.ts';
import { optionalAmountForm, optionalDayForm } from '../../parts/forms.ts';
import { newId } from '../../store/newId.ts';
import { type MayReplace, withField } from '../../ui/draft.ts';
import { Mark } from '../../ui/Mark.tsx';
import { EditableField } from '../../ui/EditableField.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import { LotFacts } from './LotFacts.tsx';
import type { TenderEdits } from './tenderEdits.ts';
import classes from './tenders.module.css';
import { TurnoverTest } from './TurnoverTest.tsx';

interface LotsSectionProps {
  readonly tender: Tender;
  readonly edits: TenderEdits;
}

/** The lots: what each is worth for how long, where, by which criteria and conditions. */
export function LotsSection({ tender, edits }: LotsSectionProps) {
  const { lots } = tender;
  const add = async (): Promise<void> => {
    const problem = await edits.change('added lot', (now) => ({
      ...now,
      lots: [...now.lots, newLot(String(now.lots.length + 1), now.value.currency)],
    }));
    if (problem !== null) notifyProblem('The lot was not added', problem);
  };
  return (
    <Section title="Lots" name="lots" count={lots.length}>
      {lots.length === 0 && (
        <Text size="xs" c="dimmed" mb={6}>
          None yet. A tender that is not in lots has one: the whole contract.
        </Text>
      )}
      {lots.map((lot) => (
        <LotBlock key={lot.id} lot={lot} edits={edits} isOnly={lots.length === 1} />
      ))}
      <Button variant="subtle" mt={8} onClick={() => void add()}>
        Add a lot
      </Button>
      <TurnoverTest lots={lots} />
    </Section>
  );
}

function LotBlock({
  lot,
  edits,
  isOnly,
}: {
  readonly lot: Lot;
  readonly edits: TenderEdits;
  readonly isOnly: boolean;
}) {
  const name = `lot ${lot.number}`;
  const amount = (side: 'net' | 'gross', what: string) => ({
    draftKey: `${lot.id}.value.${side}`,
    value: lot.value[side],
    commit: (pence: number | null, mayReplace?: MayReplace<number | null>) =>
      edits.setLot(lot, `${name}: ${what}`, (now) => ({
        ...now,
        value: withField(now.value, side, pence, mayReplace),
      })),
  });
  const day = (field: 'contractStart' | 'contractEnd' | 'maximumEnd', what: string) =>
    edits.lotField(lot, field, `${name}: ${what}`);
  return (
    <section className={classes['lot']} aria-label={isOnly ? 'The whole contract' : `Lot ${lot.number}`}>
      <h3 className={classes['lotTitle']}>
        {isOnly ? 'The whole contract' : `Lot ${lot.number}`} <AnnualValueLine lot={lot} />
        {lot.ended !== null && lot.ended !== undefined && !isOnly && (
          <Text span size="xs">
            {' '}
            <Mark tone="fail">given up by the buyer</Mark> ({lot.ended.source})
          </Text>
        )}
      </h3>
      <div className={classes['facts']}>
        <EditableField label="Title" form={freeText} {...edits.lotField(lot, 'title', `${name}: title`)} />
        <EditableField label="Value with VAT" form={optionalAmountForm} {...amount('gross', 'value with VAT')} />
        <EditableField label="Value without VAT" form={optionalAmountForm} {...amount('net', 'value without VAT')} />
        <EditableField label="Contract starts" form={optionalDayForm} {...day('contractStart', 'contract starts')} />
        <EditableField label="Contract ends" form={optionalDayForm} {...day('contractEnd', 'contract ends')} />
        <EditableField label="With every option, ends" form={optionalDayForm} {...day('maximumEnd', 'latest end')} />
      </div>
      <Suspense fallback={null}>
        <LotFacts lot={lot} />
      </Suspense>
    </section>
  );
}

/** The yearly value with what it is made of: turnover conditions are measured by it. */
function AnnualValueLine({ lot }: { readonly lot: Lot }) {
  const annual = annualValue(lot);
  if (annual === 'noNetValue' || annual === 'noTerm') {
    return (
      <Text span size="xs" c="dimmed">
        {annual === 'noNetValue'
          ? 'value a year unknown: no value without VAT'
          : 'value a year unknown: no start or end'}
      </Text>
    );
  }
  const { pence, of, years, from, to, withOptions } = annual;
  const length = Number.isInteger(years) ? years : years.toFixed(2);
  return (
    <Text span size="xs" c="dimmed">
      {formatPounds(pence)} a year, ex VAT: {formatPounds(of)} over {length} {years === 1 ? 'year' : 'years'}
      {withOptions ? ' incl. options' : ''}
      {from !== null && to !== null && ` (${formatLocalDate(from)} to ${formatLocalDate(to)})`}
    </Text>
  );
}

function newLot(number: string, currency: string): Lot {
  return {
    id: newId(),
    number,
    title: '',
    description: '',
    value: { net: null, gross: null, currency },
    contractStart: null,
    contractEnd: null,
    maximumEnd: null,
    cpv: [],
    regions: [],
    smeSuitable: 'unknown',
    vcseSuitable: 'unknown',
    awardCriteria: [],
    conditions: [],
  };
}
