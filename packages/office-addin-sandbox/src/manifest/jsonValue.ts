import { getNodePath, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { ManifestError } from './manifestError.ts';

/** A value in a JSON file. Knows its path and its line, for messages. */
export class JsonValue {
  readonly #file: string;
  readonly #text: string;
  readonly #node: Node;

  private constructor(file: string, text: string, node: Node) {
    this.#file = file;
    this.#text = text;
    this.#node = node;
  }

  /**
   * @param file path, for messages
   * @throws ManifestError that names the line of the first syntax error
   */
  static parse(file: string, text: string): JsonValue {
    const errors: ParseError[] = [];
    const node = parseTree(text, errors, { disallowComments: true });
    const [error] = errors;
    if (error || !node) {
      const reason = error ? printParseErrorCode(error.error) : 'Empty';
      throw new ManifestError(
        file,
        lineOf(text, error?.offset ?? 0),
        '',
        `The file is not valid JSON (${reason}).`,
      );
    }
    return new JsonValue(file, text, node);
  }

  /** Such as `extensions[0].runtimes[1].code.page`. */
  get path(): string {
    return getNodePath(this.#node)
      .map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`))
      .join('')
      .replace(/^\./u, '');
  }

  /** Returns undefined if this isn't an object, or has no such member. */
  member(name: string): JsonValue | undefined {
    const property =
      this.#node.type === 'object' &&
      this.#node.children?.find(({ children }) => children?.[0]?.value === name);
    const node = property ? property.children?.[1] : undefined;
    return node && new JsonValue(this.#file, this.#text, node);
  }

  /** Returns the value at the end of a path of names, or undefined. */
  at(...names: readonly string[]): JsonValue | undefined {
    return names.reduce<JsonValue | undefined>((value, name) => value?.member(name), this);
  }

  /** Returns the items of the array at this path of names; an empty list if there is no array. */
  items(...names: readonly string[]): JsonValue[] {
    const array = this.at(...names);
    if (!array || array.#node.type !== 'array') return [];
    return (array.#node.children ?? []).map((node) => new JsonValue(this.#file, this.#text, node));
  }

  /** Returns a text or number as text; undefined for anything else. */
  get text(): string | undefined {
    const value: unknown = this.#node.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  /** Returns the texts of the array at this path of names. */
  texts(...names: readonly string[]): string[] {
    return this.items(...names).flatMap(({ text }) => text ?? []);
  }

  /** Throws a ManifestError if there is no text at this path of names. */
  requiredText(...names: readonly string[]): string {
    const text = this.at(...names)?.text;
    if (text) return text;
    throw this.error(`It has no ${names.join('.')}.`);
  }

  error(problem: string): ManifestError {
    return new ManifestError(this.#file, lineOf(this.#text, this.#node.offset), this.path, problem);
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
