/**
 * Outlook's file of office.js asks for https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js when it does not find
 * that library, and waits for it. Here is the little that it uses, so that nothing has to be fetched. Where the
 * library has been loaded already this does nothing.
 */
export function standInForMicrosoftAjax(): void {
  const page = window as unknown as Page;
  if (page.Sys?.StringBuilder) return;
  const type = page.Type ?? (Function as unknown as TypeLibrary);
  page.Type = type;
  // office.js has put simpler ones there for its strings; these do the same and more.
  type.registerNamespace = registerNamespace;
  (type as unknown as { prototype: Record<string, unknown> }).prototype['registerClass'] = function (
    this: unknown,
  ) {
    return this;
  };
  page.Sys = {
    StringBuilder,
    Debug: { trace: () => undefined },
    Browser: { agent: {}, InternetExplorer: null },
    Serialization: {
      JavaScriptSerializer: { serialize: JSON.stringify, deserialize: (text) => JSON.parse(text) as unknown },
    },
  };
  for (const [name, value] of Object.entries(functionHelpers)) define(Function, name, value);
  for (const [name, label] of Object.entries(argumentErrors)) {
    define(Error, name, (message?: string) => named(`Sys.${label}Exception`, message));
  }
  define(Error, 'create', (message?: string, members?: object) => Object.assign(new Error(message), members));
  define(Error.prototype, 'popStackFrame', () => undefined);
}

interface TypeLibrary {
  registerNamespace: (name: string) => void;
}

interface Page {
  Type?: TypeLibrary;
  Sys?: {
    StringBuilder: unknown;
    Debug: { trace: () => void };
    Browser: { agent: object; InternetExplorer: null };
    Serialization: {
      JavaScriptSerializer: { serialize: (value: unknown) => string; deserialize: (text: string) => unknown };
    };
  };
}

class StringBuilder {
  #parts: string[];

  constructor(first?: string) {
    this.#parts = first === undefined ? [] : [first];
  }

  append(text: unknown): void {
    this.#parts.push(String(text));
  }

  toString(separator = ''): string {
    return this.#parts.join(separator);
  }
}

/** `A.B.C` becomes three objects, one in the other. */
function registerNamespace(name: string): void {
  let owner = window as unknown as Record<string, unknown>;
  for (const part of name.split('.')) {
    owner[part] ??= {};
    owner = owner[part] as Record<string, unknown>;
  }
}

type AnyFunction = (...args: unknown[]) => unknown;

const functionHelpers = {
  // null: the arguments are right. office.js trusts its own calls.
  _validateParams: () => null,
  _validateParameter: () => null,
  _validateParameterCount: () => null,
  _validateParameterType: () => null,
  createDelegate: (owner: unknown, method: AnyFunction) => method.bind(owner),
  createCallback:
    (method: AnyFunction, context: unknown) =>
    (...args: unknown[]) =>
      method(...args, context),
};

const argumentErrors = {
  argument: 'Argument',
  argumentNull: 'ArgumentNull',
  argumentOutOfRange: 'ArgumentOutOfRange',
  argumentType: 'ArgumentType',
  argumentUndefined: 'ArgumentUndefined',
  format: 'Format',
  invalidOperation: 'InvalidOperation',
  notImplemented: 'NotImplemented',
  parameterCount: 'ParameterCount',
};

function named(name: string, message?: string): Error {
  const error = new Error(message ? `${name}: ${message}` : name);
  error.name = name;
  return error;
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}
