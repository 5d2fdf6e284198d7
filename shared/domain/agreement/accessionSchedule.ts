import { plain, type Block, type Inline } from '../document/document.ts';
import type { Assembled } from './assembleClauses.ts';
import { scheduleHeading, type ScheduleInput } from './scheduleParts.ts';

/** The words that a newcomer, or the company that the members form, signs to become a party. Its lines are filled in then. */
export function accessionSchedule({ bid, tender }: ScheduleInput): Assembled {
  const { law, execution } = bid.agreement;
  const asDeed = law !== 'scotland' && execution === 'deed' ? ' as a deed' : '';
  const named = [tender.title, tender.reference].map((part) => part.trim()).filter((part) => part !== '');
  const member = 'it is a Member, with the Work and the Shares that the Schedules, restated, give it';
  const becomes: readonly Inline[] =
    bid.structure === 'spv'
      ? [
          ...plain('From that day it is bound as clause '),
          { kind: 'reference', key: 'accession' },
          ...plain(` says if it is the Delivery Company; otherwise ${member}.`),
        ]
      : plain(`From that day ${member}.`);
  return {
    blocks: [
      scheduleHeading('scheduleAccession', 'Form of accession'),
      paragraph(
        plain(
          `The party named below becomes, on the day on which it signs${asDeed}, a party to the consortium agreement that relates to ${named.join(', reference ')}.`,
        ),
      ),
      paragraph(becomes),
      paragraph(
        plain(
          'It has received a copy of that agreement and confirms of itself what each Member confirms there. Words defined there have the same meaning here, and its clauses on notices, disputes and law apply.',
        ),
      ),
      {
        kind: 'signature',
        words: plain(`The party that joins, which signs${asDeed} in the form in which the Members sign`),
        lines: ['Name and number', 'Registered office', 'Notices to', 'Signature', 'Signature or witness', 'Date'],
      },
    ],
    open: [],
  };
}

function paragraph(content: readonly Inline[]): Block {
  return { kind: 'paragraph', role: 'body', content };
}
