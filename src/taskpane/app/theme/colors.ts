/** Relative luminance (0 to 1) and contrast (1 to 21) as WCAG 2.2 defines them, for colours written as #rrggbb. */

/** @returns undefined when it is written in another way */
export function luminance(color: string | undefined): number | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color?.trim() ?? '')?.slice(1);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** White is easier to read on it than black. */
export function isDark(color: string | undefined): boolean | undefined {
  const light = luminance(color);
  return light === undefined ? undefined : light < 0.18;
}

/** 1, which nothing can be read with, when a colour is not known. */
export function contrast(one: string | undefined, other: string | undefined): number {
  const [first, second] = [luminance(one), luminance(other)];
  if (first === undefined || second === undefined) return 1;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/**
 * @param lies colours that lie on the ground, each with the least contrast
 * @returns the ground if all of them can be read; undefined: the theme's own
 */
export function groundFor(
  ground: string | undefined,
  lies: readonly (readonly [color: string, least: number])[],
): string | undefined {
  return lies.every(([color, least]) => contrast(ground, color) >= least) ? ground : undefined;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
