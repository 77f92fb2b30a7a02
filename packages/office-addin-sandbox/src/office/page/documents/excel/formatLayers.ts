import type { Bag, Properties } from '../../rich/apiObject.ts';
import { areaName, contains, overlap, type Area } from './address.ts';
import { areaOf, cellKey, type PropertiesEntry } from './workbookEntries.ts';

interface Layer {
  readonly entry: PropertiesEntry;
  readonly area: Area;
  /** Later layers take precedence. */
  readonly order: number;
}

/**
 * Stored properties of the ranges of a sheet. Each write goes to a layer of its area, above the earlier ones. Layers of a
 * cell, a row and a column are indexed: formatting a sheet cell by cell creates one for each cell.
 */
export class FormatLayers {
  #top: Layer | undefined;
  #count = 0;
  readonly #all = new Map<PropertiesEntry, Layer>();
  readonly #cells = new Map<number, Layer[]>();
  readonly #rows = new Map<number, Layer[]>();
  readonly #columns = new Map<number, Layer[]>();
  readonly #wide: Layer[] = [];

  add(entry: PropertiesEntry): void {
    const area = areaOf({ address: entry.address ?? '' });
    const layer = { entry, area, order: this.#count++ };
    this.#all.set(entry, layer);
    this.#top = layer;
    const [index, key] =
      area.rows === 1 && area.columns === 1
        ? [this.#cells, cellKey(area.row, area.column)]
        : area.rows === 1
          ? [this.#rows, area.row]
          : [this.#columns, area.column];
    const list = area.rows > 1 && area.columns > 1 ? this.#wide : index.get(key);
    if (list) list.push(layer);
    else index.set(key, [layer]);
  }

  get entries(): readonly PropertiesEntry[] {
    return [...this.#all.keys()];
  }

  /**
   * Returns the properties of an area: the topmost value that all cells share, and null where they differ.
   * @param create adds an entry for a write
   * @param visited counts steps, for tests of the complexity
   */
  bag(area: Area, create: () => PropertiesEntry, visited: () => void): Bag {
    const address = areaName(area);
    return {
      read: () => {
        const merged: Properties = {};
        for (const { entry, area: at } of this.#over(area)) {
          visited();
          if (contains(at, area)) mergeInto(merged, entry.properties, (value) => value);
          else if (overlap(at, area))
            mergeInto(merged, entry.properties, (value, before) => same(value, before));
        }
        return Object.keys(merged).length > 0 ? merged : undefined;
      },
      write: () => (this.#top?.entry.address === address ? this.#top.entry : create()).properties,
    };
  }

  #over(area: Area): readonly Layer[] {
    if (area.rows === 1 && area.columns === 1) {
      const found = [
        ...(this.#cells.get(cellKey(area.row, area.column)) ?? []),
        ...(this.#rows.get(area.row) ?? []),
        ...(this.#columns.get(area.column) ?? []),
        ...this.#wide,
      ];
      return found.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
    }
    return [...this.#all.values()];
  }
}

/** Cells that no layer covers have no value: a part of an area with a value differs from the rest. */
const same = (value: unknown, before: unknown) =>
  value !== null && JSON.stringify(value) === JSON.stringify(before) ? value : null;

function mergeInto(
  target: Properties,
  source: Properties,
  map: (value: unknown, before: unknown) => unknown,
): void {
  for (const [name, value] of Object.entries(source)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const known = target[name];
      const below = typeof known === 'object' && known !== null ? { ...(known as Properties) } : {};
      mergeInto(below, value as Properties, map);
      target[name] = below;
    } else target[name] = Array.isArray(value) ? structuredClone(value) : map(value, target[name]);
  }
}
