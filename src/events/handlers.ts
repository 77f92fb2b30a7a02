/** What the handlers need of Office and of the server. Replaced in tests. */
export interface EventContext {
  readonly item: Pick<Office.MessageCompose, 'body' | 'from' | 'notificationMessages'>;
  readonly strings: EventStrings;
  readonly getToken: () => Promise<string>;
  /** GET /api/me. */
  readonly getUser: (token: string) => Promise<unknown>;
}

interface User {
  readonly displayName: string;
  readonly jobTitle: string;
  /** Lower case. */
  readonly mail: string;
}

export type SendResult =
  { readonly allowEvent: true } | { readonly allowEvent: false; readonly errorMessage: string };

/**
 * Milliseconds for everything that a handler does. Outlook ends a handler after 300 seconds, but the user waits for it:
 * the message can't be sent, or has no signature yet.
 */
export const LIMIT_MS = 20_000;

const NOTIFICATION_KEY = 'signature';

/** Inserts name and job title of the signed-in user as the signature. Never rejects: it tells the user instead. */
export function insertSignature(context: () => EventContext, limitMs = LIMIT_MS): Promise<void> {
  return within(limitMs, () => {
    const { item, getToken, getUser } = context();
    return getToken()
      .then(getUser)
      .then((user) =>
        call<void>((done) => item.body.setSignatureAsync(signatureOf(readUser(user)), html, done)),
      );
  }).catch(() => notify(context).catch(() => undefined));
}

/**
 * Example of a check before sending: the sender is the signed-in user. If that can't be checked, the message stays, and
 * the user decides: with the send mode PromptUser, Outlook offers "Send Anyway".
 */
export function checkSender(context: () => EventContext, limitMs = LIMIT_MS): Promise<SendResult> {
  return within(limitMs, () => {
    const { item, strings, getToken, getUser } = context();
    const user = getToken().then(getUser).then(readUser);
    const sender = call<Office.EmailAddressDetails>((done) => item.from.getAsync(done));
    return Promise.all([user, sender]).then(([{ mail }, { emailAddress }]): SendResult =>
      emailAddress.toLowerCase() === mail
        ? { allowEvent: true }
        : { allowEvent: false, errorMessage: strings.otherSender },
    );
  }).catch(() => ({ allowEvent: false, errorMessage: notChecked(context) }));
}

const html = { coercionType: 'html' as Office.CoercionType.Html };

function notChecked(context: () => EventContext): string {
  try {
    return context().strings.notChecked;
  } catch {
    return "This message couldn't be checked.";
  }
}

/** Shows a message above the body of the message. Waits a second at most. */
function notify(context: () => EventContext): Promise<void> {
  return within(1_000, () => {
    const { item, strings } = context();
    const details = {
      type: 'errorMessage' as Office.MailboxEnums.ItemNotificationMessageType,
      message: strings.noSignature,
    };
    return call<void>((done) => item.notificationMessages.replaceAsync(NOTIFICATION_KEY, details, done));
  });
}

function signatureOf({ displayName, jobTitle }: User): string {
  return [displayName, jobTitle]
    .filter((line) => line !== '')
    .map((line) => `<div>${escapeHtml(line)}</div>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @throws Error if it is not a user of the API */
function readUser(value: unknown): User {
  const { displayName, jobTitle, mail } = (value || {}) as Record<string, unknown>;
  if (typeof displayName !== 'string' || displayName === '') throw new Error('The user has no name.');
  return {
    displayName,
    jobTitle: typeof jobTitle === 'string' ? jobTitle : '',
    mail: typeof mail === 'string' ? mail.toLowerCase() : '',
  };
}

/** Calls an asynchronous function of Office. Rejects with its error. */
function call<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((result) => {
      // A string, because the JavaScript runtime may not define Office.AsyncResultStatus yet.
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(new Error(`Office code ${String(result.error && result.error.code)}`));
    });
  });
}

/** Settles like the work, but rejects after `ms` milliseconds. */
function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The time limit has passed.')), ms);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    // Also catches what the work throws before it returns a promise.
    Promise.resolve()
      .then(work)
      .then(
        (value) => end(() => resolve(value)),
        (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
  });
}

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
