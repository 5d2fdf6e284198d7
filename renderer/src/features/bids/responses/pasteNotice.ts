import { entryLimits } from '../../../../../shared/domain/basics/entryLimits.ts';
import type { PasteLosses } from '../../../../../shared/interchange/pastedHtml/leftOut.ts';
import { counted } from '../../../ui/counted.ts';

/** What a paste left out and what it changed, each as a sentence; nothing where all came in as it was. */
export function pasteNotice(losses: PasteLosses): readonly string[] {
  const { comments, deleted, hidden, pictures, embedded, links, lifted, quotations, tables } = losses;
  return [
    ...say(comments, () => `${counted(comments, 'comment')} ${were(comments)} left out.`),
    ...say(deleted, () => `${counted(deleted, 'deleted or struck-out passage')} ${were(deleted)} left out.`),
    ...say(hidden, () => `${counted(hidden, 'piece')} of hidden text ${were(hidden)} left out.`),
    ...say(pictures, () => {
      const them = pictures === 1 ? 'it' : 'them';
      return `${counted(pictures, 'picture')} ${were(pictures)} left out: send ${them} as an attachment and describe ${them} in words.`;
    }),
    ...say(embedded, () => `${counted(embedded, 'embedded object')} ${were(embedded)} left out.`),
    ...say(links, () => `${counted(links, 'link')} to no web page or mailbox became plain words.`),
    ...say(tables, () => `${counted(tables, 'table')} became lines: tables cannot stand in lists or other tables.`),
    ...say(quotations, () => `${counted(quotations, 'quotation')} became plain paragraphs.`),
    ...say(
      lifted,
      () => `${counted(lifted, 'item')} of lists deeper than ${levels} levels moved up to level ${levels}.`,
    ),
  ];
}

const levels = entryLimits.listDepth;

function say(count: number, sentence: () => string): readonly string[] {
  return count === 0 ? [] : [sentence()];
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}
