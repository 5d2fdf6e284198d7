/** What a command makes of its work. Results go to stdout, problems to stderr; the exit code says which it was. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Who called: the folder they are in, and the terminal they sit at. */
export interface Caller {
  /** The whole path of a file that they named. */
  readonly resolvePath: (typed: string) => string;
  /** Asks for a passphrase; `null` where there is no terminal, or where they gave up. */
  readonly askPassphrase: (question: string) => Promise<string | null>;
}

/** One thing that `muster` can do. Each has a file of its own in `commands/`. */
export interface Command {
  /** The words that call it, such as `export organisations`. */
  readonly name: string;
  /** What follows the name, for `--help`. */
  readonly synopsis: string;
  readonly summary: string;
  /** `args` is what follows the name. Throws only what `parseArgs` throws at words it does not know. */
  readonly run: (args: readonly string[], caller: Caller) => Promise<Outcome>;
}

/** The work was done. */
export function done(stdout: string): Outcome {
  return { exitCode: 0, stdout };
}

/** The file was refused, or the work failed. */
export function failed(stderr: string): Outcome {
  return { exitCode: 1, stderr: printable(stderr) };
}

/** The file that was named could not be written; what the system says of it may lack its full stop. */
export function notWritten(file: string, detail: string): Outcome {
  return failed(`${file} could not be written: ${detail.replace(/\.?$/, '.')} Nothing was changed.\n`);
}

/** The command was not called as it should be. */
export function misused(stderr: string): Outcome {
  return { exitCode: 2, stderr: printable(`${stderr}\nTry: npm run --silent muster -- --help\n`) };
}

/** Text for a terminal. What a file calls itself may hold control characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD');
}
