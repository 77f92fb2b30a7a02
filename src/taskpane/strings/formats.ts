/** Sizes and dates in one language. */
export interface Formats {
  /** Decimal units: 1 kB is 1,000 bytes, as the abbreviation says. Empty for what is no size. */
  readonly size: (bytes: number | null) => string;
  /**
   * "2 hours ago", "yesterday" within a week, then the date. Empty for no date.
   * @param iso ISO 8601
   * @param now milliseconds since 1970
   */
  readonly changed: (iso: string | null, now: number) => string;
  /** Date and time in full, in the time zone of this machine. Empty for no date. @param iso ISO 8601 */
  readonly moment: (iso: string | null) => string;
  readonly number: (value: number) => string;
  /** Makes what rows of files are formatted with, which otherwise the first of them waits for. */
  readonly prepare: () => void;
}

const SIZE_UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface FormatOptions {
  /** BCP 47, well-formed. */
  readonly locale: string;
}

export function createFormats({ locale }: FormatOptions): Formats {
  const number = once(() => new Intl.NumberFormat(locale));
  const bytesFormat = once(
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
  );
  const sizeFormats = SIZE_UNITS.map((unit) =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: 'short',
          maximumFractionDigits: 1,
        }),
    ),
  );
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const moment = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

  return {
    number: (value) => number().format(value),
    size(bytes) {
      if (bytes === null || !Number.isFinite(bytes) || bytes < 0) return '';
      let value = bytes;
      let unit = -1;
      // 999.96 kB would be shown as 1,000 kB: what rounds up to the next unit is shown in it.
      while ((unit < 0 ? value : Math.round(value * 10) / 10) >= 1000 && unit < SIZE_UNITS.length - 1) {
        value /= 1000;
        unit += 1;
      }
      return (sizeFormats[unit] ?? bytesFormat)().format(value);
    },
    changed(iso, now) {
      const time = Date.parse(iso ?? '');
      if (Number.isNaN(time)) return '';
      const age = now - time;
      // A clock that is a little behind makes files "changed in the future".
      if (age < -MINUTE || age >= 7 * DAY) return day().format(time);
      if (age < HOUR) return relative().format(-Math.max(0, Math.floor(age / MINUTE)), 'minute');
      if (age < DAY) return relative().format(-Math.floor(age / HOUR), 'hour');
      return relative().format(-daysBetween(time, now), 'day');
    },
    moment(iso) {
      const time = Date.parse(iso ?? '');
      return Number.isNaN(time) ? '' : moment().format(time);
    },
    prepare() {
      for (const format of [...sizeFormats.slice(0, 2), day, moment, relative]) format();
    },
  };
}

/** A format takes a millisecond to make on a slow machine, and a start needs few of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Nights between the two, not spans of 24 hours: Saturday evening is not "yesterday" on Monday morning. */
function daysBetween(earlier: number, later: number): number {
  // Rounded, because a day on which the clocks change is an hour shorter or longer.
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
