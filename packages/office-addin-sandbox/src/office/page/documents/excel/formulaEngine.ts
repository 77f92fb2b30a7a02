import * as functionLibrary from '@formulajs/formulajs';
import type { Area } from './address.ts';
import { parseFormula, type FormulaNode } from './formulaSyntax.ts';
import { formatNumber } from './numberFormat.ts';

/** Value of a cell or an expression. Errors such as #DIV/0! are Errors with that message, as in formulajs. */
export type Scalar = string | number | boolean | Error | null;
export type Matrix = readonly (readonly Scalar[])[];

export interface Reference {
  readonly sheet: string;
  readonly area: Area;
}

/** The workbook around a formula. */
export interface FormulaContext {
  /** Returns the value of a cell, after the evaluation of its formula. */
  value(sheet: string, row: number, column: number): Scalar;
  /** Returns the part of an area that has content: formulas refer to whole columns. */
  clip(reference: Reference): Area;
  /** Returns what a name refers to: a reference or a formula. */
  named(name: string, sheet: string): Reference | string | undefined;
  /** Returns the cells of a structured reference. @param table empty: the table around the cell */
  table(table: string, parts: readonly string[], at: FormulaPosition): Reference | undefined;
  /** Returns the cells of the dynamic array that starts in a cell. */
  spill(reference: Reference): Area | undefined;
}

export interface FormulaPosition {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface FormulaResult {
  /** The value of the formula's cell: the first one of an array. */
  readonly value: string | number | boolean;
  /** The whole result of a formula that returns an array. */
  readonly array?: Matrix;
  /** Functions and operators that the sandbox doesn't evaluate. */
  readonly unknown: readonly string[];
}

/** Evaluates a formula. Functions come from formulajs; references and operators are Excel's. */
export function evaluateFormula(
  formula: string,
  at: FormulaPosition,
  context: FormulaContext,
): FormulaResult {
  const evaluation = new Evaluation(at, context);
  const result = evaluation.run(formula);
  const array = isMatrix(result) && (result.length > 1 || (result[0]?.length ?? 0) > 1) ? result : undefined;
  const first = isMatrix(result) ? (result[0]?.[0] ?? null) : result;
  return {
    value: first instanceof Error ? first.message : (first ?? 0),
    ...(array ? { array } : {}),
    unknown: evaluation.unknown,
  };
}

type Operand = Scalar | Matrix | ReferenceValue;

/** A reference as an argument: some functions need its address. */
class ReferenceValue {
  readonly sheet: string;
  readonly area: Area;

  constructor({ sheet, area }: Reference) {
    this.sheet = sheet;
    this.area = area;
  }
}

const errorOf = (code: string) => new Error(code);
const valueError = () => errorOf('#VALUE!');
const isMatrix = (value: unknown): value is Matrix => Array.isArray(value);

class Evaluation {
  readonly unknown: string[] = [];
  readonly #at: FormulaPosition;
  readonly #context: FormulaContext;
  #depth = 0;

  constructor(at: FormulaPosition, context: FormulaContext) {
    this.#at = at;
    this.#context = context;
  }

  run(formula: string): Scalar | Matrix {
    return this.#plain(this.#evaluate(parseFormula(formula)));
  }

  #evaluate(node: FormulaNode): Operand {
    switch (node.kind) {
      case 'value':
        return node.value;
      case 'error':
        return errorOf(node.code);
      case 'reference':
        return new ReferenceValue({ sheet: node.sheet ?? this.#at.sheet, area: node.area });
      case 'name':
        return this.#named(node.name);
      case 'table': {
        const found = this.#context.table(node.table, node.parts, this.#at);
        return found ? new ReferenceValue(found) : errorOf('#REF!');
      }
      case 'array':
        return node.rows.map((line) => line.map((entry) => this.#scalar(this.#evaluate(entry))));
      case 'sign':
        return this.#map(this.#evaluate(node.operand), (value) => {
          const number = numberOf(value);
          return number instanceof Error || node.operator === '+' ? number : -number;
        });
      case 'percent':
        return this.#map(this.#evaluate(node.operand), (value) => {
          const number = numberOf(value);
          return number instanceof Error ? number : number / 100;
        });
      case 'operation':
        return this.#operation(node.operator, this.#evaluate(node.left), this.#evaluate(node.right));
      case 'call':
        return this.#call(node.name, node.args);
    }
  }

