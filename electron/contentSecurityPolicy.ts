/**
 * The one content security policy of Muster, for both shells. It goes on every answer and not on the document alone,
 * because a worker is bound by the policy that came with its own script.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // Solvers and search indexes are WebAssembly; this allows compiling it and, unlike 'unsafe-eval', nothing else.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    // Mantine writes style elements at run time; they carry the nonce of the document.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
