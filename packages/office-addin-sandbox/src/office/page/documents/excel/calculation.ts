import { contains, overlap, type Area } from './address.ts';
import {
  evaluateFormula,
  type FormulaContext,
  type FormulaPosition,
  type Matrix,
  type Reference,
  type Scalar,
} from './formulaEngine.ts';
import { FormulaSyntaxError } from './formulaSyntax.ts';
import { tableCells } from './tableReference.ts';
import { cellKey, columnOf, forEachCell, rowOf, type CellValue } from './workbookEntries.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Formulas that refer to each other are evaluated recursively up to this depth; deeper ones through a list. */
const maxDepth = 100;

interface Spill {
  readonly area: Area;
  readonly values: CellValue[][];
}

/** A formula that the one being evaluated refers to, at the maximum depth. */
class Deferred extends Error {
  override readonly name = 'Deferred';
  readonly position: FormulaPosition;

  constructor(position: FormulaPosition) {
    super();
    this.position = position;
  }
}

/** Evaluates the formulas of a workbook when a value is read after a change. */
export class Calculation {
  readonly #model: WorkbookModel;
  #isCurrent = true;
  #isRunning = false;
  #results = new Map<string, Scalar>();
  #pending = new Set<string>();
  #spills = new Map<string, Map<number, Spill>>();
  #spilled = new Map<string, Map<number, CellValue>>();
  #depth = 0;

  constructor(model: WorkbookModel) {
    this.#model = model;
  }

