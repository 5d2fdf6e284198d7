// Fetched apart from whatever else names them: no start needs the shapes of all rows, and the first command may.
export { checkEntry } from '../../../shared/rows/checkEntry.ts';
