import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type BidMember, type MemberRole, memberRoles } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { keysOf } from '../../../../../shared/domain/basics/keysOf.ts';
import { legalForms } from '../../../../../shared/domain/organisation/legalForm.ts';
import type { LocalDate } from '../../../../../shared/domain/time/localDate.ts';
import type { MissingFact, MissingFactKind } from '../../../../../shared/domain/organisation/missingFact.ts';
import type { Organisation } from '../../../../../shared/domain/organisation/organisation.ts';
import { missingFacts } from '../../../../../shared/domain/organisation/organisationFacts.ts';
import { EditableField } from '../../../ui/EditableField.tsx';
import { EditableSelect } from '../../../ui/EditableSelect.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Rows } from '../../../ui/Rows.tsx';
import { Section } from '../../../ui/Section.tsx';
import { freeText } from '../../../ui/textForm.ts';
import { useToday } from '../../../ui/useToday.ts';
import type { BidPartProps } from '../bidPart.ts';
import type { Edits } from '../edits.ts';
import { namesForm } from '../forms.ts';
import { nameOf } from '../naming.ts';
import { NewMember } from './NewMember.tsx';
import { usePages } from '../../../ui/usePages.tsx';
import { membersAtATime } from './pageSizes.ts';
import classes from './team.module.css';

const roleOptions = keysOf(memberRoles).map((value) => ({ value, label: memberRoles[value] }));

/** The organisations in the bid, what each is in it, and what it does. */
export function MembersSection({ input, edits }: BidPartProps) {
  const rows = input.bid.members.map((member) => ({ id: member.organisationId, member }));
  const { shown, pager } = usePages(rows, membersAtATime, 'members');
  const remove = (organisationId: string) =>
    edits.act(`removed ${nameOf(input, organisationId)}`, (now) => {
      const members = now.members.filter((member) => member.organisationId !== organisationId);
      return members.length === now.members.length ? null : { ...now, members };
    });
  return (
    <Section title="Members" name="members" count={rows.length}>
      {pager}
      <Rows
        rows={shown}
        layout="blocks"
        className={classes['members']}
        nameOf={({ id }) => nameOf(input, id)}
        onRemove={({ id }) => remove(id)}
        empty="Nobody yet. Begin with the organisation that leads."
        render={({ member }) => <MemberFields member={member} input={input} edits={edits} />}
        adder={<NewMember edits={edits} />}
      />
    </Section>
  );
}

interface MemberFieldsProps {
  readonly member: BidMember;
  readonly input: BidInput;
  readonly edits: Edits;
}

function MemberFields({ member, input, edits }: MemberFieldsProps) {
  const { organisationId, role } = member;
  const name = nameOf(input, organisationId);
  return (
    <>
      <WhoItIs organisationId={organisationId} input={input} />
      <EditableSelect
        label="Role"
        options={roleOptions}
        value={role}
        commit={(chosen) =>
          edits.change(`${name} is ${memberRoles[chosen].toLowerCase()}`, withRole(organisationId, chosen))
        }
      />
      <EditableField
        label="Responsible for, in words fit for the buyer"
        form={freeText}
        multiline
        {...edits.memberField(member, 'responsibilities', `responsibilities of ${name}`)}
      />
      <EditableField
        label="Who signs, parted by commas"
        form={namesForm}
        {...edits.memberField(member, 'signatories', `who signs for ${name}`)}
      />
    </>
  );
}

/** There is one lead: whoever led before becomes a member, in the same step. */
function withRole(organisationId: string, role: MemberRole) {
  return <B extends BidInput['bid']>(bid: B): B => ({
    ...bid,
    members: bid.members.map((member): BidMember => {
      if (member.organisationId === organisationId) return { ...member, role };
      return role === 'lead' && member.role === 'lead' ? { ...member, role: 'member' } : member;
    }),
  });
}

interface WhoItIsProps {
  readonly organisationId: string;
  readonly input: BidInput;
}

function WhoItIs({ organisationId, input }: WhoItIsProps) {
  const today = useToday();
  const organisation = input.organisations.find(({ id }) => id === organisationId);
  if (organisation === undefined) {
    return (
      <Text size="sm">
        <Mark tone="fail">This organisation was removed. Take it out of the bid, or undo its removal.</Mark>
      </Text>
    );
  }
  const { name, legalForm } = organisation;
  return (
    <div className={classes['who']}>
      <Anchor component={Link} to={`/organisations/${organisationId}`} fw={600}>
        <bdi>{name}</bdi>
      </Anchor>
      <Text size="xs" c="dimmed">
        {legalForm === 'unknown' ? '' : legalForms[legalForm]}
      </Text>
      {barriersOf(organisation, today).map(({ kind, sentence, field }) => (
        <Anchor
          key={kind}
          component={Link}
          to={`/organisations/${organisationId}?at=${field}`}
          size="xs"
          display="block"
        >
          <Mark tone={kind === 'noLegalPersonality' ? 'fail' : 'unknown'}>
            <span className={classes['sentence']}>{sentence}</span>
          </Mark>
        </Anchor>
      ))}
    </div>
  );
}

const barriers: ReadonlySet<MissingFactKind> = new Set([
  'legalFormUnknown',
  'noLegalPersonality',
  'noRegisterNumber',
  'noIdentifier',
]);

/** What is missing of an organisation that decides whether and how it can be a party. */
function barriersOf(organisation: Organisation, today: LocalDate): readonly MissingFact[] {
  return missingFacts(organisation, today).filter(({ kind }) => barriers.has(kind));
}
