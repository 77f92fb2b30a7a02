import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  aboutMe: '自分について',
  loadingProfile: 'プロフィールを読み込んでいます…',
  displayName: '名前',
  mail: 'メール',
  jobTitle: '役職',
  notSet: '未設定',
} satisfies TextsLike<typeof english>;
