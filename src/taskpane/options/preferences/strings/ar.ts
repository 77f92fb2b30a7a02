import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  saving: 'جارٍ الحفظ…',
  saved: 'تم الحفظ',
  notSaved: 'لم يتم الحفظ. يبقى اختيارك ساريًا حتى تغلق الوظيفة الإضافية.',
  deleteSettings: 'حذف إعداداتي',
  deleteSettingsText: 'يزيل كل ما خزّنته الوظيفة الإضافية عنك.',
  settingsDeleted: 'تم حذف إعداداتك.',
} satisfies TextsLike<typeof english>;
