import { join } from 'node:path';
import sharp from 'sharp';
import { buildProject as build, ROOT } from 'office-addin-tools';
import { states } from '../../tests/pane/states.ts';
import { expect, startCamera, type Camera, type Opened, type View } from './camera.ts';
import { screenshotOptions } from './options.ts';
import { takeStates } from './takeStates.ts';
import { takeWalkThrough } from './walkThrough.ts';

const IMAGES = join(ROOT, 'docs', 'images');
/** Not committed: 400 generated pictures. */
const STATES = join(ROOT, '.cache', 'screenshots');

/**
 * Takes the screenshots of the README and the walk-through. With `--states`, takes every state of the pane instead, or only
 * the named ones: `--states files menu`. Builds first, unless `--no-build` is given.
 */
export async function main(args: readonly string[]): Promise<void> {
  const options = screenshotOptions(
    args,
    states.map(({ id }) => id),
  );
  if (options.build) await build();
  const camera = await startCamera();
  try {
    if (options.states !== undefined) {
      await takeStates(camera, STATES, options.states);
      console.log(`Screenshots are in ${STATES}.`);
    } else {
      await takeReadme(camera);
      await takeWalkThrough(camera, join(IMAGES, 'walk-through.webp'));
      console.log('Screenshots are in docs/images.');
    }
  } finally {
    await camera.close();
  }
}

/** For the README and the documentation. */
async function takeReadme(camera: Camera): Promise<void> {
  const at = { deviceScaleFactor: 1.5 };
  await picture(camera, 'sandbox', {}, { app: 'word', ...at }, insertSome);
  await picture(camera, 'sandbox-dark', {}, { app: 'excel', theme: 'dark', ...at }, insertSome);
  await picture(camera, 'sandbox-arabic', {}, { app: 'powerpoint', locale: 'ar-SA', ...at }, insertSome);
  await picture(camera, 'sandbox-failure', 'sso-13005', { app: 'outlook', ...at }, async ({ frame }) => {
    await expect(frame.getByTestId('message')).toBeVisible();
  });
}

async function picture(
  { sandbox, open }: Camera,
  name: string,
  scenario: string | object,
  view: View,
  reach: (opened: Opened) => Promise<void>,
): Promise<void> {
  await sandbox.reset();
  await sandbox.scenario(scenario);
  const opened = await open(view);
  await reach(opened);
  await opened.page.getByTestId('introduction-read').click();
  const png = await opened.page.screenshot({ animations: 'disabled' });
  await sharp(png)
    .webp({ quality: 85 })
    .toFile(join(IMAGES, `${name}.webp`));
  await opened.page.context().close();
}

/** The main job: some files are inserted, more are selected. */
async function insertSome({ frame }: Opened): Promise<void> {
  const items = frame.getByTestId('file-item');
  await expect(items.first()).toBeVisible();
  for (const index of [2, 3, 5]) await items.nth(index).click();
  await frame.getByTestId('insert').click();
  await expect(frame.getByTestId('notice')).toBeVisible();
  for (const index of [1, 4]) await items.nth(index).click();
  await expect(frame.getByTestId('insert')).toBeEnabled();
}
