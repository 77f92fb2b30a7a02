import { nearestLanguage } from '../contract/text.ts';

/** The texts of the sign-in dialog, in the languages of the pane. */
export interface DialogStrings {
  readonly title: string;
  /** Explains why the user has to select a button. */
  readonly clickNeeded: string;
  readonly signIn: string;
  readonly cancel: string;
  readonly continueInWindow: string;
  readonly allowPopups: string;
  readonly working: string;
  readonly outsideOffice: string;
}

const languages = {
  en: {
    title: 'Sign in',
    clickNeeded: 'Your browser opens the sign-in window only after you select Sign in.',
    signIn: 'Sign in',
    cancel: 'Cancel',
    continueInWindow: 'Continue in the sign-in window. If it’s closed or didn’t open, select Sign in.',
    allowPopups: 'Your browser blocked the sign-in window. Allow pop-ups for this page, then select Sign in.',
    working: 'One moment…',
    outsideOffice: 'This page is part of an add-in. Open the add-in in Office to use it.',
  },
  de: {
    title: 'Anmelden',
    clickNeeded: 'Ihr Browser öffnet das Anmeldefenster erst, wenn Sie „Anmelden“ auswählen.',
    signIn: 'Anmelden',
    cancel: 'Abbrechen',
    continueInWindow:
      'Fahren Sie im Anmeldefenster fort. Falls es geschlossen ist oder sich nicht geöffnet hat, wählen Sie „Anmelden“.',
    allowPopups:
      'Der Browser hat das Anmeldefenster blockiert. Lassen Sie Pop-ups für diese Seite zu und wählen Sie dann „Anmelden“.',
    working: 'Einen Moment …',
    outsideOffice: 'Diese Seite gehört zu einem Add-In. Öffnen Sie das Add-In in Office.',
  },
  ja: {
    title: 'サインイン',
    clickNeeded: 'お使いのブラウザーでは、[サインイン] を選ぶとサインイン ウィンドウが開きます。',
    signIn: 'サインイン',
    cancel: 'キャンセル',
    continueInWindow:
      'サインイン ウィンドウで続けてください。閉じた場合や開かない場合は、[サインイン] を選んでください。',
    allowPopups:
      'ブラウザーがサインイン ウィンドウをブロックしました。このページのポップアップを許可してから [サインイン] を選んでください。',
    working: 'お待ちください…',
    outsideOffice: 'このページはアドインの一部です。Office でアドインを開いてください。',
  },
  'pt-BR': {
    title: 'Entrar',
    clickNeeded: 'O navegador só abre a janela de entrada quando você escolhe Entrar.',
    signIn: 'Entrar',
    cancel: 'Cancelar',
    continueInWindow: 'Continue na janela de entrada. Se ela foi fechada ou não abriu, escolha Entrar.',
    allowPopups:
      'O navegador bloqueou a janela de entrada. Permita pop-ups para esta página e escolha Entrar.',
    working: 'Um momento…',
    outsideOffice: 'Esta página pertence a um suplemento. Abra o suplemento no Office.',
  },
  th: {
    title: 'ลงชื่อเข้าใช้',
    clickNeeded: 'เบราว์เซอร์จะเปิดหน้าต่างลงชื่อเข้าใช้เมื่อคุณเลือก "ลงชื่อเข้าใช้" เท่านั้น',
    signIn: 'ลงชื่อเข้าใช้',
    cancel: 'ยกเลิก',
    continueInWindow: 'ดำเนินการต่อในหน้าต่างลงชื่อเข้าใช้ ถ้าปิดไปแล้วหรือไม่เปิดขึ้น ให้เลือก "ลงชื่อเข้าใช้"',
    allowPopups: 'เบราว์เซอร์บล็อกหน้าต่างลงชื่อเข้าใช้ อนุญาตป็อปอัปสำหรับหน้านี้ แล้วเลือก "ลงชื่อเข้าใช้"',
    working: 'สักครู่…',
    outsideOffice: 'หน้านี้เป็นส่วนหนึ่งของ Add-in โปรดเปิด Add-in ใน Office',
  },
  ar: {
    title: 'تسجيل الدخول',
    clickNeeded: 'لا يفتح المتصفح نافذة تسجيل الدخول إلا عند اختيار «تسجيل الدخول».',
    signIn: 'تسجيل الدخول',
    cancel: 'إلغاء',
    continueInWindow: 'تابع في نافذة تسجيل الدخول. إذا أُغلقت أو لم تُفتح، فاختر «تسجيل الدخول».',
    allowPopups:
      'حظر المتصفح نافذة تسجيل الدخول. اسمح بالنوافذ المنبثقة لهذه الصفحة، ثم اختر «تسجيل الدخول».',
    working: 'لحظة من فضلك…',
    outsideOffice: 'هذه الصفحة جزء من وظيفة إضافية. افتح الوظيفة الإضافية في Office.',
  },
} as const satisfies Record<string, DialogStrings>;

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']);

/** @param locale BCP 47; English if no language of the dialog fits */
export function dialogStrings(
  locale: string,
): DialogStrings & { readonly language: string; readonly dir: 'ltr' | 'rtl' } {
  const language = nearestLanguage(locale, Object.keys(languages) as (keyof typeof languages)[]) ?? 'en';
  const { script = '' } = new Intl.Locale(language).maximize();
  return { ...languages[language], language, dir: RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr' };
}
