import { endSideload } from './sideload.ts';

/** Stops sideloading. Servers stop with Ctrl+C in their own terminal. */
export async function main(): Promise<void> {
  if (process.platform === 'linux') {
    process.stdout.write(
      'Nothing to stop: there is no desktop Office on Linux. Remove uploads to Office on the web there.\n',
    );
    return;
  }
  await endSideload((sentence) => process.stdout.write(`${sentence}\n`));
}
