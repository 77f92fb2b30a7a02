// Runs a command that only maintainers of this repository need: `node maintenance/run.mjs <command>`.
import { runCommand } from 'office-addin-tools/runCommand';

await runCommand('node maintenance/run.mjs', {
  bench: [() => import('./bench/main.ts'), 'Measure server and pane.'],
  commits: [() => import('./checks/commits.ts'), 'Check the subjects of commits.'],
  icons: [() => import('./icons/main.ts'), 'Draw the icons.'],
  recipes: [
    () => import('./recipes/main.ts'),
    'Follow the recipes of the documentation in copies of the project.',
  ],
  screenshots: [() => import('./screenshots/main.ts'), 'Take pictures of every state of the pane.'],
});
