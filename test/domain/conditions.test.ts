import { expect, it } from 'vitest';
import type { BidMember, Condition, MetBy } from '../../shared/domain/bid/bid.ts';
import { conditionVerdict } from '../../shared/domain/bid/conditions.ts';
import { reliedUpon } from '../../shared/domain/bid/judgeCondition.ts';
import { input } from './kestrelRow.ts';

const member = (organisationId: string, role: BidMember['role']): BidMember => ({
  organisationId,
  role,
  responsibilities: '',
  shares: [],
  signatories: [],
});
const bid = {
  ...input.bid,
  members: [
    member('Roundhouse', 'lead'),
    member('Pennyfarthing', 'member'),
    member('Bank', 'guarantor'),
    member('Copperbeech', 'reserve'),
  ],
};
const condition = (metBy: MetBy, state: Condition['state'] = 'held'): Condition => ({
  id: 'c',
  lotId: null,
  kind: 'technical',
  text: 'Two comparable contracts within three years',
  metBy,
  state,
  proof: '',
  turnover: null,
  combining: 'unknown',
});
const by = (organisationId: string): MetBy => ({ kind: 'member', organisationId });

it.each([
  { metBy: by('Roundhouse'), state: 'held', verdict: 'pass', relied: [] },
  { metBy: by('Pennyfarthing'), state: 'held', verdict: 'pass', relied: ['Pennyfarthing'] },
  { metBy: by('Pennyfarthing'), state: 'committed', verdict: 'pass', relied: ['Pennyfarthing'] },
  { metBy: by('Pennyfarthing'), state: 'unknown', verdict: 'unknown', relied: ['Pennyfarthing'] },
  { metBy: by('Copperbeech'), state: 'held', verdict: 'unknown', relied: ['Copperbeech'] },
  { metBy: by('Somebody gone'), state: 'held', verdict: 'unknown', relied: ['Somebody gone'] },
  {
    metBy: { kind: 'combined', organisationIds: ['Roundhouse', 'Pennyfarthing'] },
    state: 'held',
    verdict: 'pass',
    relied: ['Pennyfarthing'],
  },
  { metBy: { kind: 'combined', organisationIds: [] }, state: 'held', verdict: 'unknown', relied: [] },
  { metBy: { kind: 'guarantor', organisationId: 'Bank' }, state: 'held', verdict: 'pass', relied: [] },
  { metBy: { kind: 'unknown' }, state: 'held', verdict: 'unknown', relied: [] },
  { metBy: { kind: 'notMet' }, state: 'held', verdict: 'fail', relied: [] },
] as const)('a condition met by $metBy, $state: $verdict, relying on $relied', ({ metBy, state, verdict, relied }) => {
  expect(conditionVerdict(condition(metBy, state), bid)).toBe(verdict);
  expect(reliedUpon(condition(metBy, state), { ...input, bid })).toEqual(relied);
});
