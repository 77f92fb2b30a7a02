import { colorIcon, outlineIcon } from './drawing.ts';
import type { Picture } from './png.ts';

/**
 * 16, 32 and 80 are owed for a ribbon button, 20 to 64 are taken for other screen densities; 32 and 64 are the
 * icons of a task pane add-in, 64 and 128 those of one for Outlook (Microsoft's pages on Icon, IconUrl and
 * HighResolutionIconUrl); 96 serves as the favicon of a high-density screen.
 */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128] as const;

export interface IconFile {
  /** Name within assets/icons. */
  readonly name: string;
  readonly draw: () => Picture;
}

export const iconFiles: readonly IconFile[] = [
  ...ICON_SIZES.map((size) => ({ name: `icon-${size}.png`, draw: () => colorIcon(size) })),
  // For a unified manifest: exactly these two sizes (schema, icons.outline and icons.color).
  { name: 'outline-32.png', draw: () => outlineIcon(32) },
  { name: 'color-192.png', draw: () => colorIcon(192) },
];
