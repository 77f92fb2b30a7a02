import { didYouMean } from '../../nearest.ts';

/** What an attribute or the text of an element may be. The names are those of [MS-OWEMXML], sections 2.3.x. */
export interface SimpleType {
  readonly name: string;
  /** Values that are known; empty where any of a form will do. */
  readonly values: readonly string[];
  /** Returns what is wrong with the value and how to write it; undefined when it is right. Linear in its length. */
  readonly check: (value: string) => Wrong | undefined;
}

export interface Wrong {
  /** Goes on after the name of the place: "has 130 characters". */
  readonly problem: string;
  readonly fix: string;
}

const characters = (text: string) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** Text of a length; what is nothing but space counts as empty, because nobody can read it. */
function textOf(name: string, most: number): SimpleType {
  return {
    name,
    values: [],
    check(value) {
      if (value.trim() === '') return { problem: 'is empty', fix: `Write 1 to ${most} characters.` };
      // A code unit at least for each character: a long text needs no counting.
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

/** One of a list; what is close to one of them is taken for it in the fix. */
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
  'Write a GUID; `node -p "crypto.randomUUID()"` makes one.',
  64,
);

/** Where the application id comes later, a template says "{application GUID here}", "$app-id$", "Enter_client_ID_here". */
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

/** A value as a finding shows it: quoted, on one line, cut where it is long. */
export function shown(value: string): string {
  // By characters, so that none is cut in half; of a long text only the beginning is looked at.
  const start = [...value.slice(0, 128)];
  return JSON.stringify(start.length > 60 ? `${start.slice(0, 57).join('')}…` : value);
}

/** The fix, with the known value that resembles the wrong one where there is one. */
export function fixFor(value: string, { values }: SimpleType, fix: string): string {
  const meant = didYouMean(value, values);
  return meant === '' ? fix : meant;
}
