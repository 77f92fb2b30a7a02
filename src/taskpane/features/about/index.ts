import type { EnglishTexts, TextSource } from '../../strings/index.ts';
import { PersonIcon } from '../../ui/controls.tsx';
import type { PageDefinition } from '../feature.ts';

export const english = {
  aboutMe: 'About me',
  loadingProfile: 'Loading your profile…',
  displayName: 'Name',
  mail: 'Email',
  jobTitle: 'Job title',
  notSet: 'Not set',
} as const satisfies EnglishTexts;

export const aboutTexts: TextSource<typeof english> = {
  english,
  async load(language) {
    const { translations } = await import(/* webpackChunkName: "translations" */ './translations.ts');
    return { default: translations[language] ?? {} };
  },
};

/** "About me": the profile of the signed-in user. */
export const aboutPage: PageDefinition = {
  id: 'about',
  texts: aboutTexts,
  title: (strings) => strings.with(aboutTexts).t('aboutMe'),
  Icon: PersonIcon,
  load: () => import(/* webpackChunkName: "about" */ './AboutPage.tsx'),
};
