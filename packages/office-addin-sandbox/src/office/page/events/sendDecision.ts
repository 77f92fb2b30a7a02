import type { HandlerResult, SmartAlert } from '../../../control/launchEvents.ts';
import { localize } from '../../../manifest/addinManifest.ts';
import { sendModeOf, type SendMode } from '../../../manifest/launchEvents.ts';
import type { DeclaredHandler } from './launchEventList.ts';

/** Labels of the buttons, as in Outlook. */
export const sendAnyway = 'Send Anyway';
export const dontSend = "Don't Send";
const tryLater = 'Try Later';
const takeAction = 'Take Action';

/** Whether an item is sent, or what Outlook shows instead. */
export type SendDecision =
  | { readonly sent: true }
  | {
      readonly sent: false;
      readonly alert: SmartAlert;
      /** What the button does that isn't one of Outlook's: the id of a control in the ribbon. */
      readonly action?: { readonly label: string; readonly commandId: string };
    };

/**
 * Decides as Outlook does (Smart Alerts, "Available send mode options" and "Add-in is unavailable"). The first handler that
 * doesn't permit sending determines what the user sees.
 */
export function decideSend(
  results: readonly HandlerResult[],
  handlers: readonly DeclaredHandler[],
  locale: string,
): SendDecision {
  const index = results.findIndex(
    ({ answer, options }) => answer !== 'completed' || options['allowEvent'] !== true,
  );
  const [result, handler] = [results[index], handlers[index]];
  if (!result || !handler) return { sent: true };
  const name = localize(handler.addin.manifest.name, locale);
  const mode = handler.event.sendMode ?? 'softBlock';
  if (result.answer === 'timeout') {
    return refuse(`${name} took too long to check the item. Try to send it again.`, buttonsFor(mode));
  }
  if (result.answer !== 'completed') {
    const buttons = mode === 'block' ? [dontSend] : [sendAnyway, tryLater];
    return refuse(`${name} is unavailable, so it can't check the item.`, buttons);
  }
  const { options } = result;
  const message = textOf(options['errorMessageMarkdown']) ?? textOf(options['errorMessage']);
  const override = sendModeOf(textOf(options['sendModeOverride'])) ?? mode;
  const refusal = refuse(
    message ?? `${name} is preventing this email from being sent.`,
    buttonsFor(override),
  );
  const commandId = textOf(options['commandId']);
  if (commandId === undefined || refusal.sent) return refusal;
  const label = textOf(options['cancelLabel']) ?? takeAction;
  const buttons = [label, ...refusal.alert.buttons];
  return { ...refusal, alert: { ...refusal.alert, buttons }, action: { label, commandId } };
}

/** Returns what Outlook shows while handlers run for longer than a few seconds. */
export function longRunning(handlers: readonly DeclaredHandler[], locale: string): SmartAlert {
  const [first] = handlers;
  const name = first ? localize(first.addin.manifest.name, locale) : 'The add-in';
  const canSend = handlers.every(({ event }) => event.sendMode === 'promptUser');
  return {
    message: `${name} is taking longer than expected to check the item.`,
    buttons: canSend ? [sendAnyway, dontSend] : [],
  };
}

function buttonsFor(mode: SendMode): readonly string[] {
  return mode === 'promptUser' ? [sendAnyway, dontSend] : [dontSend];
}

function refuse(message: string, buttons: readonly string[]): SendDecision {
  return { sent: false, alert: { message, buttons } };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
