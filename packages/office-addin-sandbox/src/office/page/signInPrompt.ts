import type { PromptAnswer } from './accessToken.ts';
import { element, setText } from './dom.ts';

/** Shows Office's sign-in prompt. Escape cancels. */
export function signInPrompt(userName: string): Promise<PromptAnswer> {
  const dialog = element('office-prompt', HTMLDialogElement);
  setText('office-prompt-user', userName);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'sign-in' ? 'sign-in' : 'cancel'), {
      once: true,
    });
  });
}

/** Closes the prompt when its pane is closed. */
export function dismissSignInPrompt(): void {
  const dialog = element('office-prompt', HTMLDialogElement);
  if (dialog.open) dialog.close('cancel');
}
