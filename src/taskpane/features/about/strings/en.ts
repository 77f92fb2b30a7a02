import type { EnglishTexts } from '../../../strings/index.ts';

export const english = {
  aboutMe: 'About me',
  loadingProfile: 'Loading your profile…',
  displayName: 'Name',
  mail: 'Email',
  jobTitle: 'Job title',
  notSet: 'Not set',
} as const satisfies EnglishTexts;
