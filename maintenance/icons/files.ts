import { colorIcon, outlineIcon } from './drawing.ts';
import type { Picture } from './png.ts';

/**
 * Ribbon buttons require 16, 32 and 80, and use 20 to 64 on other screen densities. Task pane add-ins use 32 and 64, mail
 * add-ins 64 and 128, and buttons on phones 25, 32 and 48 (Microsoft's pages on Icon, IconUrl and HighResolutionIconUrl). 96 is the favicon for high-density
 * screens.
 */
export const ICON_SIZES = [16, 20, 24, 25, 32, 40, 48, 64, 80, 96, 128] as const;

export interface IconFile {
  /** Name within assets/icons. */
  readonly name: string;
  readonly draw: () => Picture;
}

export const iconFiles: readonly IconFile[] = [
  ...ICON_SIZES.map((size) => ({ name: `icon-${size}.png`, draw: () => colorIcon(size) })),
  // The unified manifest requires exactly these two sizes (schema, icons.outline and icons.color).
  { name: 'outline-32.png', draw: () => outlineIcon(32) },
  { name: 'color-192.png', draw: () => colorIcon(192) },
];
