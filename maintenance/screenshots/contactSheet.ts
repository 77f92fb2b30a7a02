import sharp from 'sharp';

const GAP = 16;
const GROUND = '#8a8886';

/** Combines several pictures into one, next to each other. */
export async function contactSheet(pictures: readonly string[], path: string): Promise<void> {
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  let left = GAP;
  const placed = pictures.map((input, index) => {
    const at = { input, left, top: GAP };
    left += (sizes[index]?.width ?? 0) + GAP;
    return at;
  });
  const height = 2 * GAP + Math.max(...sizes.map((size) => size.height));
  await sharp({ create: { width: left, height, channels: 3, background: GROUND } })
    .composite(placed)
    .png()
    .toFile(path);
}
