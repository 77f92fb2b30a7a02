import type { DocumentAnswer } from '../../scenario.ts';
import type { ScriptedInPane } from '../../scriptedInPane.ts';
import { factsMember, isOurs, type FromPane, type PaneFacts, type ToPane } from '../paneMessages.ts';
import type { AccessTokenParts } from './accessToken.ts';
import { appContext } from './appContext.ts';
import type { Application } from './applications.ts';
import { Channel, noAnswer } from './channel.ts';
import type { OfficeDocument } from './documents/officeDocument.ts';
import { writes } from './documents/outlook/mailboxMethods.ts';
import type { OutlookDocument } from './documents/outlook/outlookDocument.ts';
import { actionType, asObject, type Request } from './envelope.ts';
import { executeMethod } from './executeMethod.ts';
import { frameName, hostInfo, newFrameIdentity, withHostInfo } from './hostInfo.ts';
import { InlineDialogs } from './inlineDialog.ts';
import { report } from './report.ts';
import { RichApi } from './rich/richApi.ts';

/** Outlook's number for what the other applications say in a word. */
const OUTLOOK_FAULT = 9020;

export interface PaneParts {
  readonly app: Application;
  readonly url: string;
  readonly locale: string;
  readonly document: OfficeDocument | OutlookDocument;
  readonly settings: Map<string, string>;
  readonly facts: () => PaneFacts;
  readonly requirementSets: () => Record<string, string>;
  readonly writing: <T>(work: () => T) => Promise<T>;
  /** @param load names one load of the page; @param signal ends with it. */
  readonly accessToken: (load: string, signal: AbortSignal) => AccessTokenParts;
  readonly nested: (request: string, signal: AbortSignal) => Promise<string | undefined>;
  readonly dialog: (url: string, code: number | null) => void;
  /** What the scenario says to this call. @param what for the log */
  readonly scripted: (kind: ScriptedInPane, what: string, signal: AbortSignal) => Promise<unknown>;
  /** The user tabbed out of the pane: 1 forward, -1 backward. */
  readonly leave: (direction: 1 | -1) => void;
  readonly closed: () => void;
}

/** One add-in page in its frame, from the host's side. */
export class Pane {
  readonly #parts: PaneParts;
  readonly #frame: HTMLIFrameElement;
  readonly #identity = newFrameIdentity();
  readonly #channel: Channel;
  readonly #dialogs = new InlineDialogs();
  readonly #origin: string;
  #load = new AbortController();
  #loadId = crypto.randomUUID();
  #rich: RichApi | undefined;
  #begun = false;

  constructor(frame: HTMLIFrameElement, parts: PaneParts) {
    this.#frame = frame;
    this.#parts = parts;
    this.#origin = new URL(parts.url).origin;
    this.#channel = new Channel(
      {
        target: () => frame.contentWindow,
        targetOrigin: this.#origin,
        conversationId: this.#identity.conversationId,
      },
      (request) => this.#answer(request),
    );
    addEventListener('message', this.#hear);
    const info = hostInfo(parts.app, parts.locale, this.#identity);
    // The name has to stand before the page is asked for; office.js reads it in its first line.
    frame.name = frameName(info, this.#identity, location.href, { [factsMember]: parts.facts() });
    frame.src = withHostInfo(parts.url, info);
  }

  /** Ends everything that hangs on this page; the frame itself stays with its owner. */
  dispose(): void {
    removeEventListener('message', this.#hear);
    this.#load.abort();
    this.#dialogs.close();
    this.#channel.close();
  }

  /** The scenario changed. A page that has not started yet is told when it does. */
  tellFacts(): void {
    if (!this.#begun) return;
    this.#tell({ sandbox: 'facts', facts: this.#parts.facts() });
  }

  /** Moves the focus into the page: its first control, as office.js does it. */
  focus(): void {
    this.#frame.focus();
    this.#channel.notify([4]);
  }

  #tell(message: ToPane): void {
    this.#frame.contentWindow?.postMessage(message, this.#origin);
  }

  #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin || !isOurs(event.data))
      return;
    const message = event.data as FromPane;
    if (message.sandbox === 'dialog') this.#parts.dialog(message.url, message.code);
    else if (message.sandbox === 'ask') void this.#answerScripted(message);
    else void this.#relay(message.text);
  };

  async #answerScripted({ id, kind, what }: Extract<FromPane, { sandbox: 'ask' }>): Promise<void> {
    const { signal } = this.#load;
    try {
      const answer = await this.#parts.scripted(kind, what, signal);
      this.#tell({ sandbox: 'answer', id, answer });
    } catch (error) {
      if (!signal.aborted) report(error);
    }
  }

  /** What the application does with a call that works in the document: undefined, as usual. */
  async #documentAnswer(what: string): Promise<Exclude<DocumentAnswer, 'ok'> | undefined> {
    if (!this.#parts.facts().scripted.includes('document')) return undefined;
    const answer = (await this.#parts.scripted('document', what, this.#load.signal)) as DocumentAnswer;
    return answer === 'ok' ? undefined : answer;
  }

  async #relay(request: string): Promise<void> {
    const text = await this.#parts.nested(request, this.#load.signal);
    if (text !== undefined) this.#tell({ sandbox: 'nested', text });
  }

  #answer(request: Request): unknown {
    const { actionName, data } = request;
    if (request.actionType !== actionType.invoke) return this.#event(request);
    switch (actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.#begin();
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
        return this.#commonMethod(data);
      default:
        // Fire-and-forget calls too have to be answered, or office.js keeps them in its table.
        return null;
    }
  }

