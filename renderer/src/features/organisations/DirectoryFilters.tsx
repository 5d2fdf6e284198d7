import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { memo } from 'react';
import { soonDays } from '../../../../shared/domain/organisation/coverFacts.ts';
import type { DirectoryFilter } from '../../../../shared/domain/organisation/directory.ts';
import { keysOf } from '../../../../shared/domain/basics/keysOf.ts';
import type { LegalForm } from '../../../../shared/domain/organisation/legalForm.ts';
import { type StatusFlag, statusFlags } from '../../../../shared/domain/organisation/organisation.ts';
import type { DirectoryView } from './directoryView.ts';
import classes from './directory.module.css';
import type { ShownView } from './useDirectoryView.ts';
import { legalFormOptions } from './IdentitySection.tsx';

const flagOptions = keysOf(statusFlags).map((value) => ({ value, label: statusFlags[value] }));

const gapOptions = [
  { value: 'any', label: 'Complete or not' },
  { value: 'some', label: 'Something missing' },
  { value: 'none', label: 'Nothing missing' },
] as const;

interface DirectoryFiltersProps extends Pick<DirectoryView, 'legalForms' | 'flags' | 'gaps' | 'expiring'> {
  readonly show: ShownView['show'];
}

/** The filters beside the box that is typed into. They stand still while it is. */
export const DirectoryFilters = memo(function DirectoryFilters(props: DirectoryFiltersProps) {
  const { legalForms, flags, gaps, expiring, show } = props;
  return (
    <>
      <MultiSelect<LegalForm | 'unknown'>
        aria-label="Legal forms"
        placeholder={legalForms.length === 0 ? 'Any legal form' : ''}
        className={classes['filter']}
        size="xs"
        searchable
        openOnFocus={false}
        clearable
        data={[...legalFormOptions]}
        value={[...legalForms]}
        onChange={(legalForms) => show({ legalForms })}
      />
      <MultiSelect<StatusFlag>
        aria-label="Status"
        placeholder={flags.length === 0 ? 'Any status' : ''}
        className={classes['filter']}
        size="xs"
        clearable
        data={flagOptions}
        value={[...flags]}
        onChange={(flags) => show({ flags })}
      />
      <Select<DirectoryFilter['gaps']>
        aria-label="What is missing"
        className={classes['gaps']}
        size="xs"
        allowDeselect={false}
        data={[...gapOptions]}
        value={gaps}
        onChange={(gaps) => show({ gaps: gaps ?? 'any' })}
      />
      <Checkbox
        size="xs"
        label="Evidence ended or ending"
        title={`Ended, or ends within ${soonDays} days`}
        checked={expiring}
        onChange={(event) => show({ expiring: event.currentTarget.checked })}
      />
    </>
  );
});
