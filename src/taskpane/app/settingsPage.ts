import type { PageDefinition } from '../features/feature.ts';
import { SettingsIcon } from '../ui/icons.tsx';

export const settingsPage: PageDefinition = {
  id: 'settings',
  title: ({ t }) => t('settings'),
  Icon: SettingsIcon,
  load: () => import(/* webpackChunkName: "settings" */ './Settings.tsx'),
};
