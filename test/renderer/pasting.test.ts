import { describe, expect, test } from 'vitest';
import { pasteNotice } from '../../renderer/src/features/bids/responses/pasteNotice.ts';
import { mostCharacters, readClipboard } from '../../renderer/src/workers/pasteJobs.ts';
import { noLosses } from '../../shared/interchange/pastedHtml/leftOut.ts';
import { outline } from '../support/richOutline.ts';

describe('what is on a clipboard', () => {
  test('is read from its HTML, else line by line from its text', () => {
    const { pasted } = readClipboard({ html: '', text: 'one\r\n\r\n\ttwo  three\u2028four' });
    expect(outline(pasted.content)).toEqual(['one', ' two three', 'four']);
    expect(outline(readClipboard({ html: '<b>one</b>', text: 'one' }).pasted.content)).toEqual(['**one**']);
  });

  test('comes in up to a limit, and beyond it not at all, with its size', () => {
    expect(readClipboard({ html: '', text: 'x'.repeat(mostCharacters) }).excess).toBeNull();
    const { pasted, excess } = readClipboard({ html: '', text: 'x'.repeat(mostCharacters + 1) });
    expect(excess).toEqual({ characters: mostCharacters + 1, paragraphs: 1 });
    expect(pasted.content).toEqual([]);
  });
});

test('what was left out of a paste is named, and nothing is said where all came in', () => {
  expect(pasteNotice(noLosses)).toEqual([]);
  expect(pasteNotice({ ...noLosses, comments: 1, deleted: 2, pictures: 3, lifted: 4 })).toEqual([
    '1 comment was left out.',
    '2 deleted or struck-out passages were left out.',
    '3 pictures were left out: send them as an attachment and describe them in words.',
    '4 items of lists deeper than 8 levels moved up to level 8.',
  ]);
});
