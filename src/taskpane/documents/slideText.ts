import type { FileItem } from '../../contract/api.ts';
import { factsAfterName } from './facts.ts';
import type { InsertLabels } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';

export interface SlideLink {
  readonly start: number;
  readonly length: number;
  readonly address: string;
}

export interface SlideText {
  readonly text: string;
  /** Where in the text the names with links stand, in UTF-16 units. */
  readonly links: readonly SlideLink[];
}

/**
 * One line per file. Where PowerPoint cannot set links in text, the address stands below the name.
 * The line end is one unit long, as PowerPoint counts it.
 * @param withFacts date and size behind the name
 */
export function slideText(
  files: readonly FileItem[],
  labels: InsertLabels,
  canLink: boolean,
  withFacts = true,
): SlideText {
  const links: SlideLink[] = [];
  let text = '';
  for (const file of files) {
    if (text !== '') text += '\n';
    const name = oneLine(file.name);
    const address = linkAddress(file.webUrl);
    if (canLink && address !== null) links.push({ start: text.length, length: name.length, address });
    text += withFacts ? name + factsAfterName(file, labels) : name;
    if (!canLink && address !== null) text += `\n${address}`;
  }
  return { text, links };
}
