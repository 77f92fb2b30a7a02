/**
 * Defines the part of MicrosoftAjax.js that Outlook's file of office.js uses, which would otherwise load
 * https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js. Does nothing if the library is already loaded.
 */
export function defineMicrosoftAjax(): void {
  const page = window as unknown as Page;
  if (page.Sys?.StringBuilder) return;
  const type = page.Type ?? (Function as unknown as TypeLibrary);
  page.Type = type;
  // Replaces simpler versions that office.js has defined for its strings.
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
    define(Error, name, (message?: string) => namedError(`Sys.${label}Exception`, message));
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

/** Creates nested objects for a name such as `A.B.C`. */
function registerNamespace(name: string): void {
  let owner = window as unknown as Record<string, unknown>;
  for (const part of name.split('.')) {
    owner[part] ??= {};
    owner = owner[part] as Record<string, unknown>;
  }
}

type AnyFunction = (...args: unknown[]) => unknown;

const functionHelpers = {
  // null: valid.
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

function namedError(name: string, message?: string): Error {
  const error = new Error(message ? `${name}: ${message}` : name);
  error.name = name;
  return error;
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}
