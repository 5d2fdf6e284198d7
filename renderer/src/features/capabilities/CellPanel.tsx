import { Anchor, Input, Radio, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { Link } from 'react-router';
import {
  type CapabilityCell,
  type Confidence,
  type Level,
  levels,
} from '../../../../shared/domain/capability/capability.ts';
import { confidenceWords } from '../../../../shared/domain/capability/capabilityCells.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { freeText } from '../../ui/textForm.ts';
import { useChoice } from '../../ui/useChoice.ts';
import classes from './capabilities.module.css';
import type { CellCommands } from './cellCommands.ts';
import { ConfidenceMark } from './ConfidenceMark.tsx';
import type { CellKey } from './sheet.ts';

interface CellPanelProps {
  readonly panel: RefObject<HTMLElement | null>;
  readonly of: CellKey;
  readonly cell: CapabilityCell | undefined;
  readonly commands: CellCommands;
  /** Back to the matrix. */
  readonly onLeave: () => void;
}

const levelOptions = ([4, 3, 2, 1, 0] as const).map((level) => ({
  value: String(level),
  label: `${level}  ${levels[level]}`,
}));

/** The cell under the cursor as the record it is. */
export function CellPanel({ panel, of: { organisation, capability }, cell, commands, onLeave }: CellPanelProps) {
  const title = useId();
  const level = useChoice<Level | null>(cell?.level ?? null, (chosen) =>
    chosen === null ? commands.clear() : commands.setLevel(chosen),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) onLeave();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, from whatever is in it
    <section ref={panel} aria-labelledby={title} className={classes['panel']} onKeyDown={onKeyDown}>
      <Title order={2} size="h3" id={title}>
        <bdi>{capability.name}</bdi>
      </Title>
      <Anchor component={Link} to={`/organisations/${organisation.id}`} size="sm">
        <bdi>{organisation.name}</bdi>
      </Anchor>
      {capability.description !== '' && (
        <Text size="xs" c="dimmed">
          {capability.description}
        </Text>
      )}
      <Radio.Group
        label="Level"
        size="xs"
        mt="xs"
        value={level.value === null ? 'unknown' : String(level.value)}
        error={level.problem}
        onChange={(value) => level.choose(levelFrom(value))}
      >
        <Stack gap={4} mt={4}>
          {levelOptions.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} size="xs" />
          ))}
          <Radio value="unknown" label="◌  Unknown" size="xs" />
        </Stack>
      </Radio.Group>
      {cell === undefined ? (
        <Text size="xs" c="dimmed" mt="sm">
          Nobody has said yet. That counts as a risk, not as none.
        </Text>
      ) : (
        <Known of={`${organisation.id}.${capability.id}`} cell={cell} commands={commands} />
      )}
    </section>
  );
}

interface KnownProps {
  readonly of: string;
  readonly cell: CapabilityCell;
  readonly commands: CellCommands;
}

function Known({ of, cell, commands }: KnownProps) {
  const label = useId();
  const confidence = useChoice(cell.confidence, commands.setConfidence);
  return (
    <>
      <Input.Wrapper
        label="Confidence"
        labelElement="div"
        labelProps={{ id: label }}
        size="xs"
        mt="xs"
        error={confidence.problem}
      >
        <SegmentedControl<Confidence>
          aria-labelledby={label}
          size="xs"
          fullWidth
          orientation="vertical"
          transitionDuration={0}
          value={confidence.value}
          data={keysOf(confidenceWords).map((value) => ({
            value,
            label: (
              <>
                <ConfidenceMark confidence={value} /> {confidenceWords[value]}
              </>
            ),
          }))}
          onChange={confidence.choose}
        />
      </Input.Wrapper>
      <EditableField
        draftKey={`${of}.note`}
        label="Evidence note"
        multiline
        form={freeText}
        value={cell.note}
        placeholder="Contract, date, value, referee; certificate"
        commit={commands.setNote}
      />
    </>
  );
}

function levelFrom(value: string): Level | null {
  return ([0, 1, 2, 3, 4] as const).find((level) => String(level) === value) ?? null;
}
