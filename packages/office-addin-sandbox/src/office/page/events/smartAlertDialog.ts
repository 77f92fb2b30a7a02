import type { SmartAlert } from '../../../control/launchEvents.ts';
import { element, make, setText } from '../dom.ts';

/** Shows the alert. Resolves with the label of the pressed button; undefined: it was closed. */
export function showSmartAlert({ message, buttons }: SmartAlert): Promise<string | undefined> {
  const dialog = element('smart-alert', HTMLDialogElement);
  if (dialog.open) dialog.close('');
  setText('smart-alert-message', message);
  element('smart-alert-buttons', HTMLElement).replaceChildren(
    ...buttons.map((label) => make('button', { value: label, 'data-testid': 'smart-alert-button' }, label)),
  );
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const onClose = () => {
      // The event of an earlier alert, which this one has replaced, arrives later.
      if (dialog.open) return;
      dialog.removeEventListener('close', onClose);
      resolve(dialog.returnValue || undefined);
    };
    dialog.addEventListener('close', onClose);
  });
}

export function closeSmartAlert(): void {
  const dialog = element('smart-alert', HTMLDialogElement);
  if (dialog.open) dialog.close('');
}
