import type { DocumentAnswer } from '../../scenario.ts';
import type { ScriptedInPane } from '../../scriptedInPane.ts';
import {
  configMember,
  isSandboxMessage,
  type FromPane,
  type PaneConfig,
  type ToPane,
} from '../paneMessages.ts';
import type { AccessTokenOptions } from './accessToken.ts';
import { paneVisibility } from './addin/appRuntime.ts';
import {
  COMMAND_EVENT,
  FunctionCommands,
  type CommandEnd,
  type CommandResult,
} from './addin/functionCommands.ts';
import { appContext, documentUrl } from './appContext.ts';
import type { Application } from './applications.ts';
import { Channel, noAnswer } from './channel.ts';
import { commonError, type OfficeDocument } from './documents/officeDocument.ts';
import { writes } from './documents/outlook/mailboxMethods.ts';
import type { OutlookDocument } from './documents/outlook/outlookDocument.ts';
import type { AddinHost, Endpoint } from './endpoint.ts';
import { actionType, asObject, type Request } from './envelope.ts';
import { executeMethod } from './executeMethod.ts';
import { frameName, hostInfo, newFrameIdentity, withHostInfo } from './hostInfo.ts';
import { InlineDialogs } from './inlineDialog.ts';
import { showError } from './errorBanner.ts';
import { richApiMessage, type RichEvent } from './rich/eventQueue.ts';
import { absentMessage, notImplemented, RichApi } from './rich/richApi.ts';

/** Outlook reports a number where the other applications report an error code. */
const OUTLOOK_ERROR = 9020;
/** Events of the Common API that the sandbox fires, or that office.js registers itself. */
const knownEvents: ReadonlySet<string> = new Set([
  'activationCompleted',
  COMMAND_EVENT,
  'dialogMessageReceived',
  'dialogNotificationShown',
  'dialogParentMessageReceived',
  'documentSelectionChanged',
  'richApiMessage',
]);
/** Dispatch id of `event.completed` of a function command. */
const COMMAND_COMPLETED = 94;

/** Time for the page of an event handler to start. */
const START_MS = 20_000;

export interface PaneOptions {
  readonly app: Application;
  readonly url: string;
  /** Name of the add-in, for office.js's prompts. */
  readonly addinName: string;
  /** Origins that dialogs may start on, in addition to that of the page. */
  readonly appDomains: readonly string[];
  /** Whether the add-in is in the document instead of a pane. */
  readonly isContent: boolean;
  /** Whether pane and functions share one page. */
  readonly sharedRuntime: boolean;
  readonly locale: string;
  readonly document: OfficeDocument | OutlookDocument;
  readonly settings: Map<string, string>;
  readonly config: () => PaneConfig;
  readonly requirementSets: () => Record<string, string>;
  readonly writing: <T>(work: () => T) => Promise<T>;
  /**
   * @param load id of one load of the page
   * @param signal aborts when the page reloads
   */
  readonly accessToken: (load: string, signal: AbortSignal) => AccessTokenOptions;
  readonly nested: (request: string, signal: AbortSignal) => Promise<string | undefined>;
  readonly dialog: (url: string, code: number | null) => void;
  /** Called for each use of something that the sandbox lacks. @param set requirement set; empty: none */
  readonly absent: (name: string, set: string) => void;
  /** Returns whether such a use fails. */
  readonly strict: () => boolean;
  /** Returns the scenario's answer to a call. @param what for the log */
  readonly scripted: (kind: ScriptedInPane, what: string, signal: AbortSignal) => Promise<unknown>;
  /** Called when the user tabs out of the pane. @param direction 1: forward, -1: backward */
  readonly leave: (direction: 1 | -1) => void;
  readonly closed: () => void;
  /** Called for `Office.addin.hide` and `Office.addin.showAsTaskpane`. */
  readonly visible: (visible: boolean) => void;
}

/** The host's side of an add-in page in a frame. */
export class Pane {
  readonly #parts: PaneOptions;
  readonly #host: AddinHost;
  readonly #endpoint: Endpoint;
  readonly #unsubscribers: readonly ((() => void) | undefined)[];
  readonly #identity = newFrameIdentity();
  readonly #channel: Channel;
  readonly #dialogs = new InlineDialogs();
  readonly #commands: FunctionCommands;
  readonly #origin: string;
  #load = new AbortController();
  #loadId = crypto.randomUUID();
  #rich: RichApi | undefined;
  #started = false;
  #selection: string | undefined;

