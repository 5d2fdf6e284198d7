import { Anchor, Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'react-router';
import type { Capability } from '../../../../shared/domain/capability/capability.ts';
import { cellInWords } from '../../../../shared/domain/capability/capabilityCells.ts';
import { askingFirst } from '../../parts/massChange.ts';
import { Removed } from '../../parts/Removed.tsx';
import { changeCapability, moveToGroup, removeCapability } from '../../store/commands/capabilities.ts';
import { problemSentence } from '../../store/problemSentence.ts';
import type { CapabilityMatrix } from '../../store/queries/capabilities.ts';
import { useStore } from '../../store/StoreContext.tsx';
import { type MayReplace, withField } from '../../ui/draft.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { freeText, type TextForm } from '../../ui/textForm.ts';
import classes from './capabilities.module.css';

const nameForm: TextForm<string> = {
  ...freeText,
  read: (typed) =>
    typed.trim() === ''
      ? { ok: false, problem: 'A capability needs a name.' }
      : { ok: true, value: typed.trim(), remark: null },
};

interface CapabilityPanelProps {
  readonly capability: Capability;
  readonly matrix: CapabilityMatrix;
  readonly onClose: () => void;
}

/** One capability: what it is called, and who can do it. */
export function CapabilityPanel({ capability, matrix, onClose }: CapabilityPanelProps) {
  const store = useStore();
  const title = useId();
  const { id, name, group } = capability;
  const inGroup = matrix.capabilities.filter((one) => one.group === group).map((one) => one.id);

  const field = (part: 'name' | 'group' | 'description') => ({
    draftKey: `${id}.${part}`,
    value: capability[part],
    commit: async (value: string, mayReplace?: MayReplace<string>): Promise<string | null> => {
      const outcome = await changeCapability(store, id, part, (now) => withField(now, part, value, mayReplace));
      return outcome.ok ? null : problemSentence(outcome.error);
    },
  });
  const renameGroup = async (to: string): Promise<string | null> => {
    const label = `Renamed the group ${group} to ${to}`;
    const outcome = await askingFirst((confirmed) => moveToGroup(store, inGroup, to, label, confirmed));
    if (outcome === null) return 'The group keeps its name.';
    return outcome.ok ? null : problemSentence(outcome.error);
  };
  const remove = async (): Promise<void> => {
    const outcome = await removeCapability(store, id);
    if (!outcome.ok) return notifyProblem('Nothing was removed', problemSentence(outcome.error));
    notifyDone(`Removed ${name}`, <Removed />);
    onClose();
  };

  return (
    <section aria-labelledby={title} className={classes['panel']}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h3" id={title}>
          <bdi>{name}</bdi>
        </Title>
        <CloseButton size="sm" aria-label="Close" onClick={onClose} />
      </Group>
      <EditableField label="Name" form={nameForm} {...field('name')} />
      <EditableField label="Group" form={freeText} {...field('group')} />
      {group !== '' && inGroup.length > 1 && (
        <EditableField
          label={`Rename the group, for all ${inGroup.length} in it`}
          draftKey={`${id}.wholeGroup`}
          form={{ ...nameForm, stored: 'whenLeft' }}
          value={group}
          commit={renameGroup}
        />
      )}
      <EditableField label="Description" multiline form={freeText} {...field('description')} />
      <WhoCan capability={capability} matrix={matrix} />
      <Anchor component={Link} to={`/activity?of=${id}`} size="xs">
        All activity of this capability
      </Anchor>
      <Button variant="default" mt="md" onClick={() => void remove()}>
        Remove this capability
      </Button>
    </section>
  );
}

/** Those of whom something is known, best first. */
function WhoCan({ capability, matrix }: Omit<CapabilityPanelProps, 'onClose'>) {
  const known = matrix.organisations
    .flatMap((organisation) => {
      const cell = matrix.cells.get(organisation.id)?.[capability.id];
      return cell === undefined ? [] : [{ organisation, cell }];
    })
    .sort((a, b) => b.cell.level - a.cell.level);
  const notKnown = matrix.organisations.length - known.length;
  return (
    <>
      <Title order={3} size="h5" mt="md">
        Who can do this
      </Title>
      <ul className={classes['who']}>
        {known.map(({ organisation, cell }) => (
          <li key={organisation.id}>
            <Anchor
              component={Link}
              to={`/capabilities/matrix?organisation=${organisation.id}&capability=${capability.id}`}
              size="xs"
            >
              <bdi>{organisation.name}</bdi>
            </Anchor>
            : {cellInWords(cell)}
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {notKnown > 0 && `◌ Not known of ${notKnown} ${notKnown === 1 ? 'organisation' : 'organisations'}`}
      </Text>
    </>
  );
}
