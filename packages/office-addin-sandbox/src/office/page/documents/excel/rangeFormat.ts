import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import type { Area } from './address.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Ignores Bold for larger ranges. */
const maxCells = 2000;

/** The format of a range. Implements only Bold; accepts and ignores widths, colors and borders. */
export class RangeFormat extends HostObject {
  readonly #model: WorkbookModel;
  readonly #sheet: string;
  readonly #area: Area;

  constructor(model: WorkbookModel, sheet: string, area: Area) {
    super();
    this.#model = model;
    this.#sheet = sheet;
    this.#area = area;
  }

  override get(name: string): HostObject {
    return name === 'Font' ? this : new UnmodeledObject();
  }

  override set(name: string, value: unknown): void {
    const { rows, columns } = this.#area;
    if (name !== 'Bold' || typeof value !== 'boolean' || rows * columns > maxCells) return;
    this.#model.setBold(this.#sheet, this.#area, value);
  }

  override load(): Record<string, unknown> {
    return { Bold: this.#model.isBold(this.#sheet, this.#area.row, this.#area.column) };
  }
}
