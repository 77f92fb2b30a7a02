/** What users read in Outlook when an event can't be handled. */
export interface EventStrings {
  readonly noSignature: string;
  /** Outlook shows it with the buttons Send Anyway and Don't Send. */
  readonly notChecked: string;
  readonly otherSender: string;
}

const languages: Readonly<Record<string, EventStrings>> = {
  en: {
    noSignature: "Your signature couldn't be added. Open My Files to sign in, or add it yourself.",
    notChecked: "This message couldn't be checked. Check the sender, and send it again or anyway.",
    otherSender: "The sender isn't the account you're signed in with.",
  },
  ja: {
    noSignature:
      '署名を追加できませんでした。マイ ファイルを開いてサインインするか、ご自身で追加してください。',
    notChecked:
      'このメッセージを確認できませんでした。差出人を確認してから、もう一度送信するか、そのまま送信してください。',
    otherSender: '差出人がサインイン中のアカウントと異なります。',
  },
  pt: {
    noSignature:
      'Não foi possível adicionar sua assinatura. Abra Meus arquivos para entrar ou adicione-a você mesmo.',
    notChecked:
      'Não foi possível verificar esta mensagem. Confira o remetente e envie de novo ou mesmo assim.',
    otherSender: 'O remetente não é a conta com a qual você entrou.',
  },
  th: {
    noSignature: 'เพิ่มลายเซ็นของคุณไม่ได้ เปิดไฟล์ของฉันเพื่อลงชื่อเข้าใช้ หรือเพิ่มลายเซ็นด้วยตนเอง',
    notChecked: 'ตรวจสอบข้อความนี้ไม่ได้ โปรดตรวจสอบผู้ส่ง แล้วส่งอีกครั้งหรือส่งต่อไป',
    otherSender: 'ผู้ส่งไม่ใช่บัญชีที่คุณลงชื่อเข้าใช้',
  },
  de: {
    noSignature:
      'Die Signatur konnte nicht eingefügt werden. Öffnen Sie Meine Dateien, um sich anzumelden, oder fügen Sie sie selbst ein.',
    notChecked:
      'Diese Nachricht konnte nicht geprüft werden. Prüfen Sie den Absender, und senden Sie sie erneut oder trotzdem.',
    otherSender: 'Der Absender ist nicht das Konto, mit dem Sie angemeldet sind.',
  },
  ar: {
    noSignature: 'تعذّرت إضافة توقيعك. افتح «ملفاتي» لتسجيل الدخول، أو أضِف التوقيع بنفسك.',
    notChecked: 'تعذّر التحقق من هذه الرسالة. تحقق من المُرسِل ثم أرسِلها مرة أخرى أو على أي حال.',
    otherSender: 'المُرسِل ليس الحساب الذي سجّلت الدخول به.',
  },
};

/** @param locale BCP 47, such as pt-BR; undefined: English */
export function stringsFor(locale: string | undefined): EventStrings {
  const language =
    String(locale || 'en')
      .split('-')[0]
      ?.toLowerCase() ?? 'en';
  return languages[language] ?? (languages['en'] as EventStrings);
}
