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
  /** Positions of the names with links, in UTF-16 units. */
  readonly links: readonly SlideLink[];
}

/**
 * Returns one line per file; the links lie on the names. An address is never text: it is longer than a line, and
 * PowerPoint breaks it in the middle of a word. The line end is one unit long, as PowerPoint counts it.
 * @param withFacts date and size after the name
 */
export function slideText(files: readonly FileItem[], labels: InsertLabels, withFacts = true): SlideText {
  const links: SlideLink[] = [];
  let text = '';
  for (const file of files) {
    if (text !== '') text += '\n';
    const name = oneLine(file.name);
    const address = linkAddress(file.webUrl);
    if (address !== null) links.push({ start: text.length, length: name.length, address });
    text += withFacts ? name + factsAfterName(file, labels) : name;
  }
  return { text, links };
}
