import { withIdleTimeout } from './idleTimeout.ts';

export interface BlockPlace {
  /** Id of the worksheet, because the user can rename it. */
  readonly sheet: string;
  /** Such as Sheet1!B2:D5. */
  readonly address: string;
}

/**
 * Clears the block. Keeps the worksheet, even if it is then empty. Returns false, and clears nothing, if the worksheet
 * was deleted or something in the block has changed.
 */
export function undoExcel(
  excel: Pick<typeof Excel, 'run'>,
  { sheet: id, address }: BlockPlace,
  written: readonly (readonly (string | number)[])[],
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (checkpoint) =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        sheet.load('id');
        await context.sync();
        checkpoint();
        if (sheet.isNullObject) return false;
        const block = sheet.getRange(address.slice(address.lastIndexOf('!') + 1));
        block.load('values');
        await context.sync();
        checkpoint();
        if (!isUnchanged(block.values as unknown[][], written)) return false;
        block.clear();
        await context.sync();
        return true;
      }),
    { signal },
  );
}

/** Ignores empty rows, which a canceled insert didn't reach. Excel doesn't return a leading apostrophe. */
function isUnchanged(current: unknown[][], written: readonly (readonly (string | number)[])[]): boolean {
  return current.every((row, index) => {
    if (row.every((value) => value === '')) return true;
    return row.every((value, column) => {
      const expected = written[index]?.[column];
      return (
        value === expected ||
        (typeof expected === 'string' && expected.startsWith("'") && value === expected.slice(1))
      );
    });
  });
}
