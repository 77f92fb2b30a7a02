import { element, setText } from '../dom.ts';

export interface ScenarioComposerOptions {
  /** Members that a scenario can have. */
  readonly members: readonly string[];
  /** Rejects with an error message for an invalid scenario. */
  readonly run: (text: string) => Promise<void>;
  /** Returns the current scenario as JSON text. */
  readonly current: () => string;
}

/** Connects the editor for composed scenarios. Shows errors below it. */
export function scenarioComposer({ members, run, current }: ScenarioComposerOptions): void {
  const text = element('own-scenario', HTMLTextAreaElement);
  const showMessage = (message: string, isError: boolean) => {
    setText('own-scenario-message', message);
    element('own-scenario-message', HTMLElement).classList.toggle('wrong', isError);
    text.setAttribute('aria-invalid', String(isError));
  };
  const apply = () => {
    run(text.value).then(
      () => showMessage('The scenario is running.', false),
      (error: unknown) => showMessage(error instanceof Error ? error.message : String(error), true),
    );
  };
  setText('own-scenario-members', members.join(', '));
  text.addEventListener('input', () => showMessage('', false));
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
  });
  element('own-scenario-run', HTMLButtonElement).addEventListener('click', apply);
  element('own-scenario-take', HTMLButtonElement).addEventListener('click', () => {
    text.value = JSON.stringify(JSON.parse(current()), null, 2);
    showMessage('', false);
    text.focus();
  });
}
