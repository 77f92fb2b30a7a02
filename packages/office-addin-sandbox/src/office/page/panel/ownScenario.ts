import { element, setText } from '../dom.ts';

export interface OwnScenarioParts {
  /** Members that a scenario can have. */
  readonly members: readonly string[];
  /** Rejects with a sentence that names what is wrong. */
  readonly run: (text: string) => Promise<void>;
  /** The scenario in force as JSON text. */
  readonly running: () => string;
}

/** The field in which a scenario is composed by hand. What is wrong with it stands under it. */
export function ownScenario({ members, run, running }: OwnScenarioParts): void {
  const text = element('own-scenario', HTMLTextAreaElement);
  const say = (sentence: string, wrong: boolean) => {
    setText('own-scenario-message', sentence);
    element('own-scenario-message', HTMLElement).classList.toggle('wrong', wrong);
    text.setAttribute('aria-invalid', String(wrong));
  };
  const runIt = () => {
    run(text.value).then(
      () => say('It runs.', false),
      (error: unknown) => say(error instanceof Error ? error.message : String(error), true),
    );
  };
  setText('own-scenario-members', members.join(', '));
  text.addEventListener('input', () => say('', false));
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) runIt();
  });
  element('own-scenario-run', HTMLButtonElement).addEventListener('click', runIt);
  element('own-scenario-take', HTMLButtonElement).addEventListener('click', () => {
    text.value = JSON.stringify(JSON.parse(running()), null, 2);
    say('', false);
    text.focus();
  });
}
