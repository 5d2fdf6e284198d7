import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import type { LocalDate } from '../../../../shared/domain/time/localDate.ts';
import {
  type Insurance,
  type InsuranceKind,
  insuranceKinds,
  type Organisation,
} from '../../../../shared/domain/organisation/organisation.ts';
import { newId } from '../../store/newId.ts';
import { optionalAmountForm, optionalDayForm } from '../../parts/forms.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { EditableSelect } from '../../ui/EditableSelect.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import type { Edits } from './edits.ts';
import { Evidence } from './Evidence.tsx';
import classes from './organisation.module.css';
import { rowCommands } from './rowCommands.ts';
import { ValidityMark } from './ValidityMark.tsx';

const kindOptions = keysOf(insuranceKinds).map((value) => ({ value, label: insuranceKinds[value] }));

// A buyer may not ask for insurance to be in place before award, only for the commitment.
const stateOptions = [
  { value: 'held', label: 'Held' },
  { value: 'committed', label: 'Committed by contract start' },
] as const;

const basisOptions = [
  { value: 'unknown', label: 'Not known yet' },
  { value: 'anyOneClaim', label: 'Any one claim' },
  { value: 'aggregate', label: 'In the aggregate' },
] as const;

interface InsurancesSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
  readonly today: LocalDate;
}

export function InsurancesSection({ organisation: { insurances }, edits, today }: InsurancesSectionProps) {
  const { add, remove } = rowCommands(edits, 'insurances', 'insurance', nameOf);
  return (
    <Section title="Insurances" name="insurances" count={insurances.length}>
      <Rows
        rows={insurances}
        layout="blocks"
        className={classes['cover']}
        nameOf={nameOf}
        onAdd={() => add(newInsurance(insurances))}
        addLabel="Add insurance"
        onRemove={remove}
        empty="None yet. Employers’ liability is compulsory for everyone who employs people."
        render={(policy) => <InsuranceFields policy={policy} edits={edits} today={today} />}
      />
    </Section>
  );
}

interface InsuranceFieldsProps {
  readonly policy: Insurance;
  readonly edits: Edits;
  readonly today: LocalDate;
}

function InsuranceFields({ policy, edits, today }: InsuranceFieldsProps) {
  const what = (part: string): string => `${nameOf(policy)}: ${part}`;
  return (
    <>
      <EditableSelect label="Kind" options={kindOptions} {...edits.cell('insurances', policy, 'kind', what('kind'))} />
      <EditableSelect
        label="Held or committed"
        options={stateOptions}
        {...edits.cell('insurances', policy, 'state', what('held or committed'))}
      />
      <EditableField
        label="Limit"
        form={optionalAmountForm}
        placeholder="£5,000,000"
        {...edits.cell('insurances', policy, 'limit', what('limit'))}
      />
      <EditableSelect
        label="Basis of the limit"
        options={basisOptions}
        {...edits.cell('insurances', policy, 'basis', what('basis of the limit'))}
      />
      <EditableField
        label="Insurer"
        form={freeText}
        {...edits.cell('insurances', policy, 'insurer', what('insurer'))}
      />
      <EditableField
        label="Policy number"
        form={freeText}
        {...edits.cell('insurances', policy, 'policyNumber', what('policy number'))}
      />
      <EditableField
        label="Valid from"
        form={optionalDayForm}
        {...edits.cell('insurances', policy, 'validFrom', what('valid from'))}
      />
      <EditableField
        label="Valid to"
        form={optionalDayForm}
        {...edits.cell('insurances', policy, 'validTo', what('valid to'))}
      />
      <ValidityMark cover={policy} today={today} />
      <Evidence
        of={nameOf(policy)}
        file={policy.evidence}
        set={(evidence, attached) =>
          edits.setRow('insurances', policy, what('certificate file'), (now) => ({ ...now, evidence }), attached)
        }
      />
    </>
  );
}

/** The kind that comes first among those not yet recorded. */
function newInsurance(recorded: readonly Insurance[]): Insurance {
  const kinds: readonly InsuranceKind[] = keysOf(insuranceKinds);
  const kind = kinds.find((kind) => recorded.every((policy) => policy.kind !== kind)) ?? 'publicLiability';
  return {
    id: newId(),
    kind,
    state: 'held',
    limit: null,
    basis: 'unknown',
    insurer: '',
    policyNumber: '',
    validFrom: null,
    validTo: null,
    evidence: null,
  };
}

function nameOf({ kind }: Insurance): string {
  return insuranceKinds[kind].toLowerCase();
}
