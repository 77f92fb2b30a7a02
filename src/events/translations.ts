/** What users read in Outlook when an event can't be handled. */
export interface EventStrings {
  readonly noSignature: string;
  /** Outlook shows it with the buttons Send Anyway and Don't Send. */
  readonly notChecked: string;
  readonly otherSender: string;
}

export const english: EventStrings = {
  noSignature:
    "Your signature couldn't be added. Open the add-in to sign in, or add your signature yourself.",
  notChecked: "This message couldn't be checked. Check the sender, and send it again or anyway.",
  otherSender: "The sender isn't the account you're signed in with.",
};

/** The texts in other languages. */
export const translations: Readonly<Partial<Record<string, EventStrings>>> = {
  ja: {
    noSignature: '署名を追加できませんでした。アドインを開いてサインインするか、ご自身で追加してください。',
    notChecked:
      'このメッセージを確認できませんでした。差出人を確認してから、もう一度送信するか、そのまま送信してください。',
    otherSender: '差出人がサインイン中のアカウントと異なります。',
  },
  'pt-BR': {
    noSignature:
      'Não foi possível adicionar sua assinatura. Abra o suplemento para entrar ou adicione-a você mesmo.',
    notChecked:
      'Não foi possível verificar esta mensagem. Confira o remetente e envie de novo ou mesmo assim.',
    otherSender: 'O remetente não é a conta com a qual você entrou.',
  },
  th: {
    noSignature: 'เพิ่มลายเซ็นของคุณไม่ได้ เปิด Add-in เพื่อลงชื่อเข้าใช้ หรือเพิ่มลายเซ็นด้วยตนเอง',
    notChecked: 'ตรวจสอบข้อความนี้ไม่ได้ โปรดตรวจสอบผู้ส่ง แล้วส่งอีกครั้งหรือส่งต่อไป',
    otherSender: 'ผู้ส่งไม่ใช่บัญชีที่คุณลงชื่อเข้าใช้',
  },
  de: {
    noSignature:
      'Die Signatur konnte nicht eingefügt werden. Öffnen Sie das Add-In, um sich anzumelden, oder fügen Sie sie selbst ein.',
    notChecked:
      'Diese Nachricht konnte nicht geprüft werden. Prüfen Sie den Absender, und senden Sie sie erneut oder trotzdem.',
    otherSender: 'Der Absender ist nicht das Konto, mit dem Sie angemeldet sind.',
  },
  ar: {
    noSignature: 'تعذّرت إضافة توقيعك. افتح الوظيفة الإضافية لتسجيل الدخول، أو أضِف التوقيع بنفسك.',
    notChecked: 'تعذّر التحقق من هذه الرسالة. تحقق من المُرسِل ثم أرسِلها مرة أخرى أو على أي حال.',
    otherSender: 'المُرسِل ليس الحساب الذي سجّلت الدخول به.',
  },
};
