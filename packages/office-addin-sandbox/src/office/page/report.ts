import { element } from './dom.ts';

/** A fault of the host page itself, shown instead of being lost in the console. */
export function report(error: unknown): void {
  console.error(error);
  const line = element('fault', HTMLElement);
  line.textContent = error instanceof Error ? error.message : String(error);
  line.hidden = false;
}

export function clearReport(): void {
  element('fault', HTMLElement).hidden = true;
}
