// dependency-cruiser asks swc for TypeScript without JSX, and so stops at the first .tsx file. Loaded before it, this
// adds JSX where the name of the file says so.
const swc = require('@swc/core');

const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
