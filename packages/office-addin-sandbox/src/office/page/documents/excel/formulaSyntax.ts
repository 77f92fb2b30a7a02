import { cellName, columnName, maxColumns, maxRows, parseArea, type Area } from './address.ts';

/** The syntax tree of a formula in the notation of en-US. */
export type FormulaNode =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'reference'; readonly sheet: string | undefined; readonly area: Area }
  | { readonly kind: 'name'; readonly name: string }
  /** A structured reference such as `Table1[[#Headers],[Price]]`. `parts`: `#Headers`, `@`, columns. */
  | { readonly kind: 'table'; readonly table: string; readonly parts: readonly string[] }
  | { readonly kind: 'array'; readonly rows: readonly (readonly FormulaNode[])[] }
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: 'sign'; readonly operator: string; readonly operand: FormulaNode }
  | { readonly kind: 'percent'; readonly operand: FormulaNode }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] };

/** A formula that isn't valid in Excel. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
}

interface Token {
  readonly kind: 'number' | 'text' | 'error' | 'reference' | 'table' | 'call' | 'name' | 'operator';
  readonly text: string;
}

const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const columns = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const rows = String.raw`\$?\d{1,7}:\$?\d{1,7}`;
const sheet = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const word = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;

const tokenPattern = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!))`,
    `(?<reference>(?:${sheet})?(?:${cell}(?::${cell})?|${columns}|${rows})(?![\\p{L}\\p{N}_.(]))`,
    String.raw`(?<table>(?:${word})?\[(?:[^[\]']|'.|\[(?:[^\]']|'.)*\])*\])`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?)`,
    String.raw`(?<call>${word}\()`,
    String.raw`(?<name>(?:${sheet})?${word})`,
    String.raw`(?<operator><=|>=|<>|[-+*/^&=<>%(),;:{}@#])`,
  ].join('|'),
  'uy',
);

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  const source = formula.replace(/^=/, '');
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.length) {
    const found = tokenPattern.exec(source);
    if (!found) throw new FormulaSyntaxError(`${formula} is not a valid formula.`);
    const [kind, text] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind !== 'space' && text !== undefined) tokens.push({ kind: kind as Token['kind'], text });
  }
  return tokens;
}

const parsed = new Map<string, FormulaNode>();

/** Throws a FormulaSyntaxError. Keeps the trees of the last formulas, because many cells have the same ones. */
export function parseFormula(formula: string): FormulaNode {
  const known = parsed.get(formula);
  if (known) return known;
  const tree = new Parser(tokenize(formula), formula).parse();
  if (parsed.size > 50_000) parsed.clear();
  parsed.set(formula, tree);
  return tree;
}

