/** The parts of a browser's window that office.js uses while it starts and communicates. Only office.js sees them. */
export interface OfficeWindow {
  /** Runs a script with these globals. Declarations of one script are visible to the next, as in a page. */
  run(code: string): unknown;
  /** Delivers a message of the host page. */
  receive(data: unknown): void;
}

export interface OfficeWindowOptions {
  /** Name of the window, with host info and configuration. */
  readonly name: string;
  /** Address of the add-in's script. */
  readonly url: string;
  /** Address of office.js. */
  readonly officeJs: string;
  readonly hostOrigin: string;
  readonly fetch: typeof fetch;
  readonly post: (data: unknown) => void;
  /** Returns the text of a part of office.js. */
  readonly load: (url: string) => Promise<string>;
}

type Listener = (event: unknown) => void;

interface ScriptElement {
  src: string;
  onload?: (() => void) | null;
  onerror?: ((event: unknown) => void) | null;
}

/** All scripts run in one activation of this function, so that they share their declarations. */
const SCOPE = `return (function* () {
  var __code;
  with (officeWindow) for (;;) __code = yield eval(__code);
})();`;

export function officeWindow(options: OfficeWindowOptions): OfficeWindow {
  const listeners = new Set<Listener>();
  const parent = { postMessage: (data: unknown) => options.post(data) };
  const window: Record<string, unknown> = {
    name: options.name,
    parent,
    top: parent,
    opener: null,
    location: new URL(options.url),
    history: {},
    external: {},
    screen: {},
    navigator: { userAgent: navigator.userAgent, platform: '', appVersion: '', onLine: true },
    sessionStorage: memoryStorage(),
    localStorage: memoryStorage(),
    fetch: options.fetch,
    HTMLScriptElement: Script,
    addEventListener: (type: string, listener: Listener) => {
      if (type === 'message') listeners.add(listener);
    },
    removeEventListener: (_type: string, listener: Listener) => listeners.delete(listener),
    dispatchEvent: () => true,
    setTimeout: (handler: () => void, ms?: number) => setTimeout(handler, ms),
    clearTimeout: (id: number) => clearTimeout(id),
    setInterval: (handler: () => void, ms?: number) => setInterval(handler, ms),
    clearInterval: (id: number) => clearInterval(id),
    open: () => null,
    alert: nothing,
    confirm: nothing,
    prompt: nothing,
    focus: nothing,
    Promise,
    JSON,
    console,
    crypto,
    performance,
  };
  window['window'] = window;
  window['self'] = window;
  // oxlint-disable-next-line typescript/no-implied-eval -- Only this makes a worker run a script written for a page.
  const enter = new Function('officeWindow', SCOPE) as (scope: object) => Generator<unknown, never, string>;
  const scope = enter(window);
  window['document'] = document(options, (code) => {
    declareNamespaces(code, window);
    scope.next(code);
  });
  // The first call runs up to the first yield.
  (scope as Generator<unknown, never, string | undefined>).next(undefined);
  return {
    run(code) {
      declareNamespaces(code, window);
      return scope.next(code).value;
    },
    receive(data) {
      const event = { data, origin: options.hostOrigin, source: parent };
      for (const listener of listeners) listener(event);
    },
  };
}

/**
 * Declares the namespaces of a script, such as Office and OSF, as properties of the window: in a page, a variable at the top
 * is one, and office.js uses both names for the same thing.
 */
function declareNamespaces(code: string, window: Record<string, unknown>): void {
  for (const [, name = ''] of code.matchAll(/(?:var |,)([A-Z]\w{2,})(?=[=,;])/gu)) {
    if (!(name in window) && !(name in globalThis) && !code.includes(`function ${name}(`))
      window[name] = undefined;
  }
}

class Script implements ScriptElement {
  src = '';
  onload: (() => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  setAttribute = nothing;
  getAttribute = () => null;
}

function document(options: OfficeWindowOptions, run: (code: string) => void): Record<string, unknown> {
  const first = new Script();
  first.src = options.officeJs;
  const scripts: Script[] = [first];
  const head = {
    appendChild(script: Script): void {
      scripts.push(script);
      void options.load(script.src).then(
        (code) => {
          made['currentScript'] = script;
          run(code);
          made['currentScript'] = null;
          script.onload?.();
        },
        (error: unknown) => script.onerror?.(error),
      );
    },
  };
  const made: Record<string, unknown> = {
    domain: new URL(options.url).hostname,
    URL: options.url,
    cookie: '',
    readyState: 'complete',
    head,
    body: element(),
    documentElement: element(),
    currentScript: first,
    getElementsByTagName: (name: string) => list(name === 'script' ? scripts : name === 'head' ? [head] : []),
    createElement: (name: string) => (name === 'script' ? new Script() : element()),
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  return made;
}

function element(): Record<string, unknown> {
  return {
    style: {},
    setAttribute: nothing,
    getAttribute: () => null,
    appendChild: nothing,
    addEventListener: nothing,
  };
}

/** Returns a copy with the method `item` of an HTMLCollection. */
function list(items: readonly unknown[]): readonly unknown[] {
  return Object.assign([...items], { item: (index: number) => items[index] ?? null });
}

function memoryStorage(): Record<string, unknown> {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

function nothing(): void {
  // office.js calls it for effects that only a page has.
}
