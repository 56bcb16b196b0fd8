import { wallAt } from '../time-zone.ts';

const day = 86_400_000;

function offsetText(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  const digits = [Math.floor(minutes / 60), minutes % 60].map((each) => String(each).padStart(2, '0'));
  return `${milliseconds < 0 ? '-' : '+'}${digits.join(':')}`;
}

/** Whether the clock shows the time twice, because it is set back within a day. */
function isTwice(instant: number, wall: number, timeZone: string): boolean {
  const setBack = wallAt(instant - day, timeZone) - wallAt(instant + day, timeZone) + 2 * day;
  return setBack > 0 && [-setBack, setBack].some((shift) => wallAt(instant + shift, timeZone) === wall);
}

/**
 * An instant as the clock of a zone shows it, without offset: `2024-11-02T14:22:00`, with milliseconds if there are any. A
 * time that the clock shows twice has its offset.
 */
export function localTime(iso: string, timeZone: string): string {
  const instant = Date.parse(iso);
  const wall = wallAt(instant, timeZone);
  const text = new Date(wall)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '');
  return isTwice(instant, wall, timeZone) ? text + offsetText(wall - instant) : text;
}
