import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  aboutMe: 'نبذة عني',
  loadingProfile: 'جارٍ تحميل ملفك الشخصي…',
  displayName: 'الاسم',
  mail: 'البريد الإلكتروني',
  jobTitle: 'المسمى الوظيفي',
  notSet: 'غير محدد',
} satisfies TextsLike<typeof english>;
