import type { RequestHandler } from 'express';
import { problemCodes, problemRow } from '../../contract/catalogue.ts';

/** GET /errors: what the `type` of a problem points to. Plain text, made from the catalogue. */
export const errors: RequestHandler = (_req, res) => {
  res.type('text/plain').send(text);
};

const text = problemCodes
  .filter((code) => problemRow(code).status !== undefined)
  .map((code) => {
    const { status, title, hint, link } = problemRow(code);
    return [`${code} (${status})`, `  ${title}`, `  ${hint}`, ...(link ? [`  ${link}`] : [])].join('\n');
  })
  .join('\n\n');
