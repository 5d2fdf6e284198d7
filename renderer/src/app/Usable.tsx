import { useEffect } from 'react';

const mark = 'muster-usable';

/** Marks, for measuring, the moment when the first usable screen has been painted. Renders nothing. */
export function Usable() {
  useEffect(() => {
    if (performance.getEntriesByName(mark).length > 0) return undefined;
    // A timer set inside a frame runs after that frame was painted.
    const frame = requestAnimationFrame(() => setTimeout(() => performance.mark(mark)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}
