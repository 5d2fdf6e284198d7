import { Select } from '@mantine/core';
import { useState } from 'react';
import type { BidMember } from '../../../../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../../../../shared/domain/bid/bidInput.ts';
import { useDirectory } from '../../../store/queries/directory.ts';
import { useToday } from '../../../ui/useToday.ts';
import type { Edits } from '../edits.ts';
import classes from './team.module.css';

/** Takes an organisation of the directory into the team. */
export function NewMember({ edits }: { readonly edits: Edits }) {
  const { summaries } = useDirectory(useToday());
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (organisationId: string, name: string): Promise<void> => {
    setProblem(
      await edits.change(`added ${name}`, (now) => ({
        ...now,
        members: [...now.members, newMember(organisationId, now)],
      })),
    );
  };
  return (
    <Select
      label="Add an organisation"
      className={classes['adder'] ?? ''}
      size="xs"
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      limit={50}
      placeholder="Type a part of its name"
      nothingFoundMessage="No organisation has that name. Add it under Organisations first."
      data={summaries.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      error={problem}
      errorProps={{ role: 'alert' }}
      onChange={(id, option) => {
        if (id !== null) void add(id, option?.label ?? 'an organisation');
      }}
    />
  );
}

/** The first to come leads; those who follow are what members of such a structure usually are. */
function newMember(organisationId: string, { members, structure }: BidInput['bid']): BidMember {
  const follower = structure === 'primeSub' || structure === 'managingAgent' ? 'subcontractor' : 'member';
  const role = members.some((member) => member.role === 'lead') ? follower : 'lead';
  return { organisationId, role, responsibilities: '', shares: [], signatories: [] };
}
