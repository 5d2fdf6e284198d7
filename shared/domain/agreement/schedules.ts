import { plain, type Table, type TableRow } from '../document/document.ts';
import { accessionSchedule } from './accessionSchedule.ts';
import type { Assembled } from './assembleClauses.ts';
import { datesSchedule } from './datesSchedule.ts';
import { insuranceSchedule } from './insuranceSchedule.ts';
import { officeOf } from './parties.ts';
import { openCells, scheduleHeading, type ScheduleInput } from './scheduleParts.ts';
import { sharesSchedule } from './sharesSchedule.ts';

/** The schedules in the order in which they are numbered. */
export function schedulesOf(input: ScheduleInput): Assembled {
  const schedules = [
    membersSchedule(input),
    sharesSchedule(input),
    insuranceSchedule(input),
    datesSchedule(input),
    accessionSchedule(input),
  ];
  return { blocks: schedules.flatMap(({ blocks }) => blocks), open: schedules.flatMap(({ open }) => open) };
}

function membersSchedule({ parties }: ScheduleInput): Assembled {
  const { open, cell } = openCells('scheduleMembers');
  const rows = parties.map(({ member, organisation }): TableRow => {
    const { id, name } = organisation;
    const contact =
      organisation.contacts.find(({ purposes }) => purposes.includes('legal')) ??
      organisation.contacts.find(({ purposes }) => purposes.includes('signatory'));
    const notices = contact === undefined ? null : [contact.name, officeOf(organisation), contact.email];
    return {
      cells: [
        plain(member.role === 'lead' ? `${name} (Lead)` : name),
        cell(member.responsibilities, 'Work', `What Work does ${name} carry out?`, {
          record: 'member',
          organisationId: id,
          field: 'responsibilities',
        }),
        cell(
          notices === null ? null : notices.filter((part) => part !== null && part !== '').join(', '),
          'name, address and e-mail for notices',
          `Who receives notices for ${name}? No contact is marked for legal matters or as signatory.`,
          { record: 'organisation', organisationId: id, field: 'contacts' },
        ),
      ],
    };
  });
  const table: Table = {
    kind: 'table',
    caption: 'Members, their Work and their addresses for notices',
    columns: [
      { header: 'Member', width: 24 },
      { header: 'Work', width: 40 },
      { header: 'Notices to', width: 36 },
    ],
    rows,
  };
  return { blocks: [scheduleHeading('scheduleMembers', 'Members and Work'), table], open };
}
