import { Anchor, Button, MultiSelect, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Requirement } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { type Level, levels } from '../../../../../shared/domain/capability/capability.ts';
import type { Coverage } from '../../../../../shared/domain/bid/coverage.ts';
import { EditableCheckbox } from '../../../ui/EditableCheckbox.tsx';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { freeText } from '../../../ui/textForm.ts';
import { useChoice } from '../../../ui/useChoice.ts';
import type { Edits } from '../edits.ts';
import { weightForm } from '../forms.ts';
import { lotOptions, memberOptions, nobody } from '../naming.ts';
import { RowPanel } from '../RowPanel.tsx';
import rows from '../rows.module.css';
import { coverageWords } from './coverageWords.ts';

const allLevels: readonly Level[] = [0, 1, 2, 3, 4];
const levelOptions = allLevels.map((level) => ({ value: String(level), label: `${level} – ${levels[level]}` }));

interface RequirementPanelProps {
  readonly coverage: Coverage;
  readonly input: BidInput;
  readonly edits: Edits;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** One requirement, with everything that can be said of it. */
export function RequirementPanel({ coverage, input, edits, isNew, onClose }: RequirementPanelProps) {
  const { requirement, state } = coverage;
  const cell = <K extends keyof Requirement>(name: K, what: string) =>
    edits.cell('requirements', requirement, name, `${what} of a requirement`);
  const lot = cell('lotId', 'lot');
  const capability = cell('capabilityId', 'capability');
  const level = cell('minimumLevel', 'minimum level');
  const leads = cell('leadMemberId', 'who leads');
  const capabilities = input.capabilities.map(({ id, name, group }) => ({ value: id, label: `${group}: ${name}` }));

  const remove = async (): Promise<void> => {
    if (await edits.removeRow('requirements', requirement.id, 'removed a requirement')) onClose();
  };

  return (
    <RowPanel
      title="Requirement"
      state={<Mark tone={coverageWords[state].tone}>{coverageWords[state].word}</Mark>}
      takesFocus={isNew}
      onClose={onClose}
    >
      <EditableField label="What is required" form={freeText} multiline {...cell('text', 'text')} />
      <EditableSelect
        label="Capability it is judged by"
        options={[{ value: nobody, label: 'None chosen yet' }, ...capabilities]}
        value={capability.value ?? nobody}
        commit={(id) => capability.commit(orNull(id))}
      />
      {capabilities.length === 0 && (
        <Text size="xs">
          There is no capability to choose from.{' '}
          <Anchor component={Link} to="/capabilities" size="xs">
            Add capabilities
          </Anchor>
        </Text>
      )}
      <EditableSelect
        label="Minimum level"
        options={levelOptions}
        value={String(level.value)}
        commit={(chosen) => level.commit(allLevels[Number(chosen)] ?? level.value)}
      />
      <div className={rows['two']}>
        <EditableSelect
          label="Lot"
          options={lotOptions(input, lot.value)}
          value={lot.value ?? nobody}
          commit={(id) => lot.commit(orNull(id))}
        />
        <EditableField label="Weight" form={weightForm} {...cell('weight', 'weight')} />
      </div>
      <EditableCheckbox label="Mandatory: without it the bid fails" {...cell('mandatory', 'whether mandatory, part')} />
      <EditableSelect
        label="Who leads on it"
        options={[
          { value: nobody, label: 'Nobody yet' },
          ...memberOptions(input, leads.value === null ? [] : [leads.value]),
        ]}
        value={leads.value ?? nobody}
        commit={(id) => leads.commit(orNull(id))}
      />
      <Supports {...cell('supportMemberIds', 'who supports')} input={input} />
      <EditableField label="Proof, in words fit for the buyer" form={freeText} multiline {...cell('proof', 'proof')} />
      <Button variant="default" onClick={() => void remove()}>
        Remove this requirement
      </Button>
    </RowPanel>
  );
}

interface SupportsProps {
  readonly value: readonly string[];
  readonly commit: (value: readonly string[]) => Promise<string | null>;
  readonly input: BidInput;
}

function Supports({ value, commit, input }: SupportsProps) {
  const choice = useChoice(value, commit);
  return (
    <MultiSelect
      label="Who supports"
      size="xs"
      searchable
      openOnFocus={false}
      hidePickedOptions
      data={[...memberOptions(input, value)]}
      value={[...choice.value]}
      error={choice.problem}
      onChange={choice.choose}
    />
  );
}

function orNull(id: string): string | null {
  return id === nobody ? null : id;
}
