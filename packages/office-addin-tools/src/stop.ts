import { endSideload } from './sideload.ts';

/** `npm stop`: ends sideloading. The servers end with Ctrl+C in their own window. */
export async function main(): Promise<void> {
  if (process.platform === 'linux') {
    process.stdout.write(
      'There is no desktop Office on Linux, so nothing is sideloaded; uploads on the web go on their page.\n',
    );
    return;
  }
  await endSideload((sentence) => process.stdout.write(`${sentence}\n`));
}
