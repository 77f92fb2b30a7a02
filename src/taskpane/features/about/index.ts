import type { TextSource } from '../../strings/index.ts';
import { PersonIcon } from '../../ui/icons.tsx';
import type { PageDefinition } from '../feature.ts';
import { english } from './strings/en.ts';

export const aboutTexts: TextSource<typeof english> = {
  english,
  load: (language) => import(/* webpackChunkName: "strings-[request]" */ `./strings/${language}.ts`),
};

/** "About me": the profile of the signed-in user. */
export const aboutPage: PageDefinition = {
  id: 'about',
  texts: aboutTexts,
  title: (strings) => strings.with(aboutTexts).t('aboutMe'),
  Icon: PersonIcon,
  load: () => import(/* webpackChunkName: "about" */ './AboutPage.tsx'),
};
