import type { Finding } from '../../finding.ts';
import type { XmlElement } from '../element.ts';
import { nearest } from '../../nearest.ts';
import { XSI } from '../parseXml.ts';
import type { ElementType } from './elementType.ts';
import { fixFor } from './simpleTypes.ts';
import * as messages from './structureFindings.ts';

/** XML Schema allows these everywhere. */
const OF_SCHEMA = ['type', 'schemaLocation', 'noNamespaceSchemaLocation'];

/** Checks for unknown and missing attributes, and for invalid values. */
export function checkAttributes(
  element: XmlElement,
  { attributes: rules }: ElementType,
  add: (found: Finding) => void,
): void {
  const taken = new Set<string>();
  for (const { written, name, namespace, value } of element.writtenAttributes) {
    if (namespace === XSI && OF_SCHEMA.includes(name)) continue;
    const rule = namespace === '' && Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const open = Object.keys(rules).filter((key) => !element.attributes.has(key));
      const meant = written === 'type' ? 'xsi:type' : nearest(written, open);
      if (meant !== undefined) taken.add(meant);
      add(messages.unknownAttribute(element, written, meant, Object.keys(rules)));
      continue;
    }
    taken.add(name);
    const wrong = rule.type.check(value);
    if (wrong)
      add(messages.wrongAttribute(element, name, wrong.problem, fixFor(value, rule.type, wrong.fix)));
  }
  for (const [name, { required, type }] of Object.entries(rules))
    if (required && !taken.has(name)) add(messages.missingAttribute(element, name, type.values));
}
