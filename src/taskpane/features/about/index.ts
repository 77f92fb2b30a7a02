import { PersonIcon } from '../../ui/icons.tsx';
import type { PageDefinition } from '../feature.ts';
import { aboutTexts } from './strings.ts';

/** "About me": the profile of the signed-in user. */
export const aboutPage: PageDefinition = {
  id: 'about',
  texts: aboutTexts,
  title: (strings) => strings.with(aboutTexts).t('aboutMe'),
  Icon: PersonIcon,
  load: () => import(/* webpackChunkName: "about" */ './AboutPage.tsx'),
};
