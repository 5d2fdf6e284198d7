import { readFileSync } from 'node:fs';

/**
 * The most memory a process has held so far, in KiB, as Linux counts it; `null` elsewhere, and for one that has ended.
 * What `process.resourceUsage` says begins with what the parent held.
 */
export function peakMemory(pid: number | 'self'): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak);
  } catch {
    return null;
  }
}
