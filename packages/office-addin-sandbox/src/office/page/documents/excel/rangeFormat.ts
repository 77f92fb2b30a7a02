import { Acknowledging, HostObject } from '../../rich/hostObject.ts';
import type { Area } from './address.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** More cells than this are not made bold one by one. */
const mostCells = 2000;

/** Of a range's format only bold type is seen in the sandbox; widths, colours and borders are acknowledged. */
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
    return name === 'Font' ? this : new Acknowledging();
  }

  override set(name: string, value: unknown): void {
    const { rows, columns } = this.#area;
    if (name !== 'Bold' || typeof value !== 'boolean' || rows * columns > mostCells) return;
    this.#model.setBold(this.#sheet, this.#area, value);
  }

  override load(): Record<string, unknown> {
    return { Bold: this.#model.isBold(this.#sheet, this.#area.row, this.#area.column) };
  }
}
