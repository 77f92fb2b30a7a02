import { isProblemCode, type ProblemCode } from './catalogue.ts';

/** The page that is opened in the Office dialog, and what the pane asks of it in the address. No personal data. */
export const DIALOG_PAGE = '/dialog.html';

export interface DialogRequest {
  /** Claims challenge to be met, plain JSON text. */
  readonly claims?: string;
  readonly chooseAccount?: boolean;
}

/** What the dialog hands to the pane with messageParent, to the add-in's own origin only. */
export type DialogMessage =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail?: string };

export function dialogUrl(origin: string, request: DialogRequest): string {
  const url = new URL(DIALOG_PAGE, origin);
  if (request.claims !== undefined) url.searchParams.set('claims', request.claims);
  if (request.chooseAccount) url.searchParams.set('choose', '1');
  return url.href;
}

export function readDialogRequest(search: string): DialogRequest {
  const query = new URLSearchParams(search);
  const claims = query.get('claims');
  return { ...(claims === null ? {} : { claims }), chooseAccount: query.get('choose') === '1' };
}

/** Undefined for anything that is not such a message: other scripts may use the same channel. */
export function readDialogMessage(text: string): DialogMessage | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined; // Not JSON, so not ours.
  }
  if (typeof said !== 'object' || said === null) return undefined;
  const { ok, token, code, detail } = said as Record<string, unknown>;
  if (ok === true && typeof token === 'string' && token !== '') return { ok, token };
  if (ok === false && isProblemCode(code)) {
    return { ok, code, ...(typeof detail === 'string' ? { detail } : {}) };
  }
  return undefined;
}
