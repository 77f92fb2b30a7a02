import { eventRuntimes, type EventRuntime } from '../../../control/launchEvents.ts';
import { element, make } from '../dom.ts';
import { labelOf } from './launchEventList.ts';

export interface EventActions {
  readonly raise: (type: string) => void;
  readonly runtime: (runtime: EventRuntime) => void;
}

/** Connects the choice of the runtime. */
export function eventRuntimeChoice(
  runtime: EventRuntime,
  { runtime: choose }: Pick<EventActions, 'runtime'>,
): void {
  const select = element('event-runtime', HTMLSelectElement);
  select.value = runtime;
  select.addEventListener('change', () =>
    choose(eventRuntimes.find((one) => one === select.value) ?? 'page'),
  );
}

/** Shows a button for each event that the manifests list. Hidden if they list none. */
export function drawEventButtons(types: readonly string[], raise: EventActions['raise']): void {
  element('events', HTMLElement).hidden = types.length === 0;
  element('event-buttons', HTMLElement).replaceChildren(
    ...[...new Set(types)].map((type) => {
      const button = make(
        'button',
        { type: 'button', 'data-testid': `raise-${type}`, title: type },
        labelOf(type),
      );
      button.addEventListener('click', () => raise(type));
      return button;
    }),
  );
}
