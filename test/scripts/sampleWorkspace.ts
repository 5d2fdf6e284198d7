import { writeFileSync } from 'node:fs';
import { sampleFile } from './sampleFile.ts';

writeFileSync(new URL('../../resources/sample.muster', import.meta.url), await sampleFile());
