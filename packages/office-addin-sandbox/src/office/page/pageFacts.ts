import type { Scenario } from '../../scenario.ts';

/** What the server writes into the host page. */
export interface PageFacts {
  /** Address of the page that the task pane shows by default. */
  readonly pane: string;
  /** A scenario with every member at its default: everything works. */
  readonly usual: Scenario;
}

export function readPageFacts(): PageFacts {
  const element = document.getElementById('facts');
  return JSON.parse(element?.textContent ?? '') as PageFacts;
}
