import { loadProject, ROOT } from 'office-addin-tools';
import { keepInAzd } from './azd.ts';
import type { HookSurroundings } from './registration.ts';

/** As azd runs a hook: its environment's values are in `process.env`, and nobody is asked anything. */
export const surroundings: HookSurroundings = {
  folder: ROOT,
  project: await loadProject(),
  env: process.env,
  platform: process.platform,
  print: (sentence) => void process.stdout.write(`${sentence}\n`),
  ask: undefined,
  // Signing in and consenting are left to the person who runs azd.
  ssoStep: () => Promise.resolve(false),
  now: Date.now,
  keep: (values) => keepInAzd(values, process.env),
};
