import type { BrowserContext } from '@playwright/test';

declare global {
  interface Window {
    readonly reportViolation: (text: string) => void;
  }
}

export interface Violations {
  readonly seen: readonly string[];
  /** Hands over what was seen so far, for a test that breaks the policy on purpose. */
  take(): readonly string[];
  assertNone(): void;
}

/** Collects what the pages of `context` do against their content security policy. */
export async function watchViolations(context: BrowserContext): Promise<Violations> {
  const seen: string[] = [];
  await context.exposeBinding('reportViolation', (_, violation: string) => void seen.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      window.reportViolation(`${effectiveDirective}: ${blockedURI} (${sourceFile})`);
    });
  });
  return {
    seen,
    take: () => seen.splice(0),
    assertNone() {
      if (seen.length > 0) throw new Error(`The content security policy was violated:\n${seen.join('\n')}`);
    },
  };
}
