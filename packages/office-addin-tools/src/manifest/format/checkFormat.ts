import type { Fault } from '../check.ts';
import type { XmlElement } from '../element.ts';
import { parseXml } from '../parse.ts';
import { checkAddresses } from './checkAddresses.ts';
import { checkCommands } from './checkCommands.ts';
import { checkReferences } from './checkReferences.ts';
import { checkSize } from './checkSize.ts';
import { checkStructure, MOST_FAULTS } from './checkStructure.ts';
import { checkUniqueIds } from './checkUniqueIds.ts';
import { byLine } from './structureFaults.ts';

export interface CheckedFormat {
  /** Undefined: the text is no XML, or no manifest. */
  readonly root: XmlElement | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Checks an XML manifest of any add-in against the published format: elements, attributes, values, references, ids. It
 * knows nothing of this project, its settings or its files. Linear in the length of the text. Pure.
 */
export function checkFormat(xml: string): CheckedFormat {
  const parsed = parseXml(xml);
  if ('fault' in parsed) {
    const mend = 'Fix it there; nothing else was checked.';
    return { root: undefined, faults: [{ where: `line ${parsed.line}`, problem: parsed.fault, mend }] };
  }
  const { root, prefixes } = parsed;
  if (root.name !== 'OfficeApp') {
    const problem = 'This is not the manifest of an Office Add-in: it does not begin with <OfficeApp>.';
    const mend = 'Begin with <OfficeApp xsi:type="TaskPaneApp">, "MailApp" or "ContentApp".';
    return { root: undefined, faults: [{ where: `line ${root.line}`, problem, mend }] };
  }
  const { faults, typed } = checkStructure(root, prefixes);
  return {
    root,
    faults: byLine([
      ...faults,
      ...checkUniqueIds(typed),
      ...checkReferences(typed),
      ...checkCommands(typed),
      ...checkAddresses(typed),
      ...checkSize(root, xml),
    ]).slice(0, MOST_FAULTS),
  };
}
