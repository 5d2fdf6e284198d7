import { startTransition, useEffect, useState } from 'react';

/**
 * False while a page is painted first, true from then on: for what is worth showing but not worth waiting for. As a
 * transition, so that what is fetched for it comes as soon as it is there, without a gap that says so first.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setIsPainted(true))));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
