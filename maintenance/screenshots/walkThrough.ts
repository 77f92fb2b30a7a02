import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { openDialog } from '../../tests/support/fixtures.ts';
import { expect, type Camera } from './camera.ts';

const WIDTH = 960;

interface Frame {
  readonly picture: Buffer;
  /** Milliseconds. */
  readonly shown: number;
}

/**
 * Takes an animation of the main job and of a handled failure: files in Word, then Office without a token, the sign-in
 * dialog, and the same files again.
 */
export async function takeWalkThrough(camera: Camera, path: string): Promise<void> {
  const { sandbox } = camera;
  await sandbox.reset();
  const { page, frame } = await camera.open({ app: 'word' });
  const frames: Frame[] = [];
  const take = async (shown: number, of: Page = page) =>
    void frames.push({ picture: await of.screenshot({ animations: 'disabled' }), shown });
  try {
    const items = frame.getByTestId('file-item');
    await expect(items.first()).toBeVisible();
    await take(1800);
    await page.getByTestId('introduction-read').click();
    await frame.getByTestId('welcome-done').click();
    await take(800);
    for (const index of [1, 3, 4]) {
      await items.nth(index).click();
      await take(500);
    }
    await frame.getByTestId('insert').click();
    await expect(frame.getByTestId('notice')).toBeVisible();
    await take(2500);

    // The dialog waits for a click, as browsers do by default.
    await sandbox.scenario({ getAccessToken: [13005], popups: 'click' });
    await page.reload();
    await expect(frame.getByTestId('message')).toBeVisible();
    await take(2500);
    const dialog = await openDialog(page, frame);
    await expect(dialog.getByTestId('dialog-sign-in')).toBeVisible();
    frames.push({ picture: await over(page, dialog), shown: 2500 });
    await dialog.getByTestId('dialog-sign-in').click();
    await expect(frame.getByTestId('signed-in-user')).toBeVisible();
    await expect(items.first()).toBeVisible();
    await take(2500);
  } finally {
    await page.context().close();
  }
  await animate(frames, path);
}

/** Returns a picture of the dialog in front of the page that opened it. */
async function over(page: Page, dialog: Page): Promise<Buffer> {
  await dialog.setViewportSize({ width: 560, height: 440 });
  const [behind, front] = await Promise.all([page.screenshot(), dialog.screenshot()]);
  const window = await sharp(front)
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#605e5c' })
    .png()
    .toBuffer();
  return sharp(behind)
    .modulate({ brightness: 0.75 })
    .composite([{ input: window, gravity: 'center' }])
    .png()
    .toBuffer();
}

async function animate(frames: readonly Frame[], path: string): Promise<void> {
  const pictures = await Promise.all(
    frames.map(({ picture }) => sharp(picture).resize({ width: WIDTH }).png().toBuffer()),
  );
  await sharp(pictures, { join: { animated: true } })
    .webp({ quality: 80, loop: 0, delay: frames.map(({ shown }) => shown), effort: 6 })
    .toFile(path);
}
