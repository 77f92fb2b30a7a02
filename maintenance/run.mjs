// Runs a command that only maintainers of this repository need: `node maintenance/run.mjs <command>`.
import { runCommand } from '../packages/office-addin-tools/bin/runCommand.mjs';

await runCommand({
  bench: () => import('./bench/main.ts'),
  commits: () => import('./checks/commits.ts'),
  icons: () => import('./icons/main.ts'),
  recipes: () => import('./recipes/main.ts'),
  screenshots: () => import('./screenshots/main.ts'),
});
