import type { OptionDefinition } from '../../features/feature.ts';
import { preferencesTexts } from './strings.ts';

/** Keeps the user's preferences on the server (src/server/options/preferences). */
export const preferencesOption: OptionDefinition = {
  texts: preferencesTexts,
  load: async () => (await import(/* webpackChunkName: "later" */ './part.tsx')).createPart,
};
