import type {
  EventRuntime,
  HandlerResult,
  LaunchEventRequest,
  LaunchEventResult,
} from '../../../control/launchEvents.ts';
import { localize, type RibbonButton } from '../../../manifest/addinManifest.ts';
import { commandFrame } from '../addin/commandFrame.ts';
import type { CommandEnd } from '../addin/functionCommands.ts';
import { hostOf, type PageAddin, type Place } from '../addin/pageAddin.ts';
import { buttonsOf } from '../../../manifest/addinManifest.ts';
import { controlApi } from '../controlApi.ts';
import { setText } from '../dom.ts';
import { frameHost, type AddinHost } from '../endpoint.ts';
import { showError } from '../errorBanner.ts';
import type { Pane } from '../pane.ts';
import { eventData, handlersOf, isSendEvent, labelOf, type DeclaredHandler } from './launchEventList.ts';
import { ScriptHost } from './scriptHost.ts';
import { decideSend, longRunning, sendAnyway, type SendDecision } from './sendDecision.ts';
import { closeSmartAlert, showSmartAlert } from './smartAlertDialog.ts';

/** Outlook alerts the user to a handler that takes longer. */
const LONG_MS = 5_000;

export interface RunnerParts {
  readonly addins: readonly PageAddin[];
  readonly place: () => Place;
  readonly runtime: () => EventRuntime;
  /** Time for a handler to call `event.completed`, in milliseconds. */
  readonly limitMs: () => number;
  /** @param script its address, in a runtime without a page */
  readonly createPane: (host: AddinHost, addin: PageAddin, url: string, script?: string) => Pane;
  /** Runs the action of a button in the ribbon. */
  readonly press: (addin: PageAddin, button: RibbonButton) => Promise<void>;
}

/** Runs the handlers of launch events, each in a fresh runtime, as Office does. */
export class LaunchEventRunner {
  readonly #parts: RunnerParts;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Returns the types of the events that add-ins handle in the current application. */
  get types(): string[] {
    return handlersOf(this.#parts.addins, this.#parts.place().app).map(({ event }) => event.type);
  }

  /** Resolves when all handlers have ended; for the events of sending, once the item is sent or the alert is shown. */
  async raise({
    type,
    data,
    runtime = this.#parts.runtime(),
  }: LaunchEventRequest): Promise<LaunchEventResult> {
    const { app, locale } = this.#parts.place();
    const handlers = handlersOf(this.#parts.addins, app, type);
    const event = { ...eventData(type), ...data, type };
    setText('event-status', `${labelOf(type)}: running…`);
    closeSmartAlert();
    const running = Promise.all(handlers.map((handler) => this.#run(handler, event, runtime)));
    if (!isSendEvent(type)) {
      const results = await running;
      setText('event-status', `${labelOf(type)}: ${results.map(({ answer }) => answer).join(', ')}.`);
      return { handlers: results };
    }
    const alarm = setTimeout(
      () => void showSmartAlert(longRunning(handlers, locale)).then((label) => this.#pressed(type, label)),
      Math.min(LONG_MS, this.#parts.limitMs() / 2),
    );
    const results = await running;
    clearTimeout(alarm);
    closeSmartAlert();
    const decision = decideSend(results, handlers, locale);
    this.#finish(type, decision, handlers);
    return {
      handlers: results,
      sent: decision.sent,
      ...(decision.sent ? {} : { alert: decision.alert }),
    };
  }

  #finish(type: string, decision: SendDecision, handlers: readonly DeclaredHandler[]): void {
    if (decision.sent) {
      this.#sent(type);
      return;
    }
    const { alert, action } = decision;
    setText('event-status', `${labelOf(type)}: not sent.`);
    this.#log(type, { answer: 'not sent', message: alert.message });
    void showSmartAlert(alert).then((label) => {
      if (action && label === action.label) this.#takeAction(action.commandId, handlers);
      else this.#pressed(type, label);
    });
  }

  #pressed(type: string, label: string | undefined): void {
    if (label === sendAnyway) this.#sent(type);
  }

  #sent(type: string): void {
    setText('event-status', `${labelOf(type)}: sent.`);
    this.#log(type, { answer: 'sent' });
  }

  #takeAction(commandId: string, handlers: readonly DeclaredHandler[]): void {
    const { app } = this.#parts.place();
    for (const { addin } of handlers) {
      const button = (hostOf(addin, app)?.groups ?? [])
        .flatMap(({ controls }) => controls)
        .flatMap(buttonsOf)
        .find(({ id }) => id === commandId);
      if (button) {
        this.#parts.press(addin, button).catch(showError);
        return;
      }
    }
    showError(new Error(`The manifest has no control with the id ${commandId}.`));
  }

  async #run(
    handler: DeclaredHandler,
    event: object & { type: string },
    runtime: EventRuntime,
  ): Promise<HandlerResult> {
    const { addin, event: declared } = handler;
    const { functionName } = declared;
    const { result, options } = await this.#runIn(runtime, handler, event);
    const answer = result === 'closed' ? 'unavailable' : result;
    this.#log(event.type, { functionName, runtime, answer });
    return { addin: addin.key, functionName, runtime, answer, options };
  }

  async #runIn(runtime: EventRuntime, handler: DeclaredHandler, event: object): Promise<CommandEnd> {
    const { addin, event: declared } = handler;
    const { locale } = this.#parts.place();
    if (runtime === 'page') {
      const frame = commandFrame();
      const page = this.#parts.createPane(frameHost(frame), addin, localize(declared.page, locale));
      document.body.append(frame);
      return this.#end(page, declared.functionName, event).finally(() => frame.remove());
    }
    if (!declared.script) {
      return unavailable(
        `The manifest names no JavaScript file for ${declared.type}. Add an Override of the runtime.`,
      );
    }
    const url = localize(declared.script, locale);
    const script = await controlApi.eventScript(url);
    if ('error' in script) return unavailable(`Can't load the script: ${script.error}`);
    return new Promise((resolve, reject) => {
      const host = new ScriptHost({ url, text: script.text }, (message) => resolve(unavailable(message)));
      const page = this.#parts.createPane(host, addin, url, url);
      this.#end(page, declared.functionName, event)
        .finally(() => host.terminate())
        .then(resolve, reject);
    });
  }

  async #end(page: Pane, functionName: string, event: object): Promise<CommandEnd> {
    try {
      return await page.runHandler(functionName, event, this.#parts.limitMs());
    } finally {
      page.dispose();
    }
  }

  #log(
    type: string,
    facts: { functionName?: string; runtime?: EventRuntime; answer: string | number; message?: string },
  ): void {
    controlApi.launchEvent({ app: this.#parts.place().app, type, ...facts }).catch(showError);
  }
}

function unavailable(message: string): CommandEnd {
  showError(new Error(message));
  return { result: 'unavailable', options: {} };
}
