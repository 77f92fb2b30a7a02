import { link, make } from '../../dom.ts';
import { asObject } from '../../envelope.ts';
import { showAlignment, showFont } from '../fontStyle.ts';
import { cellName, columnName, overlap } from './address.ts';
import { hyperlinkFormula, displayText } from './cellInput.ts';
import { areaOf } from './workbookEntries.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Maximum number of rows on the page; the document contains all of them. */
const maxRows = 300;

/** Renders a grid with sheet tabs. A click, Enter or an arrow key selects the cell where add-ins insert. */
export function excelView(model: WorkbookModel, into: HTMLElement): void {
  const hadFocus = into.contains(document.activeElement);
  const redraw = () => {
    excelView(model, into);
    model.queue.flush();
  };
  const used = model.used(model.activeSheet);
  const { selection } = model;
  const all = Math.max(24, (used ? used.row + used.rows : 0) + 3, selection.row + 3);
  const rows = Math.min(all, maxRows);
  const columns = Math.max(10, (used ? used.column + used.columns : 0) + 2, selection.column + 2);
  const head = make('tr', {}, make('td', { class: 'corner' }));
  for (let column = 0; column < columns; column++) {
    const chosen = column === selection.column ? { class: 'chosen-head' } : {};
    head.append(make('th', { scope: 'col', ...chosen }, columnName(column)));
  }
  const body = make('tbody');
  for (let row = 0; row < rows; row++) {
    const chosen = row === selection.row ? { class: 'chosen-head' } : {};
    const line = make('tr', {}, make('th', { scope: 'row', ...chosen }, String(row + 1)));
    for (let column = 0; column < columns; column++) line.append(cellView(model, row, column, redraw));
    body.append(line);
  }
  const grid = make(
    'table',
    { class: 'grid', role: 'grid', 'aria-label': model.activeSheet },
    make('thead', {}, head),
    body,
  );
  grid.addEventListener('keydown', (event) => move(model, event, redraw));
  into.replaceChildren(
    formulaBar(model),
    make(
      'div',
      { class: 'grid-scroll' },
      grid,
      ...(all > rows ? [make('p', { class: 'hint' }, `${all - rows} more rows not shown.`)] : []),
    ),
    make('div', { class: 'sheet-tabs' }, ...model.sheets.map((sheet) => sheetTab(model, sheet, redraw))),
  );
  if (hadFocus) grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

/** Renders name and content of the selected cell. */
function formulaBar(model: WorkbookModel): HTMLElement {
  const { activeSheet, selection } = model;
  const { row, column } = selection;
  const content = model.formula(activeSheet, row, column) ?? model.value(activeSheet, row, column);
  return make(
    'p',
    { class: 'formula-bar' },
    make('b', {}, cellName(row, column)),
    make('span', {}, String(content)),
  );
}

function cellView(model: WorkbookModel, row: number, column: number, redraw: () => void): HTMLElement {
  const { activeSheet, selection } = model;
  const at = { row, column, rows: 1, columns: 1 };
  const value = model.value(activeSheet, row, column);
  const formula = model.formula(activeSheet, row, column);
  const text = displayText(value, model.format(activeSheet, row, column));
  const target = (formula && hyperlinkFormula(formula)) || model.link(activeSheet, row, column);
  const selected = overlap(selection, at);
  const active = selection.row === row && selection.column === column;
  const table = model.tables(activeSheet).find((entry) => overlap(areaOf(entry), at));
  const header = table?.hasHeaders === true && areaOf(table).row === row;
  const classes = [
    ...(typeof value === 'number' ? ['number'] : []),
    ...(model.isBold(activeSheet, row, column) ? ['bold'] : []),
    ...(table ? ['in-table'] : []),
    ...(header ? ['table-head'] : []),
  ];
  const cell = make(
    'td',
    {
      role: 'gridcell',
      tabindex: active ? '0' : '-1',
      'aria-selected': String(selected),
      title: cellName(row, column),
      class: classes.join(' '),
    },
    target ? link(text, target.address) : text,
  );
  const format = asObject(model.rangeBag(activeSheet, at).read()?.['format']);
  const fill = asObject(format?.['fill'])?.['color'];
  if (typeof fill === 'string') cell.style.backgroundColor = fill;
  showFont(cell, asObject(format?.['font']));
  showAlignment(cell, format?.['horizontalAlignment']);
  cell.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement) return;
    cell.focus();
    model.selection = at;
    redraw();
  });
  return cell;
}

function move(model: WorkbookModel, event: KeyboardEvent, redraw: () => void): void {
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  if (!step) return;
  event.preventDefault();
  const [down = 0, right = 0] = step;
  model.selection = {
    row: Math.max(0, model.selection.row + down),
    column: Math.max(0, model.selection.column + right),
    rows: 1,
    columns: 1,
  };
  redraw();
}

function sheetTab(model: WorkbookModel, sheet: string, redraw: () => void): HTMLElement {
  const tab = make('button', { type: 'button', 'aria-pressed': String(sheet === model.activeSheet) }, sheet);
  tab.addEventListener('click', () => {
    model.activeSheet = sheet;
    model.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    redraw();
  });
  return tab;
}
