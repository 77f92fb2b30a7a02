/** Sizes and dates in one language. */
export interface Formats {
  /** Returns a size in decimal units: 1 kB is 1,000 bytes. Empty for an invalid size. */
  readonly size: (bytes: number | null) => string;
  /**
   * Returns the age within a week, such as "2 hours ago" or "yesterday", and the date after that. Empty for no date.
   * @param iso ISO 8601
   * @param now milliseconds since 1970
   */
  readonly changed: (iso: string | null, now: number) => string;
  /** Returns date and local time. Empty for no date. @param iso ISO 8601 */
  readonly moment: (iso: string | null) => string;
  readonly number: (value: number) => string;
  /** Creates the formatters for file rows in advance, so that the first row doesn't have to wait for them. */
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
      // A value that rounds to 1,000 moves to the next unit: 999.96 kB is shown as 1 MB.
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
      // If this machine's clock is slow, a file can appear to be changed in the future.
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

/** Creates the value on first use: on a slow machine, an Intl formatter takes a millisecond to create. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Counts calendar days, not 24-hour periods: on Monday morning, Saturday evening is two days ago. */
function daysBetween(earlier: number, later: number): number {
  // Rounded, because a day with a daylight saving change has 23 or 25 hours.
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
