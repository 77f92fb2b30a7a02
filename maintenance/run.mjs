// Runs a command that only maintainers of this repository need: `node maintenance/run.mjs <command>`.
import { runCommand } from 'office-addin-tools/runCommand';

await runCommand({
  bench: () => import('./bench/main.ts'),
  commits: () => import('./checks/commits.ts'),
  icons: () => import('./icons/main.ts'),
  recipes: () => import('./recipes/main.ts'),
  screenshots: () => import('./screenshots/main.ts'),
});
