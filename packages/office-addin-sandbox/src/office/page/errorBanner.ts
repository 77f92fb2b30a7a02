import { element } from './dom.ts';

/** Shows an error of the host page in its banner, and logs it to the console. */
export function showError(error: unknown): void {
  console.error(error);
  const line = element('fault', HTMLElement);
  line.textContent = error instanceof Error ? error.message : String(error);
  line.hidden = false;
}

/** Shows a notice next to the errors; an empty text hides it. */
export function showNotice(text: string): void {
  const line = element('notice', HTMLElement);
  line.textContent = text;
  line.hidden = text === '';
}

export function clearError(): void {
  element('fault', HTMLElement).hidden = true;
}