  invalidate(): void {
    if (!this.#isRunning) this.#isCurrent = false;
  }

  run(): void {
    if (this.#isCurrent || this.#isRunning) return;
    this.#isCurrent = true;
    this.#isRunning = true;
    try {
      const before = JSON.stringify([...this.#spills].map(([sheet, spills]) => [sheet, [...spills]]));
      this.#evaluateAll();
      // Formulas can refer to the cells of a dynamic array that is evaluated after them.
      const after = JSON.stringify([...this.#spills].map(([sheet, spills]) => [sheet, [...spills]]));
      if (before !== after) this.#evaluateAll();
    } finally {
      this.#isRunning = false;
    }
  }

  /** Returns the value that a dynamic array has put into an empty cell. */
  spilled(sheet: string, key: number): CellValue | undefined {
    return this.#spilled.get(sheet)?.get(key);
  }

  spilledCells(sheet: string): Iterable<number> {
    return this.#spilled.get(sheet)?.keys() ?? [];
  }

  /** Returns the dynamic array of a formula. */
  spillOf(sheet: string, key: number): Spill | undefined {
    return this.#spills.get(sheet)?.get(key);
  }

  /** Returns the cell of the formula whose dynamic array covers the area. */
  spillParent(sheet: string, area: Area): { row: number; column: number } | undefined {
    const found = [...(this.#spills.get(sheet) ?? [])].find(([, spill]) => contains(spill.area, area));
    return found && { row: rowOf(found[0]), column: columnOf(found[0]) };
  }

  #evaluateAll(): void {
    this.#results = new Map();
    const spills = this.#spills;
    this.#spills = new Map();
    for (const sheet of this.#model.sheets) {
      for (const key of this.#model.cells(sheet).formulas.keys())
        this.#settle({ sheet, row: rowOf(key), column: columnOf(key) });
    }
    this.#spilled = new Map();
    for (const [sheet, ofSheet] of this.#spills) {
      const values = new Map<number, CellValue>();
      for (const [parent, { area, values: lines }] of ofSheet) {
        forEachCell(area, (row, column, down, right) => {
          const key = cellKey(row, column);
          if (key !== parent) values.set(key, lines[down]?.[right] ?? '');
        });
      }
      this.#spilled.set(sheet, values);
    }
    if (this.#spills.size === 0 && spills.size > 0) this.#spilled = new Map();
  }

  /** Evaluates a formula after those that it refers to, without recursion beyond the maximum depth. */
  #settle(position: FormulaPosition): void {
    const stack = [position];
    for (let next = stack.at(-1); next; next = stack.at(-1)) {
      try {
        this.#depth = 0;
        this.#pending.clear();
        this.#evaluate(next);
        stack.pop();
      } catch (error) {
        if (!(error instanceof Deferred)) throw error;
        const isCircular = stack.some((one) => nameOf(one) === nameOf(error.position));
        if (isCircular) this.#results.set(nameOf(error.position), 0);
        else stack.push(error.position);
      }
    }
  }

  #evaluate(position: FormulaPosition): Scalar {
    const name = nameOf(position);
    const known = this.#results.get(name);
    if (known !== undefined) return known;
    // Excel shows 0 in cells with a circular reference.
    if (this.#pending.has(name)) return 0;
    if (this.#depth >= maxDepth) throw new Deferred(position);
    this.#pending.add(name);
    this.#depth += 1;
    const value = this.#compute(position);
    this.#depth -= 1;
    this.#pending.delete(name);
    this.#results.set(name, value);
    return value;
  }

  #compute(position: FormulaPosition): Scalar {
    const { sheet, row, column } = position;
    const key = cellKey(row, column);
    this.#model.steps += 1;
    const formula = this.#model.formula(sheet, row, column) ?? '';
    const { value, array } = this.#resultOf(formula, position);
    const spill = array && this.#spillArea(position, array);
    const shown = array && !spill ? '#SPILL!' : value;
    this.#model.setResult(sheet, key, shown);
    if (array && spill) {
      const values = array.map((line) => line.map(plainValue));
      const ofSheet = this.#spills.get(sheet) ?? new Map<number, Spill>();
      this.#spills.set(sheet, ofSheet.set(key, { area: spill, values }));
    }
    return typeof shown === 'string' && /^#[A-Z/0]+[!?]?$|^#N\/A$/.test(shown) ? new Error(shown) : shown;
  }

  #resultOf(formula: string, position: FormulaPosition) {
    try {
      return evaluateFormula(formula, position, this.#context);
    } catch (error) {
      if (error instanceof FormulaSyntaxError) return { value: '#NAME?', array: undefined };
      throw error;
    }
  }

  /** Returns the cells that an array fills; undefined if one of them isn't empty. */
  #spillArea({ sheet, row, column }: FormulaPosition, array: Matrix): Area | undefined {
    const area = { row, column, rows: array.length, columns: array[0]?.length ?? 1 };
    let isFree = true;
    forEachCell(area, (cellRow, cellColumn, down, right) => {
      if (down === 0 && right === 0) return;
      const isEmpty = this.#model.written(sheet, cellRow, cellColumn) === '';
      isFree &&= isEmpty && !this.#model.cells(sheet).formulas.has(cellKey(cellRow, cellColumn));
    });
    return isFree ? area : undefined;
  }

  readonly #context: FormulaContext = {
    value: (sheet, row, column) => {
      const key = cellKey(row, column);
      if (this.#model.cells(sheet).formulas.has(key)) return this.#evaluate({ sheet, row, column });
      const written = this.#model.written(sheet, row, column);
      return written === '' ? (this.spilled(sheet, key) ?? null) : written;
    },
    clip: ({ sheet, area }) => this.#clip(sheet, area),
    named: (name, sheet) => this.#named(name, sheet),
    table: (table, parts, at) => tableCells(this.#model, table, parts, at),
    spill: ({ sheet, area }) => this.spillOf(sheet, cellKey(area.row, area.column))?.area,
  };

  /** Limits whole rows and columns to the cells with content. */
  #clip(sheet: string, area: Area): Area {
    if (area.rows * area.columns <= 10_000) return area;
    const used = this.#model.used(sheet);
    if (!used || !overlap(used, area)) return { ...area, rows: 1, columns: 1 };
    const bottom = Math.min(area.row + area.rows, used.row + used.rows);
    const right = Math.min(area.column + area.columns, used.column + used.columns);
    return { ...area, rows: Math.max(1, bottom - area.row), columns: Math.max(1, right - area.column) };
  }

  #named(name: string, sheet: string): Reference | string | undefined {
    const plain = name.replace(/^.*!/, '').toLowerCase();
    for (const scope of [sheet, undefined]) {
      const names = this.#model.bag(scope).read()?.['names'] as { items?: NameItem[] } | undefined;
      const item = names?.items?.find((one) => one.name.toLowerCase() === plain);
      if (item) return item.formula.replace(/^=/, '');
    }
    return tableCells(this.#model, plain, [], { sheet, row: 0, column: 0 });
  }
}

interface NameItem {
  readonly name: string;
  readonly formula: string;
}

const nameOf = ({ sheet, row, column }: FormulaPosition) => `${sheet}!${cellKey(row, column)}`;
const plainValue = (value: Scalar): CellValue => (value instanceof Error ? value.message : (value ?? 0));
