const formats = new Map<string, Intl.DateTimeFormat>();
const day = 86_400_000;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const times = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...digits, ...times });
  formats.set(timeZone, format);
  return format;
}

export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** The time that the clock of a zone shows at an instant, in milliseconds as if it were UTC. */
function wallAt(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const seconds = Date.UTC(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  );
  return seconds + (((instant % 1_000) + 1_000) % 1_000);
}

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
