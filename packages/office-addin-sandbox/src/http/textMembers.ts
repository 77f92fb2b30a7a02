import type { Request } from 'express';

/** Members of a query or a form: always text, the last of a repeated one. */
export type TextMembers = Readonly<Record<string, string | undefined>>;

/** Read from the address itself: Express would make lists and objects of repeated members. */
export function queryMembers(req: Request): TextMembers {
  const { searchParams } = new URL(req.originalUrl, 'https://sandbox.invalid');
  return Object.fromEntries(searchParams);
}

/** Body that `express.urlencoded({ extended: false })` has read; anything but text is left out. */
export function formMembers(req: Request): TextMembers {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return {};
  const last = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[]).at(-1) : value);
  return Object.fromEntries(
    Object.entries(body)
      .map(([name, value]) => [name, last(value)] as const)
      .filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'),
  );
}
