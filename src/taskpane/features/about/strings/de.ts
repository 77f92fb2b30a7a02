import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  aboutMe: 'Über mich',
  loadingProfile: 'Ihr Profil wird geladen …',
  displayName: 'Name',
  mail: 'E-Mail',
  jobTitle: 'Position',
  notSet: 'Nicht angegeben',
} satisfies TextsLike<typeof english>;
