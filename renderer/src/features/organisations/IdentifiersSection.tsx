import { Button } from '@mantine/core';
import { type IdentifierScheme, identifierSchemes } from '../../../../shared/domain/organisation/identifier.ts';
import type { Identifier, Organisation } from '../../../../shared/domain/organisation/organisation.ts';
import { unlessStored } from '../../ui/draft.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { FixedField } from '../../ui/FixedField.tsx';
import { notifyProblem } from '../../ui/notify.ts';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Edits } from './edits.ts';
import { identifierForm } from './forms.ts';
import classes from './organisation.module.css';
import { IdentifierFields, useNewIdentifier } from './NewIdentifier.tsx';

interface IdentifiersSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
}

export function IdentifiersSection({ organisation, edits }: IdentifiersSectionProps) {
  const rows = rowsOf(organisation.identifiers);
  const remove = async ({ identifier }: IdentifierRow): Promise<void> => {
    const what = `removed ${labelOf(identifier.scheme)} ${identifier.id}`;
    const problem = await edits.change(what, (now) => replaced(now, identifier, []));
    if (problem !== null) notifyProblem('The number was not removed', problem);
  };
  return (
    <Section title="Numbers in public registers" name="identifiers" count={rows.length}>
      <Rows
        rows={rows}
        layout="table"
        className={classes['identifiers']}
        nameOf={({ identifier }) => `${labelOf(identifier.scheme)} ${identifier.id}`}
        onRemove={remove}
        empty="None yet. Every member of a joint tender gives its PPON, or the number of a register it stands in."
        render={({ id, identifier }) => (
          <>
            <FixedField label="Kind" value={labelOf(identifier.scheme)} />
            <EditableField
              label="Number"
              draftKey={`${organisation.id}.identifiers.${id}`}
              value={identifier.id}
              form={identifierForm(identifier.scheme)}
              commit={(number, mayReplace) =>
                edits.change(labelOf(identifier.scheme), (now) => {
                  const there = rowsOf(now.identifiers).find((row) => row.id === id)?.identifier;
                  return there === undefined
                    ? null
                    : unlessStored(now, there.id, mayReplace, () => replaced(now, there, [{ ...there, id: number }]));
                })
              }
            />
            <FixedField label="Register" value={identifierSchemes[identifier.scheme].register} />
          </>
        )}
        adder={<AddIdentifier organisation={organisation} edits={edits} />}
      />
    </Section>
  );
}

function AddIdentifier({ organisation, edits }: IdentifiersSectionProps) {
  const entry = useNewIdentifier();
  const add = async (): Promise<void> => {
    const identifier = entry.take();
    if (identifier === null) return;
    const known = organisation.identifiers.some(
      ({ scheme, id }) => scheme === identifier.scheme && id === identifier.id,
    );
    if (known) return entry.refuse('This number is recorded already.');
    const problem = await edits.change(`added ${labelOf(identifier.scheme)}`, (now) => ({
      ...now,
      identifiers: [...now.identifiers, identifier],
    }));
    if (problem === null) entry.clear();
    else entry.refuse(problem);
  };
  return (
    <form
      className={classes['adder']}
      aria-label="Add a number"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <IdentifierFields entry={entry} />
      <Button type="submit" variant="default">
        Add number
      </Button>
    </form>
  );
}

interface IdentifierRow {
  /** The scheme and its how-manieth number: stays the same while the number is edited. */
  readonly id: string;
  readonly identifier: Identifier;
}

function rowsOf(identifiers: readonly Identifier[]): readonly IdentifierRow[] {
  return identifiers.map((identifier, index) => {
    const before = identifiers.slice(0, index).filter(({ scheme }) => scheme === identifier.scheme).length;
    return { id: `${identifier.scheme}.${before}`, identifier };
  });
}

/** The organisation with `identifier` replaced; `null` where it no longer carries it. */
function replaced(organisation: Organisation, identifier: Identifier, by: readonly Identifier[]): Organisation | null {
  const { identifiers } = organisation;
  const index = identifiers.findIndex(({ scheme, id }) => scheme === identifier.scheme && id === identifier.id);
  return index === -1 ? null : { ...organisation, identifiers: identifiers.toSpliced(index, 1, ...by) };
}

function labelOf(scheme: IdentifierScheme): string {
  return identifierSchemes[scheme].label;
}
