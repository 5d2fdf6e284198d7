import { tzOffset } from '@date-fns/tz';

/** The zone of UK buyers. */
export const london = 'Europe/London';

/** How often a zone's clock shows a local time: once; twice as summer time ends; never as it begins. */
export type Shown = 'once' | 'twice' | 'never';

const day = 86_400_000;
const minute = 60_000;

/**
 * The instant (UTC ISO) at which the clock of a zone shows `local` (`YYYY-MM-DDTHH:mm[:ss[.sss]]`). Of an hour shown twice the
 * first is taken. A time that is skipped is read by the clock before the change, so that 01:30 becomes 02:30 summer time.
 */
export function instantAt(local: string, zone: string): { readonly at: string; readonly shown: Shown } {
  const asUtc = Date.parse(`${local}Z`);
  const before = tzOffset(zone, new Date(asUtc - day)) * minute;
  const after = tzOffset(zone, new Date(asUtc + day)) * minute;
  const fits = [...new Set([before, after])].filter(
    (offset) => tzOffset(zone, new Date(asUtc - offset)) * minute === offset,
  );
  const shown = fits.length === 0 ? 'never' : fits.length === 1 ? 'once' : 'twice';
  const offset = fits.length === 0 ? before : Math.max(...fits);
  return { at: new Date(asUtc - offset).toISOString(), shown };
}

/** The local date and time in a zone at an instant, as `YYYY-MM-DDTHH:mm:ss`. */
export function clockAt(at: string, zone: string): string {
  const instant = new Date(at);
  return new Date(instant.getTime() + tzOffset(zone, instant) * minute).toISOString().slice(0, 19);
}

/** The place a zone is named after, for reading: `London`, `Isle of Man`. */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
