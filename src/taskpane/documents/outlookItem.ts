type Method = 'getTypeAsync' | 'setSelectedDataAsync' | 'prependAsync' | 'getAsync' | 'setAsync';

export type ComposeBody = Pick<Office.Body, Method>;
export type BodyType = 'html' | 'text';

/** The members of an item that inserting uses; an item that is being read has a body without them. */
export interface ComposeItem {
  readonly body?: Partial<ComposeBody>;
  readonly getSelectedDataAsync?: Office.MessageCompose['getSelectedDataAsync'];
}

/** Returns an Outlook call as a promise; it rejects with an error that carries Office's code. */
export function asked<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      // Of an AsyncResult, `error` is there exactly when it failed; `status` would need the page's enumeration.
      if (result.error) reject(Object.assign(new Error('Outlook refused.'), { code: result.error.code }));
      else resolve(result.value);
    });
  });
}

/**
 * Whether the user has selected something in the body (Mailbox 1.2). An error means no: Outlook answers so when the
 * cursor is in neither subject nor body.
 */
export async function isSelection(item: ComposeItem, type: BodyType): Promise<boolean> {
  const { getSelectedDataAsync } = item;
  if (typeof getSelectedDataAsync !== 'function') return false;
  try {
    const selected = await asked<{ data?: unknown; sourceProperty?: unknown } | undefined>((done) =>
      item.getSelectedDataAsync?.(type, done),
    );
    if (selected?.sourceProperty === 'subject' || typeof selected?.data !== 'string') return false;
    return type === 'html' ? isVisible(selected.data) : selected.data !== '';
  } catch {
    return false;
  }
}

/** Beyond this it is a selection in any case, and not worth a look. */
const MOST_LOOKED_AT = 100_000;

/** Of a bare cursor, Outlook can return the frame of a page without anything in it. */
function isVisible(html: string): boolean {
  if (html.length > MOST_LOOKED_AT || /<(?:img|table|hr|svg|object|video|input)\b/i.test(html)) return true;
  const text = html.replace(/<(style|title)\b[^<>]*>[^<]*<\/\1>/gi, '').replace(/<[^<>]*>/g, '');
  return text.replace(/&nbsp;|[\s\u200b\ufeff]/gi, '') !== '';
}
