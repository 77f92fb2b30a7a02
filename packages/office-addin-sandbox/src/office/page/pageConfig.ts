import type { Scenario } from '../../scenario.ts';
import type { PageAddin } from './addin/pageAddin.ts';

/** Configuration that the server embeds in the host page. */
export interface PageConfig {
  /** Add-ins from manifests. */
  readonly addins: readonly PageAddin[];
  /** Address of the task pane of an add-in without a manifest. */
  readonly pane: string;
  /** Whether calls that the sandbox doesn't implement are rejected. */
  readonly strict: boolean;
  readonly defaultScenario: Scenario;
}

export function readPageConfig(): PageConfig {
  const element = document.getElementById('config');
  return JSON.parse(element?.textContent ?? '') as PageConfig;
}
