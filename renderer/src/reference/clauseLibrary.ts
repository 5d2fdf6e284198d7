import { type ClauseLibrary, readClauseLibrary } from '../../../shared/domain/agreement/clauseLibrary.ts';
import text from '../../../resources/clauses/consortium-agreement.txt?raw';

/** The clauses that Muster ships. */
export const clauseLibrary: ClauseLibrary = read();

function read(): ClauseLibrary {
  const library = readClauseLibrary(text);
  if (!library.ok) throw new Error(`consortium-agreement.txt, line ${library.error.line}: ${library.error.sentence}`);
  return library.value;
}
