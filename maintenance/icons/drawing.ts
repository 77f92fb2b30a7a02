import type { Picture } from './png.ts';
import { both, edge, grown, polygon, roundedBox, without, type Point, type Shape } from './shapes.ts';

/**
 * Draws the add-in's icon: a file that goes into a document. An arrow enters a sheet with a folded corner, on a rounded
 * tile. An original drawing, not derived from any logo.
 */

type Color = readonly [red: number, green: number, blue: number];
type Paint = (point: Point) => Color;

interface Layer {
  readonly shape: Shape;
  readonly paint: Paint;
}

const WHITE: Color = [255, 255, 255];
const TILE_TOP: Color = [43, 154, 136];
const TILE_BOTTOM: Color = [11, 89, 77];
const FOLD: Color = [160, 217, 204];
const ARROW: Color = [255, 191, 71];

const flat =
  (color: Color): Paint =>
  () =>
    color;
const tilePaint: Paint = ({ x, y }) => mix(TILE_TOP, TILE_BOTTOM, Math.min(1, Math.max(0, (x + 2 * y) / 3)));

/** Draws the color icon, edge to edge on its tile. `size` in pixels. */
export function colorIcon(size: number): Picture {
  const sign = signAt(size);
  return render(size, [
    { shape: roundedBox(0, 0, 1, 1, 0.2), paint: tilePaint },
    { shape: without(sign.sheet, sign.gap), paint: flat(WHITE) },
    { shape: sign.fold, paint: flat(FOLD) },
    { shape: sign.arrow, paint: flat(ARROW) },
  ]);
}

/** Draws white lines on a transparent background, as the unified manifest requires for the outline icon. `size` in pixels. */
export function outlineIcon(size: number): Picture {
  const sign = signAt(size);
  const line = 2 / size;
  return render(size, [
    { shape: without(edge(sign.sheet, line), sign.gap), paint: flat(WHITE) },
    { shape: sign.arrow, paint: flat(WHITE) },
  ]);
}

interface Sign {
  readonly sheet: Shape;
  readonly fold: Shape;
  readonly arrow: Shape;
  /** The arrow with a margin, which is cut out of the sheet. */
  readonly gap: Shape;
}

function signAt(size: number): Sign {
  // Align straight edges with pixels: at 16 pixels a blurred edge is a quarter of the picture.
  const snap = (value: number) => Math.round(value * size) / size;
  const left = snap(0.375);
  const right = snap(0.84);
  const top = snap(0.15);
  const bottom = snap(0.86);
  const ear = snap(0.19);
  const body = polygon(
    { x: left, y: top },
    { x: right - ear, y: top },
    { x: right, y: top + ear },
    { x: right, y: bottom },
    { x: left, y: bottom },
  );
  const fold = polygon(
    { x: right - ear, y: top },
    { x: right, y: top + ear },
    { x: right - ear, y: top + ear },
  );
  const rounding = 0.02;
  const sheet = grown(
    polygon(
      { x: left + rounding, y: top + rounding },
      { x: right - ear - rounding / 2, y: top + rounding },
      { x: right - rounding, y: top + ear + rounding / 2 },
      { x: right - rounding, y: bottom - rounding },
      { x: left + rounding, y: bottom - rounding },
    ),
    rounding,
  );
  const arrow = arrowAt(size, snap);
  return {
    sheet: size < 40 ? body : sheet,
    fold,
    arrow,
    gap: grown(arrow, Math.max(1 / size, 0.045)),
  };
}

function arrowAt(size: number, snap: (value: number) => number): Shape {
  // An even height is symmetric to a pixel line, so that shaft and head align.
  const half = Math.max(1, Math.round(0.055 * size)) / size;
  const middle = snap(0.53);
  const tail = snap(0.13);
  const neck = snap(0.45);
  const tip = snap(0.66);
  const spread = tip - neck;
  const round = size < 40 ? 0 : 0.018;
  const shaft = roundedBox(tail, middle - half, neck + round, middle + half, round);
  const head = grown(
    polygon(
      { x: neck + round, y: middle - spread + 2 * round },
      { x: tip - 1.5 * round, y: middle },
      { x: neck + round, y: middle + spread - 2 * round },
    ),
    round,
  );
  return both(shaft, head);
}

/** Paints the layers on top of each other. Edges are one pixel wide; the distance gives the coverage. */
function render(size: number, layers: readonly Layer[]): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      pixels.set(pixelAt(size, row, column, layers), (row * size + column) * 4);
    }
  }
  return { width: size, height: size, pixels };
}

/** Samples per side of a pixel, for corners thinner than a pixel. */
const SAMPLES = 4;

function pixelAt(size: number, row: number, column: number, layers: readonly Layer[]): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES ** 2; sample++) {
    const point = {
      x: (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size,
      y: (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size,
    };
    let color: Color = [0, 0, 0];
    let alpha = 0;
    for (const { shape, paint } of layers) {
      const covered = Math.min(1, Math.max(0, 0.5 - shape(point) * size * SAMPLES));
      if (covered === 0) continue;
      const next = covered + alpha * (1 - covered);
      color = mix(color, paint(point), covered / next);
      alpha = next;
    }
    color.forEach((channel, index) => (sum[index] = (sum[index] ?? 0) + channel * alpha));
    sum[3] = (sum[3] ?? 0) + alpha;
  }
  const alpha = sum[3] ?? 0;
  const channels = sum.slice(0, 3).map((channel) => (alpha === 0 ? 0 : Math.round(channel / alpha)));
  return [...channels, Math.round((alpha / SAMPLES ** 2) * 255)];
}

function mix(from: Color, to: Color, share: number): Color {
  return from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share) as unknown as Color;
}
