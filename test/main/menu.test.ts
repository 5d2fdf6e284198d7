import { expect, test } from 'vitest';
import { menuTemplate, nextZoom } from '../../electron/main/menu.ts';

function sevenSteps(start: number, direction: 'in' | 'out'): readonly number[] {
  const steps = [start];
  for (let n = 0; n < 7; n++) steps.push(nextZoom(steps.at(-1) ?? 1, direction));
  return steps;
}

test('zooming goes up to 200 % and back to 100 %, and stays there', () => {
  expect(sevenSteps(1, 'in')).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2, 2]);
  expect(sevenSteps(2, 'out')).toEqual([2, 1.75, 1.5, 1.25, 1.1, 1, 1, 1]);
});

test.each([
  [1.0999999, 'in', 1.25],
  [1.2500001, 'out', 1.1],
  [0.5, 'in', 1],
  [0.5, 'out', 1],
  [3, 'out', 2],
] as const)('from %d it goes %s to %d, whatever Chromium remembered', (current, direction, next) => {
  expect(nextZoom(current, direction)).toBe(next);
});

const facts = { isMac: false, isPackaged: true, page: () => undefined };

test('the developer tools are in the menu only while Muster is being developed', () => {
  expect(JSON.stringify(menuTemplate(facts))).not.toContain('toggleDevTools');
  expect(JSON.stringify(menuTemplate({ ...facts, isPackaged: false }))).toContain('toggleDevTools');
});

test('the menu has no way to leave or reload the page', () => {
  expect(JSON.stringify(menuTemplate(facts))).not.toMatch(/reload|help|recentDocuments/i);
});