/** Operators between two operands, by precedence: later levels bind more tightly. */
const levels: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Parser {
  readonly #tokens: readonly Token[];
  readonly #formula: string;
  #at = 0;

  constructor(tokens: readonly Token[], formula: string) {
    this.#tokens = tokens;
    this.#formula = formula;
  }

  parse(): FormulaNode {
    const tree = this.#operation(0);
    if (this.#at < this.#tokens.length) this.#fail();
    return tree;
  }

  #fail(): never {
    throw new FormulaSyntaxError(`${this.#formula} is not a valid formula.`);
  }

  #isNext(...operators: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'operator' && operators.includes(token.text);
  }

  /** Consumes the operator if it is next. */
  #skip(operator: string): boolean {
    const found = this.#isNext(operator);
    if (found) this.#at += 1;
    return found;
  }

  #expect(operator: string): void {
    if (!this.#skip(operator)) this.#fail();
  }

  #operation(level: number): FormulaNode {
    const operators = levels[level];
    if (!operators) return this.#signed();
    let left = this.#operation(level + 1);
    while (this.#isNext(...operators)) {
      const operator = this.#tokens[this.#at++]?.text ?? '';
      left = { kind: 'operation', operator, left, right: this.#operation(level + 1) };
    }
    return left;
  }

  /** In Excel, a sign binds more tightly than `^`: `=-2^2` is 4. */
  #signed(): FormulaNode {
    if (this.#isNext('-', '+')) {
      const operator = this.#tokens[this.#at++]?.text ?? '';
      return { kind: 'sign', operator, operand: this.#signed() };
    }
    // The implicit intersection operator has no effect on one cell, which is all that the sandbox evaluates it for.
    this.#skip('@');
    let operand = this.#range();
    while (this.#skip('%')) operand = { kind: 'percent', operand };
    return operand;
  }

  #range(): FormulaNode {
    let left = this.#operand();
    while (this.#skip(':')) left = { kind: 'operation', operator: ':', left, right: this.#operand() };
    if (this.#skip('#')) left = { kind: 'call', name: 'ANCHORARRAY', args: [left] };
    return left;
  }

  #operand(): FormulaNode {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', code: token.text };
      case 'reference': {
        const area = parseArea(token.text);
        return area ? { kind: 'reference', sheet: sheetOf(token.text), area } : this.#fail();
      }
      case 'table':
        return structured(token.text);
      case 'name':
        return /^(?:true|false)$/i.test(token.text)
          ? { kind: 'value', value: token.text.toLowerCase() === 'true' }
          : { kind: 'name', name: token.text };
      case 'call':
        return {
          kind: 'call',
          name: token.text
            .slice(0, -1)
            .toUpperCase()
            .replace(/^_XL(?:FN|WS)\./, ''),
          args: this.#args(),
        };
      case 'operator':
      case undefined:
        if (token?.text === '(') {
          const inner = this.#operation(0);
          this.#expect(')');
          return inner;
        }
        if (token?.text === '{') return this.#array();
        return this.#fail();
    }
  }

  /** An omitted argument is empty. */
  #args(): FormulaNode[] {
    const args: FormulaNode[] = [];
    if (this.#skip(')')) return args;
    do args.push(this.#isNext(',', ')') ? { kind: 'value', value: null } : this.#operation(0));
    while (this.#skip(','));
    this.#expect(')');
    return args;
  }

  #array(): FormulaNode {
    const lines: FormulaNode[][] = [[]];
    do {
      do lines.at(-1)?.push(this.#signed());
      while (this.#skip(','));
    } while (this.#skip(';') && lines.push([]));
    this.#expect('}');
    return { kind: 'array', rows: lines };
  }
}

function sheetOf(text: string): string | undefined {
  const [, name] = /^(.+)!/.exec(text) ?? [];
  return name?.replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
}

function structured(text: string): FormulaNode {
  const at = text.indexOf('[');
  const inner = text.slice(at + 1, -1).trim();
  const row = inner.startsWith('@') ? ['@'] : [];
  const rest = inner.replace(/^@/, '');
  const nested = [...rest.matchAll(/\[((?:[^\]']|'.)*)\]/g)].map(([, part = '']) => part.trim());
  const parts = [...row, ...(nested.length > 0 ? nested : rest === '' ? [] : [rest])];
  return {
    kind: 'table',
    table: text.slice(0, at),
    parts: parts.map((part) => part.replaceAll(/'(.)/g, '$1')),
  };
}

/** A cell reference in a formula: rows and columns with `$` don't move when the formula is copied. */
interface Corner {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

const referencePattern = new RegExp(
  `"(?:[^"]|"")*"|(?<sheet>${sheet})?(?<first>${cell})(?::(?<last>${cell}))?(?![\\p{L}\\p{N}_.(])`,
  'gu',
);

/** Returns the formula after it has been copied to a cell that is `rows` below and `columns` to the right. */
export function movedFormula(formula: string, rowStep: number, columnStep: number): string {
  if (rowStep === 0 && columnStep === 0) return formula;
  return mapReferences(formula, (corner) => ({
    ...corner,
    row: corner.fixedRow ? corner.row : corner.row + rowStep,
    column: corner.fixedColumn ? corner.column : corner.column + columnStep,
  }));
}

/** How cells have moved: those from the row or column `from` on, in the rows or columns across that are `within`. */
export interface FormulaShift {
  readonly from: number;
  readonly by: number;
  readonly within: (corner: Pick<Corner, 'row' | 'column'>) => boolean;
}

/** Returns the formula after the cells from `from` on have moved along an axis. @param isTarget tells for a sheet */
export function shiftedFormula(
  formula: string,
  axis: 'row' | 'column',
  shift: FormulaShift,
  isTarget: (sheetName: string | undefined) => boolean,
): string {
  return mapReferences(formula, (corner, sheetName) =>
    isTarget(sheetName) && corner[axis] >= shift.from && shift.within(corner)
      ? { ...corner, [axis]: corner[axis] + shift.by }
      : corner,
  );
}

function mapReferences(
  formula: string,
  map: (corner: Corner, sheetName: string | undefined) => Corner,
): string {
  return formula.replaceAll(referencePattern, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<'sheet' | 'first' | 'last', string | undefined>;
    if (groups.first === undefined) return whole;
    const prefix = groups.sheet ?? '';
    const sheetName = prefix === '' ? undefined : sheetOf(prefix);
    const moved = [groups.first, groups.last].flatMap((name) =>
      name === undefined ? [] : [cornerName(map(cornerOf(name), sheetName))],
    );
    return moved.includes('#REF!') ? '#REF!' : prefix + moved.join(':');
  });
}

function cornerOf(name: string): Corner {
  const { row = 0, column = 0 } = parseArea(name) ?? {};
  const [, fixedColumn, fixedRow] = /^(\$?)[A-Za-z]+(\$?)/.exec(name) ?? [];
  return { row, column, fixedRow: fixedRow === '$', fixedColumn: fixedColumn === '$' };
}

function cornerName({ row, column, fixedRow, fixedColumn }: Corner): string {
  if (row < 0 || column < 0 || row >= maxRows || column >= maxColumns) return '#REF!';
  if (!fixedRow && !fixedColumn) return cellName(row, column);
  return `${fixedColumn ? '$' : ''}${columnName(column)}${fixedRow ? '$' : ''}${row + 1}`;
}

/** Returns the formula after a sheet has been renamed. */
export function renamedSheetFormula(
  formula: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const pattern = new RegExp(`"(?:[^"]|"")*"|${sheet}`, 'gu');
  return formula.replaceAll(pattern, (prefix) =>
    prefix.endsWith('!') && sheetOf(prefix)?.toLowerCase() === from.toLowerCase()
      ? `${quotedSheet(to)}!`
      : prefix,
  );
}

/** Quotes the name like Excel, unless it consists only of letters, digits, underscores and periods. */
export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Returns the names of all functions in a formula; undefined if the formula isn't valid. */
export function functionsIn(formula: string): readonly string[] | undefined {
  try {
    return [...calls(parseFormula(formula))];
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return undefined;
    throw error;
  }
}

function* calls(node: FormulaNode): Generator<string> {
  switch (node.kind) {
    case 'call':
      yield node.name;
      for (const argument of node.args) yield* calls(argument);
      break;
    case 'operation':
      yield* calls(node.left);
      yield* calls(node.right);
      break;
    case 'sign':
    case 'percent':
      yield* calls(node.operand);
      break;
    case 'array':
      for (const line of node.rows) for (const entry of line) yield* calls(entry);
      break;
    case 'value':
    case 'error':
    case 'reference':
    case 'name':
    case 'table':
      break;
  }
}
