import type { TextSource } from '../../strings/index.ts';
import { english } from './strings/en.ts';

export const preferencesTexts: TextSource<typeof english> = {
  english,
  load: (language) => import(/* webpackChunkName: "strings-[request]" */ `./strings/${language}.ts`),
};
