import type { TextsLike } from '../../strings/index.ts';
import type { english } from './index.ts';

/** The texts in other languages. They are few, so they load together. */
export const translations: Readonly<Partial<Record<string, TextsLike<typeof english>>>> = {
  ja: {
    aboutMe: '自分について',
    loadingProfile: 'プロフィールを読み込んでいます…',
    displayName: '名前',
    mail: 'メール',
    jobTitle: '役職',
    notSet: '未設定',
  },
  'pt-BR': {
    aboutMe: 'Sobre mim',
    loadingProfile: 'Carregando seu perfil…',
    displayName: 'Nome',
    mail: 'Email',
    jobTitle: 'Cargo',
    notSet: 'Não informado',
  },
  th: {
    aboutMe: 'เกี่ยวกับฉัน',
    loadingProfile: 'กำลังโหลดโปรไฟล์ของคุณ…',
    displayName: 'ชื่อ',
    mail: 'อีเมล',
    jobTitle: 'ตำแหน่งงาน',
    notSet: 'ไม่ได้ระบุ',
  },
  de: {
    aboutMe: 'Über mich',
    loadingProfile: 'Ihr Profil wird geladen …',
    displayName: 'Name',
    mail: 'E-Mail',
    jobTitle: 'Position',
    notSet: 'Nicht angegeben',
  },
  ar: {
    aboutMe: 'نبذة عني',
    loadingProfile: 'جارٍ تحميل ملفك الشخصي…',
    displayName: 'الاسم',
    mail: 'البريد الإلكتروني',
    jobTitle: 'المسمى الوظيفي',
    notSet: 'غير محدد',
  },
};
