import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { plainText } from '../../shared/domain/bid/richText.ts';
import { lengthOf } from '../../shared/domain/bid/wordCount.ts';
import { noLosses } from '../../shared/interchange/pastedHtml/leftOut.ts';
import { readPastedHtml } from '../../shared/interchange/pastedHtml/readPastedHtml.ts';
import { richTextSchema } from '../../shared/rows/richText.ts';
import { outline } from '../support/richOutline.ts';

function lines(html: string): readonly string[] {
  return outline(readPastedHtml(html).content);
}

function losses(html: string): object {
  return Object.fromEntries(Object.entries(readPastedHtml(html).losses).filter(([, count]) => count > 0));
}

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/paste/${name}.html`, import.meta.url), 'utf8');
}

/** A paragraph of a list as Word puts it on the clipboard. */
function wordItem(sign: string, level: number, text: string, list = 'l0', style = ''): string {
  return (
    `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;` +
    `mso-list:${list} level${level} lfo1;${style}'><![if !supportLists]><span style='mso-list:Ignore'>${sign}` +
    `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
  );
}

describe('what people found wrong', () => {
  it('a comment of Word stays out, and so does its mark', () => {
    expect(lines(fixture('word-comment'))).toEqual(['Our price is firm for two years.']);
    expect(losses(fixture('word-comment'))).toEqual({ comments: 1 });
  });

  it('a numbered list of Word is a list, with its level below lettered as there', () => {
    const { content } = readPastedHtml(fixture('word-list'));
    expect(outline(content)).toEqual(['1:1. Survey every tree', '  a:1. in the parks', '1:2. Report to the client']);
    expect(lengthOf({ type: 'doc', content }).words).toBe(10);
  });

  it('bullets of Word are a list, without the bullets as words', () => {
    const { content } = readPastedHtml(fixture('word-bullets'));
    expect(outline(content)).toEqual(['- Mowing', '- Hedges']);
    expect(lengthOf({ type: 'doc', content }).words).toBe(2);
  });

  it('bold, italic and underline given as styles are kept', () => {
    expect(lines(fixture('google-docs-bold'))).toEqual(['We will hold **two**// inspections//__ a year__']);
  });

  it('a list that begins at 3 goes on doing so', () => {
    expect(lines(fixture('list-start-3'))).toEqual(['First steps were above.', '3. Third step', '4. Fourth step']);
  });

  it('a table is a table, and as plain text one line a row with its cells apart', () => {
    const { content } = readPastedHtml(fixture('word-table'));
    expect(outline(content)).toEqual(['| !Role | !Days |', '| Lead / Deputy | 3 |']);
    expect(plainText({ type: 'doc', content }).replaceAll('\t', ' ').split('\n')).toEqual([
      'Role Days',
      'Lead / Deputy 3',
    ]);
    expect(lengthOf({ type: 'doc', content }).words).toBe(5);
  });
});

describe('what must never come in', () => {
  test.each([
    [
      'a tracked change of Word',
      "from <span class=msoDel><del cite='mailto:A%20B' datetime='2026-01-01T10:00'>12</del></span><span class=msoIns><ins>20</ins></span> crews",
      'from 20 crews',
      { deleted: 1 },
    ],
    ['a deletion without a class', 'from <del>12</del><ins>20</ins> crews', 'from 20 crews', { deleted: 1 }],
    [
      'words struck out',
      'from <s>12</s><span style="text-decoration: line-through">13</span> 20 crews',
      'from 20 crews',
      { deleted: 2 },
    ],
    [
      'a deletion of Word for the web',
      'from <span class="TextRun TrackChangeTextDeletion">12</span>20 crews',
      'from 20 crews',
      { deleted: 1 },
    ],
    [
      'hidden text of Word',
      "seen<span style='display:none;mso-hide:all'> our floor is £9</span>",
      'seen',
      { hidden: 1 },
    ],
    [
      'hidden text by a style sheet',
      '<style>span.Secret { mso-hide: all }</style>seen<span class=Secret> floor</span>',
      'seen',
      { hidden: 1 },
    ],
    ['text without size', 'seen<span style="font-size:0"> floor</span>', 'seen', { hidden: 1 }],
    ['invisible text', 'seen<span style="visibility:hidden"> floor</span>', 'seen', { hidden: 1 }],
    ['text hidden by attribute', 'seen<span hidden> floor</span>', 'seen', { hidden: 1 }],
    [
      'a comment of Excel',
      "seen<div style='mso-element:comment-list'><div style='mso-element:comment'>margin 18%</div></div>",
      'seen',
      { comments: 1 },
    ],
    [
      'a comment of Google Docs',
      '<p>seen<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>margin 18%</span></p></div>',
      'seen',
      { comments: 1 },
    ],
    ['a comment in the source', 'seen<!-- margin 18% -->', 'seen', {}],
    [
      'what Word keeps in its conditional comments',
      'seen<!--[if gte mso 9]><xml>margin</xml><![endif]--><xml>margin</xml>',
      'seen',
      {},
    ],
    ['scripts and styles', '<style>p { color: red }</style><script>margin()</script>seen', 'seen', {}],
    ['what was not copied', '<p>margin</p><!--StartFragment--><p>seen</p><!--EndFragment--><p>margin</p>', 'seen', {}],
  ])('%s', (_, html, seen, left) => {
    expect(lines(html)).toEqual([seen]);
    expect(losses(html)).toEqual(left);
  });

  it('text with a size of its own inside text without is seen', () => {
    expect(lines('<div style="font-size:0"><p style="font-size:12pt">seen</p></div>')).toEqual(['seen']);
  });

  it('a deletion that takes whole paragraphs and rows', () => {
    const html =
      "<del><p>old</p></del><table><tr style='display:none'><td>old</td></tr><tr><td>a</td><td>b</td></tr></table>";
    expect(lines(html)).toEqual(['| a | b |']);
  });

  it('columns that a sheet hides', () => {
    const html = '<table><col><col style="display:none"><col><tr><td>a</td><td>floor</td><td>c</td></tr></table>';
    expect(lines(html)).toEqual(['| a | c |']);
  });
});

/** An item as Word for the web writes it. */
const web = (level: number, text: string, start = 1) =>
  `<div class="ListContainerWrapper"><ol start="${start}"><li data-listid="4" data-aria-level="${level}"><p>${text}</p></li></ol></div>`;

const deep = (levels: number) => '<ul><li>x'.repeat(levels) + '</li></ul>'.repeat(levels);

describe('lists', () => {
  it('of Word nest, and a list that was interrupted goes on with its number', () => {
    const html = [
      wordItem('1.', 1, 'one'),
      wordItem('a)', 2, 'one a'),
      wordItem('b)', 2, 'one b'),
      wordItem('(i)', 3, 'deep'),
      '<p class=MsoNormal>Between.</p>',
      wordItem('2.', 1, 'two'),
    ];
    expect(lines(html.join(''))).toEqual([
      '1:1. one',
      '  a:1. one a',
      '  a:2. one b',
      '    i:1. deep',
      'Between.',
      '1:2. two',
    ]);
  });

  it('keep the second paragraph of a bullet in its bullet', () => {
    const second = "<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt'>still one</p>";
    expect(lines(wordItem('·', 1, 'one') + second + wordItem('·', 1, 'two'))).toEqual([
      '- one',
      '  still one',
      '- two',
    ]);
    expect(lines('<ul><li><p>one</p><p>still one</p></li><li>two</li></ul>')).toEqual([
      '- one',
      '  still one',
      '- two',
    ]);
    const ofInner = '<p class=MsoListContinue2>still inner</p>';
    expect(lines(wordItem('·', 1, 'one') + wordItem('o', 2, 'inner') + ofInner)).toEqual([
      '- one',
      '  - inner',
      '    still inner',
    ]);
    expect(lines(`${wordItem('·', 1, 'one')}<p class=MsoNormal>after</p>`)).toEqual(['- one', 'after']);
  });

  test.each([
    ['iv.', 'i:4. x'],
    ['C.', 'A:3. x'],
    ['(c)', 'a:3. x'],
    ['II)', 'I:2. x'],
    ['2.3', '1:3. x'],
    ['12)', '1:12. x'],
    ['v', '- x'],
    ['§', '- x'],
    ['Ø', '- x'],
    ['-', '- x'],
  ])('know what a sign such as %s counts as', (sign, line) => {
    expect(lines(wordItem(sign, 1, 'x'))).toEqual([line]);
  });

  it('two lists of Word side by side stay two', () => {
    expect(lines(wordItem('1.', 1, 'a') + wordItem('1.', 1, 'b', 'l1'))).toEqual(['1:1. a', '1:1. b']);
  });

  it('of Google Docs, of Word for the web and of pages, with their kinds', () => {
    expect(
      lines('<ul><li aria-level="1"><p>a</p></li><ul><li aria-level="2"><p>b</p></li></ul><li><p>c</p></li></ul>'),
    ).toEqual(['- a', '  - b', '- c']);
    expect(lines(web(1, 'a') + web(2, 'b') + web(1, 'c', 2))).toEqual(['1:1. a', '  1:1. b', '1:2. c']);
    expect(
      lines('<ol type="a" start="2"><li>b<ol style="list-style-type:upper-roman"><li>I</li></ol></li></ol>'),
    ).toEqual(['a:2. b', '  I:1. I']);
  });

  it('deeper than 8 levels are brought up to the eighth, with every word', () => {
    expect(losses(deep(8))).toEqual({});
    const { content, losses: left } = readPastedHtml(deep(700));
    expect(Math.max(...outline(content).map((line) => line.search(/\S/) / 2))).toBe(7);
    expect(plainText({ type: 'doc', content }).split('\n')).toEqual(Array.from({ length: 700 }, () => 'x'));
    expect(left.lifted).toBeGreaterThan(0);
  });
});

describe('text', () => {
  test.each([
    [
      'superscript and subscript',
      '10<sup>3</sup> t CO<sub>2</sub>, 5 m<span style="vertical-align:super">2</span>',
      '10^{3} t CO_{2}, 5 m^{2}',
    ],
    ['bold by a class of Excel', '<style>.font5 { font-weight: 700 }</style>a<font class="font5">b</font>', 'a**b**'],
    ['normal text within bold', '<b>a<span style="font-weight:normal">b</span></b>', '**a**b'],
    [
      'links, by safe addresses',
      '<a href="https://a.example/x">a</a> <a href="mailto:b@c.example">b</a>',
      '[a](https://a.example/x) [b](mailto:b@c.example)',
    ],
    ['line ends of the source as spaces', 'one\n  two', 'one two'],
    ['line breaks', 'one<br>two<br>', 'one⏎two'],
    ['words of elements that are not known', '<main><o:x>a</o:x><code>b</code></main>', 'ab'],
    ['a picture that is a letter', 'go <img class="emoji" alt="🌳" src="x">', 'go 🌳'],
  ])('keeps %s', (_, html, line) => {
    expect(lines(html)).toEqual([line]);
  });

  it('blank lines part paragraphs and are none themselves', () => {
    expect(lines('a<br><br>b')).toEqual(['a', 'b']);
    expect(lines('<p>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><br><p>b</p>')).toEqual(['a', 'b']);
  });

  it('headings keep their level and the number of a numbered one', () => {
    expect(lines("<h1>a</h1><h4><b>b</b></h4><p class=MsoTitle>c</p><p style='mso-outline-level:2'>d</p>")).toEqual([
      '# a',
      '### b',
      '# c',
      '## d',
    ]);
    const numbered =
      "<h2 style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.2<span>&nbsp; </span></span>Method</h2>";
    expect(lines(numbered)).toEqual(['## 1.2 Method']);
  });

  it('notes at the foot of a text of Word come in, though they stand behind what was copied', () => {
    const html =
      "<!--StartFragment--><p>Fact<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a>.</p><!--EndFragment--><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href='#_ftnref1'>[1]</a> Source.</p></div></div><div style='mso-element:comment-list'><div style='mso-element:comment'>secret</div></div>";
    expect(lines(html)).toEqual(['Fact[1].', '[1] Source.']);
    expect(losses(html)).toEqual({ comments: 1 });
  });

  it('says what it leaves out or changes', () => {
    const html =
      '<img src=a><img src=b width=1 height=1><p><a href="file:///c:/x">x</a></p><blockquote>q</blockquote><iframe></iframe>';
    expect(losses(html)).toEqual({ pictures: 1, links: 1, quotations: 1, embedded: 1 });
    expect(lines(html)).toEqual(['x', 'q']);
  });
});

describe('tables', () => {
  it('of Excel, with cells that reach over others, cover the same columns in every row', () => {
    const html =
      '<table><!--StartFragment--><tr><td colspan=2>Lots</td><td>Sum</td></tr><tr><td rowspan=2>North</td><td>1</td></tr><tr><td>2</td><td>3</td></tr><!--EndFragment--></table>';
    expect(lines(html)).toEqual(['| 2x1 !Lots | !Sum |', '| 1x2 North | 1 |  |', '| 2 | 3 |']);
  });

  it('keep lists in their cells, and become lines within lists and other tables', () => {
    expect(lines('<table><tr><td><ul><li>a</li></ul></td><td>b</td></tr></table>')).toEqual(['| - a | b |']);
    const inner = '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><p>d</p><p>e</p></td></tr></table>';
    expect(lines(`<ul><li>x${inner}</li></ul>`)).toEqual(['- x', '  a; b', '  c; d / e']);
    expect(losses(`<table><tr><td>x${inner}</td><td>y</td></tr></table>`)).toEqual({ tables: 1 });
  });

  it('wider than Word can hold become lines', () => {
    const wide = `<table><tr>${'<td>a</td>'.repeat(64)}</tr></table>`;
    expect(lines(wide)).toEqual([Array.from({ length: 64 }, () => 'a').join('; ')]);
    expect(losses('<table><tr><td colspan=1000000>a</td><td>b</td></tr></table>')).toEqual({ tables: 1 });
  });

  it('that are only a frame are none', () => {
    expect(lines('<table><tr><td><p>a</p><p>b</p></td></tr></table>')).toEqual(['a', 'b']);
  });
});

describe('whatever is pasted', () => {
  test.each([
    ['', []],
    ['<', ['<']],
    ['</p></table><li>a', ['a']],
    ['<p>a<p>b<table><tr><td>c', ['a', 'b', 'c']],
    ['<div>'.repeat(5_000) + 'a', ['a']],
    ['<!--StartFragment-->', []],
    ['<p style="x:;;:y;mso-list:lx levelz">a</p>', ['a']],
    ['<table><tr></tr></table>a', ['a']],
  ])('is read: %.20s', (html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  it('gives what can be stored', () => {
    for (const name of ['word-list', 'word-table', 'google-docs-bold', 'list-start-3']) {
      const { content } = readPastedHtml(fixture(name));
      expect(richTextSchema.parse({ type: 'doc', content })).toEqual({ type: 'doc', content });
    }
  });

  it('loses nothing that is not named', () => {
    expect(readPastedHtml('<p>a</p>').losses).toEqual(noLosses);
  });
});
