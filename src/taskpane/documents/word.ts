import { inChunks } from './inChunks.ts';
import type { InsertJob, InsertResult, OfficeFacts } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';
import { requireWritable } from './problems.ts';
import { whileItMoves } from './whileItMoves.ts';

/** Links that are set in one request. */
const LINKS_AT_ONCE = 200;

/** Rows of the table, header row first; plain text only. */
export function tableValues({ files, labels }: Pick<InsertJob, 'files' | 'labels'>): string[][] {
  return [
    [labels.name, labels.changed, labels.size],
    ...files.map((file) => [
      oneLine(file.name),
      labels.formatDate(file.lastModified),
      labels.formatSize(file.size),
    ]),
  ];
}

/**
 * A table after the selection. Values and hyperlink properties, never HTML: nothing in a name is markup there.
 * All of it is WordApi 1.3. Throws ProblemError, or the signal's reason.
 */
export async function insertIntoWord(
  office: OfficeFacts,
  word: Pick<typeof Word, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'WordApi', '1.3');
  const values = tableValues(job);
  const links = job.files
    .map((file, index) => ({ row: index + 1, address: linkAddress(file.webUrl) }))
    .filter((link): link is { row: number; address: string } => link.address !== null);

  return whileItMoves(
    (step) =>
      word.run(async (context) => {
        const table = context.document.getSelection().insertTable(values.length, 3, 'After', values);
        table.headerRowCount = 1;
        table.styleBuiltIn = 'GridTable1Light';
        table.styleFirstColumn = false;
        await context.sync();
        step();
        for (const chunk of inChunks(links, LINKS_AT_ONCE)) {
          for (const { row, address } of chunk) {
            table.getCell(row, 0).body.getRange('Content').hyperlink = address;
          }
          await context.sync();
          step();
        }
        return { count: job.files.length, place: { kind: 'selection' } } as const;
      }),
    { signal: job.signal },
  );
}
