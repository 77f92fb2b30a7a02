import type { Finding } from '../../finding.ts';
import type { XmlElement } from '../element.ts';
import { parseXml } from '../parseXml.ts';
import { checkAddresses } from './checkAddresses.ts';
import { checkCommands } from './checkCommands.ts';
import { checkReferences } from './checkReferences.ts';
import { checkSize } from './checkSize.ts';
import { checkStructure, MAX_FINDINGS } from './checkStructure.ts';
import { checkUniqueIds } from './checkUniqueIds.ts';
import { byLine } from './structureFindings.ts';

export interface CheckedFormat {
  /** Undefined: the text is no XML, or no manifest. */
  readonly root: XmlElement | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Checks an XML manifest of any add-in against the published format: elements, attributes, values, references, ids. It
 * knows nothing of this project, its settings or its files. Linear in the length of the text. Pure.
 */
export function checkFormat(xml: string): CheckedFormat {
  const parsed = parseXml(xml);
  if ('error' in parsed) {
    const fix = 'Fix it there; nothing else was checked.';
    return { root: undefined, findings: [{ where: `line ${parsed.line}`, problem: parsed.error, fix }] };
  }
  const { root, prefixes } = parsed;
  if (root.name !== 'OfficeApp') {
    const problem = 'This is not the manifest of an Office Add-in: it does not begin with <OfficeApp>.';
    const fix = 'Begin with <OfficeApp xsi:type="TaskPaneApp">, "MailApp" or "ContentApp".';
    return { root: undefined, findings: [{ where: `line ${root.line}`, problem, fix }] };
  }
  const { findings, typed } = checkStructure(root, prefixes);
  return {
    root,
    findings: byLine([
      ...findings,
      ...checkUniqueIds(typed),
      ...checkReferences(typed),
      ...checkCommands(typed),
      ...checkAddresses(typed),
      ...checkSize(root, xml),
    ]).slice(0, MAX_FINDINGS),
  };
}
