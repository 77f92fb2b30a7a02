import { loadProject, ROOT } from 'office-addin-tools';
import { saveToAzd } from './azd.ts';
import type { HookContext } from './registration.ts';

/** Context of a hook: azd passes its environment in `process.env`, and hooks ask no questions. */
export const hookContext: HookContext = {
  folder: ROOT,
  project: await loadProject(),
  env: process.env,
  platform: process.platform,
  print: (sentence) => void process.stdout.write(`${sentence}\n`),
  ask: undefined,
  // Sign-in and consent are up to the person who runs azd.
  ssoStep: () => Promise.resolve(false),
  now: Date.now,
  keep: (values) => saveToAzd(values, process.env),
};
