/** A namespace of office.js while its file runs. */
type Namespace = Record<string, unknown>;

/**
 * Adds `Word.BuiltInStyleName`, the current name of an enum that npm's build calls `Word.Style`. Builds that have it assign
 * their own.
 */
export function defineWordEnums(page: { Word?: Namespace }): void {
  const word = (page.Word ??= {});
  let assigned: unknown;
  Object.defineProperty(word, 'BuiltInStyleName', {
    configurable: true,
    enumerable: true,
    get: () => assigned ?? word['Style'],
    set: (value: unknown) => {
      assigned = value;
    },
  });
}
