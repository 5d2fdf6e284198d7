import { expect, it } from 'vitest';
import { shareLoss } from '../../shared/domain/bid/liability.ts';

const shares = [
  { organisationId: 'Kestrel', basisPoints: 5000 },
  { organisationId: 'Hollowell', basisPoints: 3000 },
  { organisationId: 'Brindle', basisPoints: 2000 },
];
const all = (organisationId: string, basisPoints = 10_000) => [{ organisationId, basisPoints }];

it.each([
  { case: "nobody's fault", circumstances: {}, pounds: [30_000, 18_000, 12_000] },
  { case: "nobody's fault, Brindle insolvent", circumstances: { insolvent: ['Brindle'] }, pounds: [37_500, 22_500, 0] },
  { case: 'caused wholly by Brindle', circumstances: { caused: all('Brindle') }, pounds: [0, 0, 60_000] },
  {
    case: 'caused wholly by Brindle, which is insolvent',
    circumstances: { caused: all('Brindle'), insolvent: ['Brindle'] },
    pounds: [37_500, 22_500, 0],
  },
  {
    case: 'half caused by Hollowell',
    circumstances: { caused: all('Hollowell', 5000) },
    pounds: [15_000, 39_000, 6_000],
  },
])('a loss of £60,000, $case, is borne as the shares say', ({ circumstances, pounds }) => {
  const { burdens, uncovered } = shareLoss(6_000_000, shares, circumstances);
  expect(uncovered).toBe(0);
  expect(burdens.map(({ amount }) => amount / 100)).toEqual(pounds);
});

it('bears every penny of a loss that does not divide', () => {
  const { burdens } = shareLoss(100_01, shares, { insolvent: ['Hollowell'] });
  expect(burdens.reduce((sum, { amount }) => sum + amount, 0)).toBe(100_01);
});

it('shows a loss as uncovered where all who share it are insolvent, and never as borne by nobody', () => {
  const insolvent = ['Kestrel', 'Hollowell', 'Brindle'];
  const { burdens, uncovered } = shareLoss(6_000_000, shares, { insolvent });
  expect(burdens.map(({ amount }) => amount)).toEqual([0, 0, 0]);
  expect(uncovered).toBe(6_000_000);
});

it('falls in equal parts on members without a share where all others are insolvent', () => {
  const withHelper = [...shares, { organisationId: 'Larkhill', basisPoints: 0 }];
  const insolvent = ['Kestrel', 'Hollowell', 'Brindle'];
  const { burdens, uncovered } = shareLoss(6_000_000, withHelper, { insolvent });
  expect(burdens.map(({ amount }) => amount)).toEqual([0, 0, 0, 6_000_000]);
  expect(uncovered).toBe(0);
});
