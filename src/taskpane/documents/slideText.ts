import { detailsAfterTitle } from './details.ts';
import type { Row } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';

export interface SlideLink {
  readonly start: number;
  readonly length: number;
  readonly address: string;
}

export interface SlideText {
  readonly text: string;
  /** Positions of the linked titles, in UTF-16 code units. */
  readonly links: readonly SlideLink[];
}

/**
 * Returns one line per row, with links on the titles. Addresses are not shown, because they are longer than a line.
 * PowerPoint counts a line end as one character, as `\n` is.
 * @param withDetails whether the other cells follow the title
 */
export function slideText(rows: readonly Row[], withDetails = true): SlideText {
  const links: SlideLink[] = [];
  let text = '';
  for (const row of rows) {
    if (text !== '') text += '\n';
    const title = oneLine(row.title);
    const address = linkAddress(row.link);
    if (address !== null) links.push({ start: text.length, length: title.length, address });
    text += withDetails ? title + detailsAfterTitle(row) : title;
  }
  return { text, links };
}
