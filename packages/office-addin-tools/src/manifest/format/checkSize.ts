import type { Finding } from '../../finding.ts';
import { finding } from '../check.ts';
import type { XmlElement } from '../element.ts';

/** Exchange's limit for mail add-ins (Microsoft's page "Limits for activation and JavaScript API"). */
const MAX_MAIL_BYTES = 256 * 1024;

export function checkSize(root: XmlElement, xml: string): Finding[] {
  const bytes = new TextEncoder().encode(xml).length;
  if (root.xsiType?.name !== 'MailApp' || bytes <= MAX_MAIL_BYTES) return [];
  return [
    finding(
      root,
      `The manifest has ${Math.ceil(bytes / 1024)} KB.`,
      'Reduce it: Exchange installs mail add-ins with a manifest of up to 256 KB.',
    ),
  ];
}
