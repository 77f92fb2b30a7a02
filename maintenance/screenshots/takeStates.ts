import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applicationFor, states, type State } from '../../tests/pane/states.ts';
import type { Application } from '../../src/contract/api.ts';
import type { Camera } from './camera.ts';
import { contactSheet } from './contactSheet.ts';

const sizes = [
  { width: 320, height: 570 },
  { width: 450, height: 900 },
] as const;
const themes = ['light', 'dark'] as const;
const locales = ['en-US', 'ar-SA'] as const;

/**
 * Takes screenshots of the pane's states: narrow and wide, light and dark, in English and Arabic, alternating between
 * applications. Adds a contact sheet for each state.
 * @param folder is emptied first
 * @param only ids of states; empty: all
 */
export async function takeStates(camera: Camera, folder: string, only: readonly string[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const state of states) {
    if (only.length > 0 && !only.includes(state.id)) continue;
    const pictures: string[] = [];
    for (const locale of locales) {
      const app = applicationFor(state);
      pictures.push(...(await takeState(camera, { state, app, locale }, folder)));
    }
    await contactSheet(pictures, join(folder, `${state.id}.png`));
    console.log(`Took ${state.id}.`);
  }
}

interface Wanted {
  readonly state: State;
  readonly app: Application;
  readonly locale: string;
}

async function takeState(camera: Camera, { state, app, locale }: Wanted, folder: string): Promise<string[]> {
  const { sandbox } = camera;
  await sandbox.reset();
  await sandbox.scenario(state.scenario);
  const { page, frame } = await camera.open({ app, locale, width: 1000, height: 1000 });
  const pane = page.getByTestId('pane-frame');
  const pictures: string[] = [];
  try {
    for (const [step, { width, height }] of sizes.entries()) {
      await pane.evaluate(
        (element, size) =>
          (element.style.cssText = `width:${size.width}px;height:${size.height}px;flex:none`),
        { width, height },
      );
      if (step === 0) await state.reach({ page, frame, sandbox });
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await frame.locator(`html[data-theme="${colorScheme}"]`).waitFor();
        const path = join(folder, `${state.id}-${locale}-${width}-${colorScheme}.png`);
        await pane.screenshot({ path, animations: 'disabled' });
        pictures.push(path);
      }
    }
  } finally {
    await page.context().close();
  }
  return pictures;
}
