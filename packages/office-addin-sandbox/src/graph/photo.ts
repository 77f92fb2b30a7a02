import { png, type Color } from './png.ts';

const background: Color = [201, 223, 214];
const skin: Color = [236, 190, 160];
const hair: Color = [122, 62, 40];
const clothes: Color = [31, 111, 92];

/** Returns a drawn portrait as PNG. @param size width and height in pixels */
export function portrait(size: number): Buffer {
  return png(size, (column, row) => {
    const x = (column + 0.5) / size - 0.5;
    const y = (row + 0.5) / size;
    if (within(x, y - 0.43, 0.15, 0.19)) return skin;
    if (within(x, y - 0.4, 0.21, 0.26) && y < 0.62) return hair;
    if (within(x, y - 1.02, 0.36, 0.36)) return clothes;
    return background;
  });
}

function within(x: number, y: number, width: number, height: number): boolean {
  return (x / width) ** 2 + (y / height) ** 2 <= 1;
}

/** Sizes that Graph supports (`profilePhoto`), in pixels. */
export const PHOTO_SIZES = [48, 64, 96, 120, 240, 360, 432, 504, 648];
