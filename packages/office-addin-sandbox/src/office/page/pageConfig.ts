import type { Scenario } from '../../scenario.ts';

/** Configuration that the server embeds in the host page. */
export interface PageConfig {
  /** Default address of the task pane. */
  readonly pane: string;
  readonly defaultScenario: Scenario;
}

export function readPageConfig(): PageConfig {
  const element = document.getElementById('config');
  return JSON.parse(element?.textContent ?? '') as PageConfig;
}
