import type { WorkspaceContents } from '../../../shared/rows/contents.ts';
import { serialiseWorkspace } from '../../../shared/workspace/serialiseWorkspace.ts';
import { kestrel, saved } from '../contents.ts';
import type { RefusalCase } from '../craft.ts';
import { contentsOf2, fullContents, kestrelCan, parks, parksBid } from '../fullContents.ts';
import { idOf } from '../../support/ids.ts';

/** The full workspace with something put in the place of its own, whether or not it may stand there. */
function fullWith(changed: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
  return serialiseWorkspace({ ...fullContents, ...changed }, saved);
}

const nobody = '0190a000-0000-7000-8000-00000000dead';
const [member] = parksBid.members;
const [question] = parksBid.questions;
const last = contentsOf2.history.at(-1);

function nested(depth: number): unknown {
  return JSON.parse(
    `${'{"type":"bulletList","content":[{"type":"listItem","content":['.repeat(depth)}${']}]}'.repeat(depth)}`,
  );
}

/** Files whose tenders, bids and capabilities are broken, or hang from what is not there. */
export const references: readonly RefusalCase[] = [
  [
    'has a bid without its tender',
    await fullWith({ tenders: [] }),
    { kind: 'brokenReference', table: 'bids', line: 1, field: 'tenderId', id: parks.id },
  ],
  [
    'has a bid for a tender that is named by no id',
    await fullWith({ bids: [{ ...parksBid, tenderId: '../../settings' }] }),
    { kind: 'brokenRow', table: 'bids', line: 1, field: 'tenderId' },
  ],
  [
    'has a bid with a member that is no organisation',
    await fullWith({ bids: [{ ...parksBid, members: [member, { ...member, organisationId: idOf('nobody') }] }] }),
    { kind: 'brokenReference', table: 'bids', line: 1, field: 'members.1.organisationId', id: idOf('nobody') },
  ],
  [
    'has a tender with a document that it does not hold',
    await fullWith({ attachments: contentsOf2.attachments }),
    { kind: 'missingAttachment', table: 'tenders', line: 1, field: 'documents.0.file' },
  ],
  [
    'knows what nobody can do',
    await fullWith({ capabilityProfiles: [kestrelCan, { ...kestrelCan, id: nobody }] }),
    { kind: 'brokenReference', table: 'capabilityProfiles', line: 2, field: 'id', id: nobody },
  ],
  [
    'has two tenders of one id',
    await fullWith({ tenders: [parks, parks] }),
    { kind: 'duplicateId', table: 'tenders', line: 2, id: parks.id },
  ],
  [
    'has a deadline that nothing states',
    await fullWith({ tenders: [{ ...parks, deadlines: [{ ...parks.deadlines[0], versions: [] }] }] }),
    { kind: 'brokenRow', table: 'tenders', line: 1, field: 'deadlines.0.versions.0', problem: 'It is missing' },
  ],
  [
    'has a level beyond 4',
    await fullWith({
      capabilityProfiles: [{ ...kestrelCan, cells: { [idOf('x')]: { level: 5, confidence: 'claimed', note: '' } } }],
    }),
    { kind: 'brokenRow', table: 'capabilityProfiles', line: 1, field: `cells.${idOf('x')}.level` },
  ],
  [
    'has a level of a capability that is named by no id',
    await fullWith({
      capabilityProfiles: [{ ...kestrelCan, cells: { 'a/b': { level: 1, confidence: 'claimed', note: '' } } }],
    }),
    { kind: 'brokenRow', line: 1, field: 'cells.a/b', problem: 'It is not an id as Muster gives them' },
  ],
  [
    'has a count of revisions of a date that is named by no id',
    await fullWith({ tenders: [{ ...parks, dateRevisions: { '../../settings': 1 } }] }),
    { kind: 'brokenRow', table: 'tenders', line: 1, problem: 'It is not an id as Muster gives them' },
  ],
  [
    'has an answer with a kind of text that there is not',
    await fullWith({
      bids: [{ ...parksBid, questions: [{ ...question, answer: { type: 'doc', content: [{ type: 'video' }] } }] }],
    }),
    {
      kind: 'brokenRow',
      table: 'bids',
      field: 'questions.0.answer.content.0.type',
      problem: 'It is none of the values that Muster knows',
    },
  ],
  [
    'has lists within lists without end',
    await fullWith({
      bids: [{ ...parksBid, questions: [{ ...question, answer: { type: 'doc', content: [nested(1000)] } }] }],
    }),
    { kind: 'brokenRow', table: 'bids', line: 1, problem: 'It is nested too deeply' },
  ],
  [
    'would put back a part that was not taken away',
    await fullWith({
      history: [
        ...contentsOf2.history.slice(0, -1),
        { ...last, changes: [{ ...last?.changes[0], before: { id: parksBid.id, name: 'Before' } }] },
      ],
    }),
    { kind: 'brokenRow', table: 'history', line: 5, field: 'changes.0.after.name' },
  ],
  [
    'would bring back part of a row as the whole',
    await fullWith({
      history: [
        ...contentsOf2.history.slice(0, -1),
        {
          ...last,
          changes: [{ table: 'organisations', id: kestrel.id, before: null, after: { id: kestrel.id, name: 'K' } }],
        },
      ],
    }),
    { kind: 'brokenRow', table: 'history', line: 5, field: 'changes.0.after.tradingName' },
  ],
];

/** What commands can leave behind, which must open: each a workspace that names something that is gone. */
export const tolerated: readonly (readonly [why: string, contents: WorkspaceContents])[] = [
  ['cells of a capability that was removed', { ...fullContents, capabilities: [] }],
  ['a bid for a lot that the tender no longer has', { ...fullContents, tenders: [{ ...parks, lots: [] }] }],
  [
    'a condition met by, and a question owned by, a member who left and was removed',
    {
      ...fullContents,
      bids: [
        {
          ...parksBid,
          conditions: parksBid.conditions.map((one) => ({
            ...one,
            metBy: { kind: 'member' as const, organisationId: idOf('left') },
          })),
          questions: parksBid.questions.map((one) => ({ ...one, ownerOrganisationId: idOf('left') })),
          requirements: parksBid.requirements.map((one) => ({
            ...one,
            leadMemberId: idOf('left'),
            supportMemberIds: [idOf('left')],
            capabilityId: idOf('removed'),
          })),
        },
      ],
    },
  ],
  [
    'the same member twice, which a screen shows to be mended',
    { ...fullContents, bids: [{ ...parksBid, members: [...parksBid.members, ...parksBid.members] }] },
  ],
];
