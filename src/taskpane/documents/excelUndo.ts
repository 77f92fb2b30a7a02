import { withIdleTimeout } from './idleTimeout.ts';

export interface BlockPlace {
  /** Id of the worksheet: a name can be changed meanwhile. */
  readonly sheet: string;
  /** Such as Sheet1!B2:D5. */
  readonly address: string;
}

/**
 * Empties the block again; a worksheet that holds nothing else stays, because only the user knows whether it is
 * wanted. False: the worksheet is gone, or something in the block is not as it was written.
 */
export function undoExcel(
  excel: Pick<typeof Excel, 'run'>,
  { sheet: id, address }: BlockPlace,
  written: readonly (readonly (string | number)[])[],
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (step) =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        sheet.load('id');
        await context.sync();
        step();
        if (sheet.isNullObject) return false;
        const block = sheet.getRange(address.slice(address.lastIndexOf('!') + 1));
        block.load('values');
        await context.sync();
        step();
        if (!isAsWritten(block.values as unknown[][], written)) return false;
        block.clear();
        await context.sync();
        return true;
      }),
    { signal },
  );
}

/** Rows that a cancelled insert has not reached are empty. An apostrophe before a text is no part of the value. */
function isAsWritten(now: unknown[][], written: readonly (readonly (string | number)[])[]): boolean {
  return now.every((row, index) => {
    if (row.every((value) => value === '')) return true;
    return row.every((value, column) => {
      const wrote = written[index]?.[column];
      return (
        value === wrote || (typeof wrote === 'string' && wrote.startsWith("'") && value === wrote.slice(1))
      );
    });
  });
}