  /** The page in the frame starts anew: whatever its predecessor waited for is void. */
  #begin(): void {
    this.#load.abort();
    this.#load = new AbortController();
    this.#loadId = crypto.randomUUID();
    this.#dialogs.close();
    this.#channel.forgetEvents();
    const { root } = this.#parts.document;
    this.#rich = root ? new RichApi(root) : undefined;
    this.#begun = true;
    this.tellFacts();
  }

  #context(): Record<string, unknown> {
    const { app, locale, url, settings, requirementSets } = this.#parts;
    return appContext({
      app,
      identity: this.#identity,
      locale,
      paneUrl: url,
      requirementSets: requirementSets(),
      settings: Object.fromEntries(settings),
      width: innerWidth,
      height: innerHeight,
    });
  }

  #event(request: Request): unknown {
    if (request.actionName !== 'dialogMessageReceived') return { Version: 1, Error: 0 };
    if (request.actionType === actionType.unregister) {
      this.#dialogs.close();
      return { Version: 1, Error: 0 };
    }
    const { app, locale } = this.#parts;
    const error = this.#dialogs.open(request, {
      app,
      locale,
      pane: this.#identity,
      allowedOrigins: [this.#origin],
      context: () => this.#context(),
      tellPane: (message) => void this.#channel.fire('dialogMessageReceived', message),
    });
    return { Version: 1, Error: error };
  }

  #notified(data: unknown): null {
    const action = Array.isArray(data) ? (data as unknown[])[1] : undefined;
    if (action === 13) this.#parts.leave(1);
    if (action === 14) this.#parts.leave(-1);
    return null;
  }

  #commonMethod(data: unknown): unknown {
    const call = asObject(data);
    if (asObject(call?.['DdaMethod'])?.['DispatchId'] === 145) {
      this.#dialogs.tellDialog(call?.['messageContent'], this.#origin);
      return { Version: 1, Error: 0 };
    }
    const { document, settings, writing, accessToken, closed } = this.#parts;
    return executeMethod(data, {
      document,
      settings,
      writing,
      rich: () => this.#rich,
      documentAnswer: () => this.#documentAnswer('batch'),
      accessToken: accessToken(this.#loadId, this.#load.signal),
      closePane: closed,
    });
  }

  async #outlookMethod(data: unknown): Promise<unknown> {
    const { document, writing } = this.#parts;
    if (!('execute' in document)) return { error: true, wasSuccessful: false, errorCode: 5000 };
    const call = asObject(data);
    const dispatchId = Number(asObject(call?.['MethodData'])?.['DispatchId']);
    const refusal = writes(dispatchId) ? await this.#documentAnswer('message') : undefined;
    if (refusal === 'hang') return noAnswer;
    if (refusal)
      return { error: true, wasSuccessful: false, errorCode: Number(refusal.error) || OUTLOOK_FAULT };
    return writing(() => document.execute(dispatchId, asObject(call?.['ApiParams']) ?? {}));
  }
}
