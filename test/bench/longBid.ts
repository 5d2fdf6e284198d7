import type { Bid, Question } from '../../shared/domain/bid/bid.ts';
import type { BidInput } from '../../shared/domain/bid/bidInput.ts';
import { noRecords, type RecordLists } from '../../shared/rows/records.ts';
import { sampleBid } from '../scripts/sampleBid.ts';
import { sampleCapabilities, sampleProfiles } from '../scripts/sampleCapabilities.ts';
import { sampleOrganisations } from '../scripts/sampleOrganisations.ts';
import { sampleId } from '../scripts/sampleParts.ts';
import { parksTender } from '../scripts/sampleTenders.ts';
import { bidInput } from '../../shared/domain/bid/bidInput.ts';

/** Questions that, each answered on about a page, make a bid document of about sixty pages. */
const questionCount = 50;

const sentences = [
  'Every park has a named crew, a fixed day and a card at the gate that says when it was last cut.',
  'What is missed through weather is made good within five working days, and shown as such in the monthly report.',
  'The contract manager walks six sites a week with a member of the Council, and what they find is put right first.',
  'Green waste goes to the yard at Canal Side, is composted there, and comes back to the beds in the autumn.',
  'Apprentices work beside the crews on three days of the week and are at college on one.',
  'Complaints are answered within two working days by the person who can do something about them.',
];

/** The bid of the sample workspace with as many questions, answers and requirements as a large tender has. */
export function longBid(): Bid {
  const bid = sampleBid(sampleOrganisations);
  return {
    ...bid,
    requirements: Array.from({ length: 6 }, (_, round) =>
      bid.requirements.map((each, at) => Object.assign({}, each, { id: sampleId(400, round * 20 + at) })),
    ).flat(),
    questions: Array.from({ length: questionCount }, (_, at) => question(at)),
  };
}

/** Everything that both documents of the long bid are made from, as a workspace holds it. */
export function longBidRecords(): RecordLists {
  return {
    ...noRecords,
    organisations: sampleOrganisations,
    tenders: [parksTender],
    bids: [longBid()],
    capabilities: sampleCapabilities,
    capabilityProfiles: sampleProfiles(sampleOrganisations),
  };
}

export function longBidInput(): BidInput {
  const input = bidInput(longBidRecords(), longBid().id);
  if (input === null) throw new Error('The tender of the sample bid is gone.');
  return input;
}

function question(at: number): Question {
  const section = 1 + Math.floor(at / 10);
  return {
    id: sampleId(401, at),
    number: `${section}.${1 + (at % 10)}`,
    section: `Part ${section}`,
    text: 'How will you maintain grass and planting to the specification?',
    weight: 2,
    limit: { kind: 'words', value: 750 },
    ownerOrganisationId: null,
    status: 'final',
    answer: { type: 'doc', content: Array.from({ length: 6 }, (_, part) => paragraph(at + part)) },
    confidential: false,
  };
}

/** A paragraph of some hundred words, another one each time. */
function paragraph(start: number) {
  const text = sentences.map((_, at) => sentences[(start + at) % sentences.length]).join(' ');
  return { type: 'paragraph', content: [{ type: 'text', text }] } as const;
}
