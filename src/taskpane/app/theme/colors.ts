/** Relative luminance (0 to 1) and contrast (1 to 21) as defined in WCAG 2.2, for colors in the form #rrggbb. */

/** Returns undefined for a color in another form. */
export function luminance(color: string | undefined): number | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color?.trim() ?? '')?.slice(1);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns whether white text has more contrast on the color than black text; undefined for an unknown color. */
export function isDark(color: string | undefined): boolean | undefined {
  const light = luminance(color);
  return light === undefined ? undefined : light < 0.18;
}

/** Returns 1, the minimum, if a color is unknown. */
export function contrast(one: string | undefined, other: string | undefined): number {
  const [first, second] = [luminance(one), luminance(other)];
  if (first === undefined || second === undefined) return 1;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/**
 * Returns the background if all foreground colors have enough contrast on it, else undefined.
 * @param foregrounds colors with their minimum contrast
 */
export function readableBackground(
  background: string | undefined,
  foregrounds: readonly (readonly [color: string, minContrast: number])[],
): string | undefined {
  const isReadable = foregrounds.every(([color, minContrast]) => contrast(background, color) >= minContrast);
  return isReadable ? background : undefined;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
