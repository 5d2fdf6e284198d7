/**
 * What may enter a workspace. Whatever reads rows (window, worker, command line) manages more than these, so that a row
 * that was once accepted can always be read again. Lists and quotations beyond their depth are flattened on entry and the
 * person is told; a command refuses whatever else is beyond a limit, with the reason.
 */
export const entryLimits = {
  /** Lists within lists of a formatted text. */
  listDepth: 8,
  /** Quotations within quotations of a formatted text. */
  quotationDepth: 4,
  /** Objects and lists within each other in a stored row. A formatted text at its own limits has some 60 of them. */
  rowDepth: 100,
  /**
   * The characters of one row, as JSON without its escapes. JSON writes six for the worst of them, and an engine holds
   * some 536 million in one text: an entry of the history at its own limit stays below that.
   */
  rowCharacters: 32 * 2 ** 20,
  /** The characters of one history entry, which holds a changed row twice and a mass change whole. */
  entryCharacters: 80 * 2 ** 20,
} as const;
