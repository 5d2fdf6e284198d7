import { Button, MultiSelect } from '@mantine/core';
import { type Condition, conditionKinds, type MetBy } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { leadOf } from '../../../../../shared/domain/bid/bidMembers.ts';
import { asksForSum } from '../../../../../shared/domain/bid/conditionAsks.ts';
import { thoseMeeting } from '../../../../../shared/domain/bid/conditions.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { freeText } from '../../../ui/textForm.ts';
import { useChoice } from '../../../ui/useChoice.ts';
import type { Edits } from '../edits.ts';
import { lotOptions, memberOptions, nameOf, nobody } from '../naming.ts';
import { RowPanel } from '../RowPanel.tsx';
import { CombiningFields } from './CombiningFields.tsx';
import { ChangedNotice } from './ChangedNotice.tsx';
import type { ConditionLine } from './conditionLines.ts';
import { Findings } from './Findings.tsx';
import { TurnoverFields } from './TurnoverFields.tsx';
import { verdictWords } from './conditionWords.ts';

const kindOptions = keysOf(conditionKinds).map((value) => ({ value, label: conditionKinds[value] }));

const stateOptions = [
  { value: 'unknown', label: 'Not known yet' },
  { value: 'held', label: 'Met now' },
  { value: 'committed', label: 'Committed by contract start' },
] as const;

interface ConditionPanelProps {
  readonly line: ConditionLine;
  readonly input: BidInput;
  readonly edits: Edits;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** One condition, with everything that can be said of it. */
export function ConditionPanel({ line, input, edits, isNew, onClose }: ConditionPanelProps) {
  const { condition, judgement } = line;
  const cell = <K extends keyof Condition>(name: K, what: string) =>
    edits.cell('conditions', condition, name, `${what} of a condition`);
  const { tone, word } = verdictWords(line);
  const lot = cell('lotId', 'lot');
  const compared = cell('compared', 'what is compared, part');

  const remove = async (): Promise<void> => {
    if (await edits.removeRow('conditions', condition.id, 'removed a condition')) onClose();
  };

  return (
    <RowPanel title="Condition" state={<Mark tone={tone}>{word}</Mark>} takesFocus={isNew} onClose={onClose}>
      <Findings judgement={judgement} />
      <ChangedNotice line={line} input={input} edits={edits} />
      <EditableField label="What the buyer asks" form={freeText} multiline {...cell('text', 'text')} />
      <EditableField
        label="What is compared"
        placeholder="As the words above say it"
        form={freeText}
        draftKey={compared.draftKey}
        value={compared.value ?? ''}
        commit={(value, mayReplace) => compared.commit(value, mayReplace && ((stored) => mayReplace(stored ?? '')))}
      />
      <EditableSelect label="Kind" options={kindOptions} {...cell('kind', 'kind')} />
      <EditableSelect
        label="Lot"
        options={lotOptions(input, lot.value)}
        value={lot.value ?? nobody}
        commit={(id) => lot.commit(id === nobody ? null : id)}
      />
      {(condition.kind === 'economic' || asksForSum(condition)) && (
        <TurnoverFields condition={condition} input={input} edits={edits} />
      )}
      <MetByFields condition={condition} input={input} {...cell('metBy', 'who meets it, part')} />
      {asksForSum(condition) && condition.metBy.kind === 'combined' && (
        <CombiningFields condition={condition} input={input} edits={edits} />
      )}
      <EditableSelect
        label="Met now or committed"
        options={stateOptions}
        {...cell('state', 'met now or committed, part')}
      />
      <EditableField label="Proof, in words fit for the buyer" form={freeText} multiline {...cell('proof', 'proof')} />
      <Button variant="default" onClick={() => void remove()}>
        Remove this condition
      </Button>
    </RowPanel>
  );
}

interface MetByFieldsProps {
  readonly condition: Condition;
  readonly input: BidInput;
  readonly commit: (metBy: MetBy) => Promise<string | null>;
}

/** Who meets it: a member, several together, a guarantor, nobody, or not known yet. */
function MetByFields({ condition, input, commit }: MetByFieldsProps) {
  const { metBy } = condition;
  const named = thoseMeeting(condition);
  const lead = leadOf(input.bid)?.organisationId;
  const members = memberOptions(input, named);
  const together = useChoice(named, (organisationIds) => commit({ kind: 'combined', organisationIds }));
  const options = [
    { value: 'unknown', label: 'Not known yet' },
    ...members.map(({ value, label }) => ({
      value: `member ${value}`,
      label: value === lead ? `${label} (the lead)` : label,
    })),
    { value: 'combined', label: 'Members combined' },
    ...input.bid.members
      .filter(
        ({ role, organisationId }) =>
          role === 'guarantor' || (metBy.kind === 'guarantor' && named.includes(organisationId)),
      )
      .map(({ organisationId }) => ({
        value: `guarantor ${organisationId}`,
        label: `${nameOf(input, organisationId)}, as guarantor`,
      })),
    { value: 'notMet', label: 'Nobody: it is not met' },
  ];
  return (
    <>
      <EditableSelect
        label="Met by"
        options={options}
        value={metByToText(metBy)}
        commit={(chosen) => commit(textToMetBy(chosen, named))}
      />
      {metBy.kind === 'combined' && (
        <MultiSelect
          label="Which members, together"
          size="xs"
          searchable
          openOnFocus={false}
          hidePickedOptions
          data={[...members]}
          value={[...together.value]}
          error={together.problem}
          onChange={together.choose}
        />
      )}
    </>
  );
}

function metByToText(metBy: MetBy): string {
  return 'organisationId' in metBy ? `${metBy.kind} ${metBy.organisationId}` : metBy.kind;
}

/** `named` is whom it named before: who met it alone is the first of those who meet it together. */
function textToMetBy(text: string, named: readonly string[]): MetBy {
  const [kind = '', organisationId = ''] = text.split(' ');
  switch (kind) {
    case 'member':
    case 'guarantor':
      return { kind, organisationId };
    case 'combined':
      return { kind, organisationIds: named };
    case 'notMet':
      return { kind };
    default:
      return { kind: 'unknown' };
  }
}
