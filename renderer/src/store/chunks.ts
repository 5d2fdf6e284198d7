import type { MusterDatabase } from './db.ts';

const chunk = 200;

/** The rows of a table, each chunk in a transaction of its own, so that no command has to wait until all are read. */
export async function* chunksOf<Row>(db: MusterDatabase, table: string): AsyncGenerator<readonly Row[]> {
  const keys = await db.table(table).toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += chunk) {
    const rows: readonly (Row | undefined)[] = await db.table(table).bulkGet(keys.slice(at, at + chunk));
    yield rows.filter((row) => row !== undefined);
  }
}
