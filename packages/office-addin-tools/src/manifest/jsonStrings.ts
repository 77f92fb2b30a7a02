import type { Span } from './element.ts';

/** A string value in a JSON document, with its position. */
export interface JsonString extends Span {
  /** Names and indices from the root: ["icons", "color"]. */
  readonly path: readonly (string | number)[];
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

export type ParsedJson =
  | { readonly value: unknown; readonly texts: readonly JsonString[] }
  | { readonly error: string; readonly line: number };

/** Parses JSON and returns the position of each string value, so that one can be reported or edited alone. */
export function parseJsonStrings(json: string): ParsedJson {
  const marked = json.startsWith('\uFEFF') ? 1 : 0;
  try {
    return { value: JSON.parse(json.slice(marked)) as unknown, texts: stringsIn(json) };
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/u.exec(message)?.[1] ?? json.length) + marked;
    return { error: message, line: lineAt(json, at) };
  }
}

/** @param json valid JSON */
function stringsIn(json: string): JsonString[] {
  const found: JsonString[] = [];
  const path: (string | number)[] = [];
  let name: string | undefined;
  for (const piece of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]/gu)) {
    const [token] = piece;
    const inArray = typeof path.at(-1) === 'number';
    switch (token) {
      case '{':
      case '[':
        // In an object, the path ends with the current member's name; in an array, with the index.
        path.push(token === '{' ? '' : 0);
        break;
      case '}':
      case ']':
        path.pop();
        break;
      case ',':
        if (inArray) path[path.length - 1] = Number(path.at(-1)) + 1;
        break;
      case ':':
        path[path.length - 1] = name ?? '';
        name = undefined;
        break;
      default: {
        const value = JSON.parse(token) as string;
        if (!inArray && isName(json, piece.index + token.length)) {
          name = value;
          break;
        }
        found.push({
          path: [...path],
          value,
          line: lineAt(json, piece.index),
          from: piece.index,
          to: piece.index + token.length,
        });
      }
    }
  }
  return found;
}

const isName = (json: string, after: number) => /^\s*:/u.test(json.slice(after, after + 64));

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;
