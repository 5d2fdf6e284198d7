/** What the cells of one row give, beside the texts that make up its own. */
export interface TakenCells {
  readonly texts: string[];
  /** What was not taken, for people. */
  readonly remark: () => string;
  /**
   * What a cell gives, if no earlier column of the row gave something else: `read` is `null` where it was not understood.
   * What is not taken stays in the text and is told, so that no column erases another.
   */
  readonly take: <T extends string | number | boolean | object>(
    known: T | null,
    cell: string,
    read: T | null,
    what: string,
  ) => T | null;
}

export function takenCells(): TakenCells {
  const texts: string[] = [];
  const remarks: string[] = [];
  return {
    texts,
    remark: () => remarks.join('. '),
    take: (known, cell, read, what) => {
      if (read !== null && (known === null || JSON.stringify(known) === JSON.stringify(read))) return read;
      texts.push(cell);
      remarks.push(`“${cell}” is ${read === null ? 'no' : 'a second'} ${what} and stays in the text`);
      return known;
    },
  };
}
