type Method = 'getTypeAsync' | 'setSelectedDataAsync' | 'prependAsync' | 'getAsync' | 'setAsync';

export type ComposeBody = Pick<Office.Body, Method>;
export type BodyType = 'html' | 'text';

/** The members of an item that inserting uses. The body of a received item lacks them. */
export interface ComposeItem {
  readonly body?: Partial<ComposeBody>;
  readonly getSelectedDataAsync?: Office.MessageCompose['getSelectedDataAsync'];
}

/** Wraps an Outlook call in a promise. Rejects with an error that has Office's code. */
export function callOutlook<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      // An AsyncResult has an error exactly if it failed; comparing `status` would need Office.AsyncResultStatus.
      if (result.error)
        reject(Object.assign(new Error('Outlook returned an error.'), { code: result.error.code }));
      else resolve(result.value);
    });
  });
}

/**
 * Returns whether the user has selected something in the body (Mailbox 1.2). An error means no: Outlook returns one when
 * the cursor is neither in the subject nor in the body.
 */
export async function isSelection(item: ComposeItem, type: BodyType): Promise<boolean> {
  const { getSelectedDataAsync } = item;
  if (typeof getSelectedDataAsync !== 'function') return false;
  try {
    const selected = await callOutlook<{ data?: unknown; sourceProperty?: unknown } | undefined>((done) =>
      item.getSelectedDataAsync?.(type, done),
    );
    if (selected?.sourceProperty === 'subject' || typeof selected?.data !== 'string') return false;
    return type === 'html' ? isVisible(selected.data) : selected.data !== '';
  } catch {
    return false;
  }
}

/** Characters. Longer HTML is always a selection, and too slow to inspect. */
const MAX_INSPECTED = 100_000;

/** For a cursor without a selection, Outlook can return an empty HTML page. */
function isVisible(html: string): boolean {
  if (html.length > MAX_INSPECTED || /<(?:img|table|hr|svg|object|video|input)\b/i.test(html)) return true;
  const text = html.replace(/<(style|title)\b[^<>]*>[^<]*<\/\1>/gi, '').replace(/<[^<>]*>/g, '');
  return text.replace(/&nbsp;|[\s\u200b\ufeff]/gi, '') !== '';
}
