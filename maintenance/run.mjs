// Runs commands for maintainers of this repository: `node maintenance/run.mjs <command>`.
import { runCommand } from 'office-addin-tools/runCommand';

await runCommand('node maintenance/run.mjs', {
  bench: [() => import('./bench/main.ts'), 'Benchmark server and pane.'],
  commits: [() => import('./checks/commits.ts'), 'Check commit subjects.'],
  icons: [() => import('./icons/main.ts'), 'Draw the icons.'],
  recipes: [
    () => import('./recipes/main.ts'),
    'Follow the recipes of the documentation in copies of the project.',
  ],
  screenshots: [() => import('./screenshots/main.ts'), 'Take screenshots of the pane.'],
});