  constructor(host: AddinHost, parts: PaneOptions) {
    this.#host = host;
    this.#parts = parts;
    this.#origin = new URL(parts.url).origin;
    this.#endpoint = host.endpoint(this.#origin);
    this.#channel = new Channel(
      { endpoint: this.#endpoint, conversationId: this.#identity.conversationId },
      (request) => this.#answer(request),
    );
    this.#commands = new FunctionCommands((data) => this.#channel.sendEvent(COMMAND_EVENT, data));
    this.#unsubscribers = [
      this.#endpoint.listen((data) => this.#receive(data)),
      parts.document.events?.subscribe((events) => this.#deliver(events)),
    ];
    const info = hostInfo(parts.app, parts.locale, this.#identity, {
      sharedRuntime: parts.sharedRuntime,
    });
    const name = frameName(info, this.#identity, location.href, { [configMember]: parts.config() });
    host.open(name, withHostInfo(parts.url, info));
  }

  /** Aborts pending calls and closes dialogs. Doesn't remove the frame. */
  dispose(): void {
    for (const unsubscribe of this.#unsubscribers) unsubscribe?.();
    this.#load.abort();
    this.#dialogs.close();
    this.#commands.close();
    this.#channel.close();
  }

  /** Runs a function command in the page, once it has started. Resolves when it calls `event.completed`. */
  async runCommand(functionName: string, controlId: string): Promise<CommandResult> {
    return (await this.#commands.run(functionName, { source: { id: controlId } })).result;
  }

  /**
   * Runs the handler of a launch event. Resolves when it calls `event.completed`.
   * @param event members of the event object
   */
  runHandler(functionName: string, event: object, limitMs: number): Promise<CommandEnd> {
    return this.#commands.run(functionName, event, limitMs, START_MS);
  }

  /** Sends the current configuration to the prelude. Before the page starts, does nothing: it gets it on start. */
  sendConfig(): void {
    if (!this.#started) return;
    this.#post({ sandbox: 'config', config: this.#parts.config() });
  }

  /** Moves the focus to the first control of the page, through office.js. */
  focus(): void {
    this.#host.focus();
    this.#channel.notify([4]);
  }

  #post(message: ToPane): void {
    this.#endpoint.post(message);
  }

  #receive(data: unknown): void {
    if (!isSandboxMessage(data)) return;
    const message = data as FromPane;
    if (message.sandbox === 'dialog') this.#parts.dialog(message.url, message.code);
    else if (message.sandbox === 'ask') void this.#answerScripted(message);
    else void this.#relay(message.text);
  }

  async #answerScripted({ id, kind, what }: Extract<FromPane, { sandbox: 'ask' }>): Promise<void> {
    const { signal } = this.#load;
    try {
      const answer = await this.#parts.scripted(kind, what, signal);
      this.#post({ sandbox: 'answer', id, answer });
    } catch (error) {
      if (!signal.aborted) showError(error);
    }
  }

  /** Returns the scenario's answer to a call that changes the document; undefined: run the call. */
  async #documentAnswer(what: string): Promise<Exclude<DocumentAnswer, 'ok'> | undefined> {
    if (!this.#parts.config().scripted.includes('document')) return undefined;
    const answer = (await this.#parts.scripted('document', what, this.#load.signal)) as DocumentAnswer;
    return answer === 'ok' ? undefined : answer;
  }

  /** Reports to the console of the pane and to the traffic list. */
  #absent(name: string, set: string): void {
    this.#post({ sandbox: 'absent', text: absentMessage(name, set) });
    this.#parts.absent(name, set);
  }

