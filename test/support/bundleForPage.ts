import { fileURLToPath } from 'node:url';

/** Bundles a module, by its path in the project, into a script that leaves what it exports in the variable `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  // Loaded when it is needed: it takes a second, and most processes that import this module never build.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(`../../${entry}`, import.meta.url)), formats: ['iife'], name },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error(`${entry} was not bundled`);
  return first.output[0].code;
}