  #named(name: string): Operand {
    const found = this.#context.named(name, this.#at.sheet);
    if (found === undefined) return errorOf('#NAME?');
    if (typeof found !== 'string') return new ReferenceValue(found);
    // A name can refer to itself.
    if (this.#depth >= 32) return errorOf('#REF!');
    this.#depth += 1;
    const value = this.#evaluate(parseFormula(found));
    this.#depth -= 1;
    return value;
  }

  #operation(operator: string, left: Operand, right: Operand): Operand {
    if (operator === ':') {
      if (!(left instanceof ReferenceValue && right instanceof ReferenceValue)) return errorOf('#REF!');
      return new ReferenceValue({ sheet: left.sheet, area: bounding(left.area, right.area) });
    }
    const [a, b] = [this.#plain(left), this.#plain(right)];
    if (!isMatrix(a) && !isMatrix(b)) return applyOperator(operator, a, b);
    const rows = Math.max(rowsOf(a), rowsOf(b));
    const columns = Math.max(columnsOf(a), columnsOf(b));
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) =>
        applyOperator(operator, entryOf(a, row, column), entryOf(b, row, column)),
      ),
    );
  }

  #map(operand: Operand, map: (value: Scalar) => Scalar): Operand {
    const value = this.#plain(operand);
    return isMatrix(value) ? value.map((line) => line.map(map)) : map(value);
  }

  /** Replaces references with the values of their cells. */
  #plain(operand: Operand): Scalar | Matrix {
    if (!(operand instanceof ReferenceValue)) return operand;
    const { rows, columns } = operand.area;
    if (rows === 1 && columns === 1)
      return this.#context.value(operand.sheet, operand.area.row, operand.area.column);
    const area = this.#context.clip(operand);
    return Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (__, right) =>
        this.#context.value(operand.sheet, area.row + down, area.column + right),
      ),
    );
  }

  #scalar(operand: Operand): Scalar {
    const value = this.#plain(operand);
    return isMatrix(value) ? (value[0]?.[0] ?? null) : value;
  }

  #call(name: string, nodes: readonly FormulaNode[]): Operand {
    const own = this.#ownFunction(name, nodes);
    if (own !== undefined) return own;
    const run = libraryFunction(name);
    if (!run) {
      this.unknown.push(name);
      return errorOf('#NAME?');
    }
    const args = nodes.map((node) => this.#plain(this.#evaluate(node)));
    const failed = passesErrors.has(name) ? undefined : args.find((value) => value instanceof Error);
    if (failed) return failed;
    // Excel counts omitted trailing arguments as omitted.
    return fromLibrary(() => run(...args.map((value) => value ?? undefined)));
  }

  /** Functions that need references, evaluate only some arguments, or that formulajs lacks. */
  #ownFunction(name: string, nodes: readonly FormulaNode[]): Operand | undefined {
    const [first, second, third] = nodes;
    const evaluated = (node: FormulaNode | undefined) => (node ? this.#evaluate(node) : null);
    switch (name) {
      case 'IF': {
        const condition = this.#plain(evaluated(first));
        if (isMatrix(condition)) {
          const [yes, no] = [this.#plain(evaluated(second)), third ? this.#plain(evaluated(third)) : false];
          return condition.map((line, row) =>
            line.map((value, column) => entryOf(isTrue(value) ? yes : no, row, column)),
          );
        }
        if (condition instanceof Error) return condition;
        if (isTrue(condition)) return evaluated(second);
        return third ? evaluated(third) : false;
      }
      case 'IFERROR':
      case 'IFNA': {
        const value = this.#plain(evaluated(first));
        const isCaught = value instanceof Error && (name === 'IFERROR' || value.message === '#N/A');
        return isCaught ? evaluated(second) : value;
      }
      case 'ISERROR':
        return this.#map(evaluated(first), (value) => value instanceof Error);
      case 'ISBLANK':
        return this.#map(evaluated(first), (value) => value === null);
      case 'ROW':
      case 'COLUMN': {
        const target = first ? evaluated(first) : new ReferenceValue(singleCell(this.#at));
        if (!(target instanceof ReferenceValue)) return valueError();
        return (name === 'ROW' ? target.area.row : target.area.column) + 1;
      }
      case 'ROWS':
      case 'COLUMNS': {
        const target = evaluated(first);
        if (target instanceof ReferenceValue) return name === 'ROWS' ? target.area.rows : target.area.columns;
        const value = this.#plain(target);
        return name === 'ROWS' ? rowsOf(value) : columnsOf(value);
      }
      case 'ANCHORARRAY': {
        const target = evaluated(first);
        const area = target instanceof ReferenceValue ? this.#context.spill(target) : undefined;
        return target instanceof ReferenceValue && area
          ? new ReferenceValue({ sheet: target.sheet, area })
          : errorOf('#REF!');
      }
      case 'HYPERLINK':
        return this.#scalar(evaluated(second ?? first));
      case 'TEXT': {
        const value = this.#scalar(evaluated(first));
        const format = this.#scalar(evaluated(second));
        if (value instanceof Error) return value;
        return typeof value === 'number' ? formatNumber(value, textOf(format)) : textOf(value);
      }
      case 'FILTER': {
        const rows = asMatrix(this.#plain(evaluated(first)));
        const include = asMatrix(this.#plain(evaluated(second)));
        const kept = rows.filter((_, row) => isTrue(include[row]?.[0] ?? null));
        return kept.length > 0 ? kept : third ? evaluated(third) : errorOf('#CALC!');
      }
      case 'SEQUENCE': {
        const [rows, columns, start, step] = [0, 1, 2, 3].map((index) => {
          const node = nodes[index];
          const number = node ? numberOf(this.#scalar(this.#evaluate(node))) : 1;
          return number instanceof Error ? 1 : number;
        }) as [number, number, number, number];
        return Array.from({ length: rows }, (_, row) =>
          Array.from({ length: columns }, (__, column) => start + step * (row * columns + column)),
        );
      }
      case 'SUBTOTAL': {
        const [code, ...rest] = nodes;
        const number = numberOf(this.#scalar(evaluated(code)));
        const called = subtotalFunctions[Number(number) % 100];
        return called === undefined ? valueError() : this.#call(called, rest);
      }
      default:
        return undefined;
    }
  }
}

const subtotalFunctions: Readonly<Record<number, string>> = {
  1: 'AVERAGE',
  2: 'COUNT',
  3: 'COUNTA',
  4: 'MAX',
  5: 'MIN',
  6: 'PRODUCT',
  7: 'STDEV.S',
  8: 'STDEV.P',
  9: 'SUM',
  10: 'VAR.S',
  11: 'VAR.P',
};

/** Functions of `Evaluation` itself. */
const ownFunctions: ReadonlySet<string> = new Set([
  'ANCHORARRAY',
  'COLUMN',
  'COLUMNS',
  'FILTER',
  'HYPERLINK',
  'IF',
  'IFERROR',
  'IFNA',
  'ISBLANK',
  'ISERROR',
  'ROW',
  'ROWS',
  'SEQUENCE',
  'SUBTOTAL',
  'TEXT',
]);

/** Returns whether the sandbox evaluates a function. @param name in upper case */
export function isKnownFunction(name: string): boolean {
  return ownFunctions.has(name) || libraryFunction(name) !== undefined;
}

/** Returns a function of formulajs that takes values, or undefined. @param name in upper case, such as `NORM.DIST` */
export function callFunction(
  name: string,
): ((args: readonly (Scalar | Matrix)[]) => Scalar | Matrix) | undefined {
  const run = libraryFunction(name);
  return run && ((args) => fromLibrary(() => run(...args.map((value) => value ?? undefined))));
}

/** Functions whose arguments may be errors. */
const passesErrors: ReadonlySet<string> = new Set(['ISERR', 'ISNA', 'ERROR.TYPE', 'TYPE', 'COUNT', 'COUNTA']);

type LibraryFunction = (...args: readonly unknown[]) => unknown;

/** Returns a function by its name in Excel, such as `NORM.DIST`. */
function libraryFunction(name: string): LibraryFunction | undefined {
  let found: unknown = functionLibrary;
  for (const part of name.split('.')) {
    if (typeof found !== 'function' && (typeof found !== 'object' || found === null)) return undefined;
    if (!Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return typeof found === 'function' ? (found as LibraryFunction) : undefined;
}

function fromLibrary(run: () => unknown): Scalar | Matrix {
  try {
    return fromLibraryValue(run());
  } catch {
    // formulajs throws TypeErrors for arguments that it doesn't expect.
    return valueError();
  }
}

function fromLibraryValue(value: unknown): Scalar | Matrix {
  if (isMatrix(value)) {
    const lines = value as readonly unknown[];
    const rows = lines.every((line) => Array.isArray(line)) ? (lines as unknown[][]) : [[...lines]];
    return rows.map((line) => line.map((entry) => fromLibraryValue(entry) as Scalar));
  }
  if (value instanceof Date) return dateSerial(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : errorOf('#NUM!');
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Error) return value;
  return value === null || value === undefined ? null : valueError();
}

/** Days since 1899-12-30, in UTC, as Excel counts them. formulajs returns dates in UTC. */
function dateSerial(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569;
}

function applyOperator(operator: string, left: Scalar, right: Scalar): Scalar {
  if (left instanceof Error) return left;
  if (right instanceof Error) return right;
  if (operator === '&') return textOf(left) + textOf(right);
  if (operator in comparisons) return comparisons[operator]?.(compare(left, right)) ?? false;
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a instanceof Error) return a;
  if (b instanceof Error) return b;
  if (operator === '/' && b === 0) return errorOf('#DIV/0!');
  const result = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b }[operator] ?? Number.NaN;
  return Number.isFinite(result) ? result : errorOf('#NUM!');
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** Numbers come before texts, texts before booleans; texts are compared without case. An empty cell equals 0 and "". */
function compare(left: Scalar, right: Scalar): number {
  const empty = (other: Scalar) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
  const a = left ?? empty(right);
  const b = right ?? empty(left);
  const rank = (value: Scalar) => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string') {
    const [x, y] = [a.toLowerCase(), textOf(b).toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function numberOf(value: Scalar): number | Error {
  if (value instanceof Error) return value;
  if (value === null) return 0;
  if (typeof value === 'string' && value.trim() === '') return valueError();
  const number = Number(value);
  return Number.isNaN(number) ? valueError() : number;
}

function textOf(value: Scalar): string {
  if (value instanceof Error) return value.message;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
}

const isTrue = (value: Scalar) => value === true || (typeof value === 'number' && value !== 0);
const asMatrix = (value: Scalar | Matrix): Matrix => (isMatrix(value) ? value : [[value]]);
const rowsOf = (value: Scalar | Matrix) => (isMatrix(value) ? value.length : 1);
const columnsOf = (value: Scalar | Matrix) => (isMatrix(value) ? (value[0]?.length ?? 0) : 1);

/** Returns an entry; a single row, column or value is repeated, as in Excel's arrays. */
function entryOf(value: Scalar | Matrix, row: number, column: number): Scalar {
  if (!isMatrix(value)) return value;
  const line = value[value.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column] ?? (line ? null : errorOf('#N/A'));
}

function singleCell({ sheet, row, column }: FormulaPosition): Reference {
  return { sheet, area: { row, column, rows: 1, columns: 1 } };
}

function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
