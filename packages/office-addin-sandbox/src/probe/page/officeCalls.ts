/// <reference types="office-js" />

/** Returns the value of a call with a callback. Rejects with the error of office.js. */
export function callback<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call(({ status, value, error }) =>
      status === Office.AsyncResultStatus.Succeeded
        ? resolve(value)
        : reject(Object.assign(new Error(error.message), error)),
    ),
  );
}

/** Returns null if the call succeeds, or the code of its error. */
export function failureOf<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void) {
  return callback(call).then(() => null, codeOf);
}

/** Returns the code of an error of office.js, or null. Codes are numbers or words such as `InvalidArgument`. */
export function codeOf(error: unknown): number | string | null {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code === 'number') return code;
  return typeof code === 'string' ? word(code) : null;
}

export function nameOf(error: unknown): string {
  const { name } = (error ?? {}) as { name?: unknown };
  return word(name);
}

/** Hides texts that could contain more than a name. */
const word = (text: unknown) =>
  typeof text === 'string' && /^[\w .]{1,60}$/u.test(text) ? text : '<string>';
