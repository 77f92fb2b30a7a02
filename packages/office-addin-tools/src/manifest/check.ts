import type { Finding } from '../finding.ts';
import { placeOf, type XmlElement } from './element.ts';
import type { ManifestFacts } from './manifestFacts.ts';

export type AddinKind = 'TaskPaneApp' | 'MailApp';

export interface Manifest {
  readonly kind: AddinKind;
  readonly root: XmlElement;
  readonly facts: ManifestFacts;
}

/** Checks one aspect of a project's manifest that the published format does not cover. Pure. */
export type Check = (manifest: Manifest) => Finding[];

export function finding(at: XmlElement, problem: string, fix: string): Finding {
  return { where: placeOf(at), problem, fix };
}
