import type { HomeDefinition, OptionDefinition, PageDefinition } from '../features/feature.ts';
import { aboutPage } from '../features/about/index.ts';
import { filesFeature } from '../features/files/index.tsx';
import * as optionList from '../options.ts';

/** What the pane is made of. Add a feature, or take one out, here; the options are in `../options.ts`. */

/** What the pane shows first. */
export const homeFeature: HomeDefinition = filesFeature;

/** Pages in the menu, in order. */
export const pages: readonly PageDefinition[] = [aboutPage];

/** What works in the background. */
export const options: readonly OptionDefinition[] = Object.values<OptionDefinition>(optionList);