  async #relay(request: string): Promise<void> {
    const text = await this.#parts.nested(request, this.#load.signal);
    if (text !== undefined) this.#post({ sandbox: 'nested', text });
  }

  #answer(request: Request): unknown {
    const { actionName, data } = request;
    if (request.actionType !== actionType.invoke) return this.#event(request);
    switch (actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.#start();
        return this.#context();
      case 'ContextActivationManager_notifyHost':
        return this.#notified(data);
      case 'getActivationCompletedStatus':
        return true;
      case 'GetInitialData':
        return 'initialData' in this.#parts.document ? this.#parts.document.initialData() : null;
      case 'ExecuteMethod':
        return this.#outlookMethod(data);
      case 'executeMethod':
        return this.#withEvents(this.#commonMethod(data));
      default:
        // Also responds to fire-and-forget calls, because office.js keeps them pending otherwise.
        return null;
    }
  }

  /** Sends the events of the document to the page, if it has registered handlers. */
  #deliver(events: readonly RichEvent[]): void {
    if (events.length > 0) this.#channel.sendEvent('richApiMessage', richApiMessage(events));
    const selection = this.#parts.document.selectionState?.();
    if (selection !== this.#selection) this.#channel.sendEvent('documentSelectionChanged', {});
    this.#selection = selection;
  }

  /** Handles the start of a page: aborts the pending calls of the previous one. */
  #start(): void {
    this.#load.abort();
    this.#load = new AbortController();
    this.#loadId = crypto.randomUUID();
    this.#dialogs.close();
    this.#channel.clearEvents();
    const { root } = this.#parts.document;
    this.#rich = root
      ? new RichApi(root, { absent: (name, set) => this.#absent(name, set), strict: this.#parts.strict })
      : undefined;
    this.#started = true;
    this.#selection = this.#parts.document.selectionState?.();
    this.sendConfig();
  }

  #context(): Record<string, unknown> {
    const { app, locale, url, settings, requirementSets, addinName, isContent } = this.#parts;
    return appContext({
      app,
      identity: this.#identity,
      locale,
      paneUrl: url,
      addinName,
      isContent,
      appDomains: this.#allowedOrigins,
      requirementSets: requirementSets(),
      settings: Object.fromEntries(settings),
      width: innerWidth,
      height: innerHeight,
    });
  }

  get #allowedOrigins(): readonly string[] {
    return [...new Set([this.#origin, ...this.#parts.appDomains])];
  }

  #event(request: Request): unknown {
    // Waits until office.js has received the answer to its registration.
    if (request.actionName === COMMAND_EVENT) {
      this.#host.started();
      setTimeout(() => this.#commands.ready(), 0);
    }
    if (request.actionName !== 'dialogMessageReceived') {
      const isUnknown = request.actionType === actionType.register && !knownEvents.has(request.actionName);
      if (isUnknown) this.#absent(`event ${request.actionName}`, '');
      return { Version: 1, Error: 0 };
    }
    if (request.actionType === actionType.unregister) {
      this.#dialogs.close();
      return { Version: 1, Error: 0 };
    }
    const { app, locale } = this.#parts;
    const error = this.#dialogs.open(request, {
      app,
      locale,
      pane: this.#identity,
      allowedOrigins: this.#allowedOrigins,
      context: () => this.#context(),
      sendToPane: (message) => void this.#channel.sendEvent('dialogMessageReceived', message),
    });
    return { Version: 1, Error: error };
  }

  #notified(data: unknown): null {
    const action = Array.isArray(data) ? (data as unknown[])[1] : undefined;
    if (action === 13) this.#parts.leave(1);
    if (action === 14) this.#parts.leave(-1);
    return null;
  }

  /** Delivers the events of a call after its response. */
  async #withEvents(answer: unknown): Promise<unknown> {
    const data = await answer;
    setTimeout(() => this.#parts.document.events?.flush(), 0);
    return data;
  }

  #commonMethod(data: unknown): unknown {
    const call = asObject(data);
    if (asObject(call?.['DdaMethod'])?.['DispatchId'] === 145) {
      this.#dialogs.sendToDialog(call?.['messageContent'], this.#origin);
      return { Version: 1, Error: 0 };
    }
    if (asObject(call?.['DdaMethod'])?.['DispatchId'] === COMMAND_COMPLETED)
      this.#commands.completed(call ?? {});
    const visibility = paneVisibility(call?.['ArrayData']);
    if (visibility) this.#parts.visible(visibility === 'visible');
    const { app, document, settings, writing, accessToken, closed, strict } = this.#parts;
    return executeMethod(data, {
      document,
      documentUrl: documentUrl(app),
      settingsAsObjects: app.id === 'excel',
      settings,
      writing,
      rich: () => this.#rich,
      documentAnswer: () => this.#documentAnswer('batch'),
      accessToken: accessToken(this.#loadId, this.#load.signal),
      closePane: closed,
      absent: (name, set) => this.#absent(name, set),
      strict,
    });
  }

  async #outlookMethod(data: unknown): Promise<unknown> {
    const { document, writing } = this.#parts;
    if (!('execute' in document)) return { error: true, wasSuccessful: false, errorCode: 5000 };
    const call = asObject(data);
    const dispatchId = Number(asObject(call?.['MethodData'])?.['DispatchId']);
    const fault = writes(dispatchId) ? await this.#documentAnswer('message') : undefined;
    if (fault === 'hang') return noAnswer;
    if (fault) return { error: true, wasSuccessful: false, errorCode: Number(fault.error) || OUTLOOK_ERROR };
    const answer = await writing(() => document.execute(dispatchId, asObject(call?.['ApiParams']) ?? {}));
    if (!('absent' in answer)) return answer;
    this.#absent(answer.absent.name, answer.absent.set);
    const errorCode = this.#parts.strict() ? notImplemented : commonError.unsupported;
    return {
      error: true,
      wasSuccessful: false,
      errorCode,
      errorMessage: absentMessage(answer.absent.name, answer.absent.set),
    };
  }
}
