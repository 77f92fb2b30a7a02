import type { Finding } from './finding.ts';
import { placeOf, type XmlElement } from './element.ts';
import type { ManifestFacts } from './manifestFacts.ts';

/** The kinds of add-in that this project is. */
export type ProjectKind = 'TaskPaneApp' | 'MailApp';

export interface Manifest {
  readonly kind: ProjectKind;
  readonly root: XmlElement;
  readonly facts: ManifestFacts;
}

/** What a check found; the file is added by whoever runs the checks. */
export type Fault = Omit<Finding, 'file'>;

/** Looks at one side of a manifest of this project: what the format of manifests cannot know. Pure. */
export type Check = (manifest: Manifest) => Fault[];

export function fault(at: XmlElement, problem: string, mend: string): Fault {
  return { where: placeOf(at), problem, mend };
}
