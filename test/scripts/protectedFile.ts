import { readFileSync, writeFileSync } from 'node:fs';
import { protect } from '../../shared/workspace/passphrase.ts';

/** Writes the file that ageFixtures.py has the reference implementation of age read. */
const fixtures = new URL('../fixtures/', import.meta.url);
const file = await protect(readFileSync(new URL('workspaces/v2.muster', fixtures)), 'kestrel row at ash vale – 中文');
writeFileSync(new URL('protected/by-muster.muster', fixtures), file);
