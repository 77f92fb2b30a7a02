import type { Request } from 'express';

/** Parameters of a query or a form; of a repeated parameter, the last. */
export type TextParameters = Readonly<Record<string, string | undefined>>;

/** Parses the address instead of using `req.query`, where repeated parameters become arrays and objects. */
export function queryParameters(req: Request): TextParameters {
  const { searchParams } = new URL(req.originalUrl, 'https://sandbox.invalid');
  return Object.fromEntries(searchParams);
}

/** Reads a body parsed by `express.urlencoded({ extended: false })`; drops members that aren't strings. */
export function formParameters(req: Request): TextParameters {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return {};
  const last = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[]).at(-1) : value);
  return Object.fromEntries(
    Object.entries(body)
      .map(([name, value]) => [name, last(value)] as const)
      .filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'),
  );
}
