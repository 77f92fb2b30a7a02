import type { PromptAnswer } from './accessToken.ts';
import { element, setText } from './dom.ts';

/** Office's own sign-in prompt. Escape cancels; the answer comes once. */
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

/** Takes the prompt away when the pane that asked is gone. */
export function dismissSignInPrompt(): void {
  const dialog = element('office-prompt', HTMLDialogElement);
  if (dialog.open) dialog.close('cancel');
}
