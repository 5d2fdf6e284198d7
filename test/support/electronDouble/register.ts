import { register } from 'node:module';

// Loaded with `node --import`, before the main process: from then on `import 'electron'` is the double.
const double = new URL('./electron.ts', import.meta.url).href;
const hooks = `export const resolve = (specifier, context, next) =>
  next(specifier === 'electron' ? ${JSON.stringify(double)} : specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
