import { didYouMean } from '../../nearest.ts';

/** Type of an attribute or of element text. The names are those of [MS-OWEMXML], sections 2.3.x. */
export interface SimpleType {
  readonly name: string;
  /** Allowed values; empty if the type is a pattern. */
  readonly values: readonly string[];
  /** Returns undefined for a valid value. Linear in its length. */
  readonly check: (value: string) => InvalidValue | undefined;
}

export interface InvalidValue {
  /** A predicate without its subject: "has 130 characters". */
  readonly problem: string;
  readonly fix: string;
}

const characters = (text: string) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** Text of 1 to `most` characters. Whitespace alone counts as empty. */
function textOf(name: string, most: number): SimpleType {
  return {
    name,
    values: [],
    check(value) {
      if (value.trim() === '') return { problem: 'is empty', fix: `Write 1 to ${most} characters.` };
      // A character has at most two code units, so a text this long needs no counting.
      const length = value.length > 2 * most ? value.length : characters(value);
      if (length <= most) return undefined;
      return { problem: `has ${length} characters`, fix: `Shorten it: at most ${most} are allowed.` };
    },
  };
}

export function patternType(name: string, pattern: RegExp, fix: string, most = 4096): SimpleType {
  return {
    name,
    values: [],
    check: (value) =>
      value.length <= most && pattern.test(value) ? undefined : { problem: `cannot be ${shown(value)}`, fix },
  };
}

/** One of a list of values. */
export function oneOf(name: string, values: readonly string[]): SimpleType {
  return {
    name,
    values,
    check: (value) =>
      values.includes(value)
        ? undefined
        : { problem: `cannot be ${shown(value)}`, fix: `Known values: ${values.join(', ')}.` },
  };
}

export function integerType(lowest: number, highest: number): SimpleType {
  return {
    name: 'integer',
    values: [],
    check(value) {
      const number = /^\s*[+-]?\d{1,15}\s*$/u.test(value) ? Number(value) : Number.NaN;
      if (number >= lowest && number <= highest) return undefined;
      return {
        problem: `cannot be ${shown(value)}`,
        fix: `Write a whole number from ${lowest} to ${highest}.`,
      };
    },
  };
}

export const NonEmptyString = textOf('NonEmptyString', 32_767);
export const ShortString = textOf('ShortString', 125);
export const LongString = textOf('LongString', 250);
export const ReferenceId = textOf('ReferenceId', 32);
export const Url = textOf('URL', 2048);
export const Integer = integerType(0, 999_999_999);
export const Boolean = oneOf('boolean', ['true', 'false', '1', '0']);

export const Uuid = patternType(
  'UUID',
  /^(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$|^\{[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}$/iu,
  'Write a GUID. To create one: `node -p "crypto.randomUUID()"`.',
  64,
);

/** Placeholders for the application id in templates: "{application GUID here}", "$app-id$", "Enter_client_ID_here". */
const PLACEHOLDER =
  /^(?:\{[^{}]{1,80}\}|\$[^$]{1,80}\$|\$?\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|\[[^[\]]{1,80}\]|(?:enter|your|insert)[-_ ].{1,80})$/iu;

export const ApplicationId: SimpleType = {
  ...Uuid,
  check: (value) => (PLACEHOLDER.test(value) ? undefined : Uuid.check(value)),
};

export const AlternateId = patternType(
  'AlternateId',
  /^.{5,12}\\WA\d{9}$/u,
  'Write the market and the asset id, such as en-US\\WA123456789.',
  64,
);

export const CultureName = patternType(
  'CultureName',
  /^(?:[a-z]{2,3}-[a-z\d]{3,8}(?:-[a-z]{2,3})?|[a-z]{2,3}(?:-[a-z]{2,3}(?:_tradnl|\.pseudo|-[a-z]{4,8})?)?)$/iu,
  'Write a language tag, such as en-US.',
  40,
);

export const Version = patternType(
  'Version',
  /^\d{1,5}(?:\.\d{1,5}){0,3}$/u,
  'Write one to four numbers of up to five digits, such as 1.0.0.0.',
  40,
);

export const ShortVersion = patternType(
  'ShortVersion',
  /^\d{1,5}\.\d{1,5}$/u,
  'Write two numbers, such as 1.3.',
  40,
);

/** Returns a value quoted, on one line and truncated, for messages. */
export function shown(value: string): string {
  // Split by characters, so that none is cut in half.
  const start = [...value.slice(0, 128)];
  return JSON.stringify(start.length > 60 ? `${start.slice(0, 57).join('')}…` : value);
}

/** Returns a suggestion if a known value resembles the invalid one, else `fix`. */
export function fixFor(value: string, { values }: SimpleType, fix: string): string {
  const meant = didYouMean(value, values);
  return meant === '' ? fix : meant;
}
