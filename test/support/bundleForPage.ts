import { fileURLToPath } from 'node:url';

interface ForPage {
  readonly script: string;
  /** The workers that the script starts, by the path under which it asks for them. */
  readonly workers: ReadonlyMap<string, string>;
}

/** Bundles a module, by its path in the project, into a script that leaves what it exports in the variable `name`. */
export async function bundleForPage(entry: string, name: string): Promise<ForPage> {
  // Loaded when it is needed: it takes a second, and most processes that import this module never build.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(`../../${entry}`, import.meta.url)), formats: ['iife'], name },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error(`${entry} was not bundled`);
  const [script, ...others] = first.output;
  const workers = others.map(
    (file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)] as const,
  );
  // A script without a module has no address of its own, from which it would name its workers.
  return { script: script.code.replaceAll('"" + {}.url', 'document.baseURI'), workers: new Map(workers) };
}
