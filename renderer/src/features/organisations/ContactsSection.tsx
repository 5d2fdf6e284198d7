import { Button, MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import {
  type Contact,
  contactPurposes,
  type ContactPurpose,
  type Organisation,
} from '../../../../shared/domain/organisation/organisation.ts';
import type { Subject } from '../../../../shared/rows/personalData/person.ts';
import { EraseDialog } from '../../parts/erasure/EraseDialog.tsx';
import { newId } from '../../store/newId.ts';
import { EditableField } from '../../ui/EditableField.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { freeText } from '../../ui/textForm.ts';
import { useChoice } from '../../ui/useChoice.ts';
import type { Edits } from './edits.ts';
import classes from './organisation.module.css';
import { rowCommands } from './rowCommands.ts';

const purposeOptions = keysOf(contactPurposes).map((value) => ({ value, label: contactPurposes[value] }));

interface ContactsSectionProps {
  readonly organisation: Organisation;
  readonly edits: Edits;
}

export function ContactsSection({ organisation: { id, contacts }, edits }: ContactsSectionProps) {
  const [erasing, setErasing] = useState<Contact | null>(null);
  const { add, remove } = rowCommands(edits, 'contacts', 'contact', nameOf);
  const cell = (contact: Contact, name: 'name' | 'role' | 'email' | 'phone', what: string) =>
    edits.cell('contacts', contact, name, `${what} of ${nameOf(contact)}`);
  return (
    <Section title="Contacts" name="contacts" count={contacts.length}>
      <Rows
        rows={contacts}
        layout="blocks"
        className={classes['contacts']}
        nameOf={nameOf}
        onAdd={() => add({ id: newId(), name: '', role: '', purposes: [], email: '', phone: '' })}
        addLabel="Add contact"
        onRemove={remove}
        empty="None yet. A bid needs to know who signs, and whom to write to about what."
        render={(contact) => (
          <>
            <EditableField label="Name" form={freeText} {...cell(contact, 'name', 'name')} />
            <EditableField label="Role" form={freeText} {...cell(contact, 'role', 'role')} />
            <EditableField label="E-mail" form={freeText} {...cell(contact, 'email', 'e-mail')} />
            <EditableField label="Phone" form={freeText} {...cell(contact, 'phone', 'phone')} />
            <Purposes contact={contact} edits={edits} />
            <Button
              variant="subtle"
              size="compact-xs"
              className={classes['erase']}
              aria-label={`Erase for good… ${nameOf(contact)}`}
              onClick={() => setErasing(contact)}
            >
              Erase for good…
            </Button>
          </>
        )}
      />
      {erasing !== null && <EraseContact organisationId={id} contact={erasing} onClose={() => setErasing(null)} />}
    </Section>
  );
}

interface EraseContactProps {
  readonly organisationId: string;
  readonly contact: Contact;
  readonly onClose: () => void;
}

function EraseContact({ organisationId, contact, onClose }: EraseContactProps) {
  const { id: contactId } = contact;
  // The dialog looks again whenever its subject is another.
  const subject = useMemo<Subject>(() => ({ kind: 'contact', organisationId, contactId }), [organisationId, contactId]);
  return <EraseDialog subject={subject} name={nameOf(contact)} reason="request" onClose={onClose} />;
}

function Purposes({ contact, edits }: { readonly contact: Contact; readonly edits: Edits }) {
  const { value, commit } = edits.cell('contacts', contact, 'purposes', `what to ask ${nameOf(contact)} about`);
  const choice = useChoice(value, commit);
  return (
    <MultiSelect<ContactPurpose>
      label="For"
      className={classes['purposes']}
      size="xs"
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      hidePickedOptions
      data={purposeOptions}
      value={[...choice.value]}
      error={choice.problem}
      onChange={choice.choose}
    />
  );
}

function nameOf(contact: Contact): string {
  return contact.name || 'contact';
}
