import type { OptionDefinition } from '../../features/feature.ts';
import type { TextSource } from '../../strings/index.ts';
import { english } from './strings/en.ts';

export const preferencesTexts: TextSource<typeof english> = {
  english,
  load: (language) => import(/* webpackChunkName: "strings-[request]" */ `./strings/${language}.ts`),
};

/** Keeps the user's preferences on the server (src/server/options/preferences). */
export const preferencesOption: OptionDefinition = {
  texts: preferencesTexts,
  load: async () => (await import(/* webpackChunkName: "later" */ './SavedSection.tsx')).createPart,
};
