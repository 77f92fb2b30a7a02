import type { Scenario } from '../../scenario.ts';

/** What the server writes into the host page. */
export interface PageFacts {
  /** Origin of the add-in; its task pane is the page shown by default. */
  readonly addinOrigin: string;
  /** A scenario with every member at its default: everything works. */
  readonly usual: Scenario;
}

export function readPageFacts(): PageFacts {
  const element = document.getElementById('facts');
  return JSON.parse(element?.textContent ?? '') as PageFacts;
}
