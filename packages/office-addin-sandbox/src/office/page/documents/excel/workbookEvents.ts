import type { EventQueue } from '../../rich/eventQueue.ts';
import { areaName, overlap, type Area } from './address.ts';
import { areaOf, type CellValue } from './workbookEntries.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Numbers of the events in office.js. */
const eventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  formulaChanged: 23,
  protectionChanged: 24,
  nameChanged: 25,
  moved: 27,
  chartAdded: 50,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
} as const;

/** Target of the events of collections. */
const WORKBOOK = 'Workbook';

export const sheetId = (sheet: string) => `{${sheet}}`;

/** Excel.DataChangeType */
export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** Fires the events of a workbook. `source` is always this window's user or add-in. */
export class WorkbookEvents {
  readonly #model: WorkbookModel;
  readonly #queue: EventQueue;

  constructor(model: WorkbookModel, queue: EventQueue) {
    this.#model = model;
    this.#queue = queue;
  }

  get #isSilent(): boolean {
    const runtime = this.#model.bag().read()?.['runtime'] as { enableEvents?: boolean } | undefined;
    return !this.#queue.isWanted || runtime?.enableEvents === false;
  }

  #emit(type: number, sheet: string, message: object, targets: readonly string[] = []): void {
    if (this.#isSilent) return;
    const worksheetId = sheetId(sheet);
    this.#queue.emit(type, targets.length > 0 ? targets : [worksheetId, WORKBOOK], {
      worksheetId,
      source: 'Local',
      ...message,
    });
  }

  /** @param before value of a single cell before the change */
  changed(sheet: string, area: Area, changeType: ChangeType = 'RangeEdited', before?: CellValue): void {
    if (this.#isSilent) return;
    const address = areaName(area);
    const isCell = area.rows === 1 && area.columns === 1 && before !== undefined;
    const after = isCell ? this.#model.value(sheet, area.row, area.column) : undefined;
    const message = {
      address,
      changeType,
      triggerSource: 'ThisLocalAddin',
      referenceId: `${sheet}!${address}`,
      ...(isCell && after !== undefined
        ? {
            valueBefore: before,
            valueAfter: after,
            valueTypeBefore: valueType(before),
            valueTypeAfter: valueType(after),
          }
        : {}),
    };
    this.#emit(eventType.changed, sheet, message);
    for (const table of this.#model.tables(sheet)) {
      if (!overlap(areaOf(table), area)) continue;
      const targets = [table.name, sheetId(sheet), WORKBOOK];
      this.#emit(eventType.tableChanged, sheet, { ...message, tableId: table.name }, targets);
    }
  }

  get isActive(): boolean {
    return !this.#isSilent;
  }

  formulaChanged(
    sheet: string,
    formulaDetails: readonly { readonly cellAddress: string; readonly previousFormula: string }[],
  ): void {
    if (formulaDetails.length > 0) this.#emit(eventType.formulaChanged, sheet, { formulaDetails });
  }

  comment(change: 'added' | 'changed' | 'deleted', sheet: string, commentId: string): void {
    const type = { added: 'commentAdded', changed: 'commentChanged', deleted: 'commentDeleted' } as const;
    this.#emit(eventType[type[change]], sheet, {
      commentDetails: [{ commentId, replyIds: [] }],
      ...(change === 'changed' ? { changeType: 'CommentEdited' } : {}),
    });
  }

  calculated(sheet: string): void {
    this.#emit(eventType.calculated, sheet, { address: '' });
  }

  formatChanged(sheet: string, area: Area): void {
    const address = areaName(area);
    this.#emit(eventType.formatChanged, sheet, { address, referenceId: `${sheet}!${address}` });
  }

  sorted(sheet: string, area: Area, by: 'rows' | 'columns'): void {
    const type = by === 'rows' ? eventType.rowSorted : eventType.columnSorted;
    this.#emit(type, sheet, { address: areaName(area) });
  }

  selectionChanged(sheet: string, area: Area): void {
    if (this.#isSilent) return;
    const address = areaName(area);
    this.#emit(eventType.selectionChanged, sheet, { address });
    for (const table of this.#model.tables(sheet)) {
      const isInsideTable = overlap(areaOf(table), area);
      const message = { address: isInsideTable ? address : '', isInsideTable, tableId: table.name };
      this.#emit(eventType.tableSelectionChanged, sheet, message, [table.name]);
    }
  }

  activated(sheet: string, before: string): void {
    this.#emit(eventType.deactivated, before, {});
    this.#emit(eventType.activated, sheet, {});
  }

  added(sheet: string): void {
    this.#emit(eventType.added, sheet, {});
  }

  deleted(sheet: string): void {
    this.#emit(eventType.deleted, sheet, {});
  }

  nameChanged(nameBefore: string, nameAfter: string): void {
    this.#emit(eventType.nameChanged, nameAfter, { nameBefore, nameAfter });
  }

  moved(sheet: string, positionBefore: number, positionAfter: number): void {
    this.#emit(eventType.moved, sheet, { positionBefore, positionAfter });
  }

  protectionChanged(sheet: string, isProtected: boolean): void {
    this.#emit(eventType.protectionChanged, sheet, { isProtected });
  }

  chart(change: 'added' | 'deleted', sheet: string, chartId: unknown): void {
    const type = change === 'added' ? eventType.chartAdded : eventType.chartDeleted;
    this.#emit(type, sheet, { chartId }, [sheetId(sheet)]);
  }

  table(change: 'added' | 'deleted', sheet: string, name: string): void {
    const type = change === 'added' ? eventType.tableAdded : eventType.tableDeleted;
    this.#emit(type, sheet, { tableId: name, tableName: name }, [sheetId(sheet), WORKBOOK]);
  }
}

/** Excel.RangeValueType */
export function valueType(value: CellValue): string {
  if (value === '') return 'Empty';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}
