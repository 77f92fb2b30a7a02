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
  /** Undefined if the text is not XML or not a manifest. */
  readonly root: XmlElement | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Checks any add-in's XML manifest against the published format: elements, attributes, values, references, ids.
 * Independent of a project. Linear in the length of the text. Pure.
 */
export function checkFormat(xml: string): CheckedFormat {
  const parsed = parseXml(xml);
  if ('error' in parsed) {
    const fix = 'Correct it, then validate again: nothing else was checked.';
    return { root: undefined, findings: [{ where: `line ${parsed.line}`, problem: parsed.error, fix }] };
  }
  const { root, prefixes } = parsed;
  if (root.name !== 'OfficeApp') {
    const problem = 'This is not the manifest of an Office Add-in: the root element is not <OfficeApp>.';
    const fix = 'Use <OfficeApp xsi:type="TaskPaneApp">, "MailApp" or "ContentApp" as the root element.';
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
