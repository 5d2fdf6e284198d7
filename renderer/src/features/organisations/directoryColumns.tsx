import type { OrganisationSummary } from '../../../../shared/domain/organisation/directory.ts';
import { legalForms } from '../../../../shared/domain/organisation/legalForm.ts';
import { formatLocalDate, type LocalDate } from '../../../../shared/domain/time/localDate.ts';
import type { StatusFlag } from '../../../../shared/domain/organisation/organisation.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import classes from './directory.module.css';

const shortFlags: Readonly<Record<StatusFlag, string>> = {
  sme: 'SME',
  vcse: 'VCSE',
  supportedEmployment: 'Supported employment',
  publicServiceMutual: 'Mutual',
};

/** The columns of the directory. `soon` is the day until which an end is near. */
export function directoryColumns(today: LocalDate, soon: LocalDate): readonly Column<OrganisationSummary>[] {
  return [
    {
      id: 'name',
      header: 'Legal name',
      width: '26%',
      cell: ({ id, name }) => (
        <a href={`#${pathOf({ id })}`} tabIndex={-1} className={classes['name']} title={name}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      id: 'legalForm',
      header: 'Legal form',
      width: '19%',
      cell: ({ legalForm }) =>
        legalForm === 'unknown' ? <NotKnown /> : <span title={legalForms[legalForm]}>{legalForms[legalForm]}</span>,
    },
    { id: 'postcode', header: 'Place', width: '88px', cell: ({ postcode }) => postcode || <NotKnown /> },
    { id: 'identifier', header: 'Number', width: '140px', cell: ({ identifier }) => identifier || <NotKnown /> },
    {
      id: 'flags',
      header: 'Status',
      width: '14%',
      cell: ({ flags }) => flags.map((flag) => shortFlags[flag]).join(', '),
    },
    {
      id: 'missing',
      header: 'Missing',
      width: '84px',
      cell: ({ id, name, missing }) =>
        missing === 0 ? (
          <Mark tone="pass">none</Mark>
        ) : (
          <a href={`#${pathOf({ id })}?at=missing`} tabIndex={-1} aria-label={`${missing} missing: ${name}`}>
            <Mark tone="unknown">{missing}</Mark>
          </a>
        ),
    },
    {
      id: 'nextExpiry',
      header: 'Next to end',
      width: '150px',
      cell: ({ nextExpiry }) =>
        nextExpiry === null ? <NotKnown /> : <End of={nextExpiry} today={today} soon={soon} />,
    },
  ];
}

/** Where an organisation's page is. */
export function pathOf({ id }: Pick<OrganisationSummary, 'id'>): string {
  return `/organisations/${id}`;
}

function NotKnown() {
  return <span className={classes['notKnown']}>not known</span>;
}

function End({ of, today, soon }: { readonly of: LocalDate; readonly today: LocalDate; readonly soon: LocalDate }) {
  const day = formatLocalDate(of);
  if (of > soon) return day;
  const [tone, title] = of < today ? (['fail', 'Ended'] as const) : (['soon', 'Ends soon'] as const);
  return (
    <span title={title}>
      <Mark tone={tone}>{day}</Mark>
    </span>
  );
}
