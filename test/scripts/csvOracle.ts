/** Reads a spreadsheet that Muster writes with Python's csv module and keeps the answer as a fixture: `npx tsx test/scripts/csvOracle.ts`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { organisationsToCsv } from '../../shared/interchange/organisationsCsv.ts';
import { awkwardOrganisations } from '../interchange/awkwardOrganisations.ts';

const folder = new URL('../fixtures/csv/', import.meta.url);
const csv = organisationsToCsv(awkwardOrganisations, '2026-11-30');
const program =
  'import csv, json; print(json.dumps(list(csv.DictReader(open(0, newline="", encoding="utf-8-sig"))), indent=1))';
const python = spawnSync('python3', ['-c', program], { input: csv, encoding: 'utf8' });
if (python.status !== 0) throw new Error(python.stderr);
writeFileSync(new URL('awkward.csv', folder), csv);
writeFileSync(new URL('awkward.read-by-python.json', folder), python.stdout);
