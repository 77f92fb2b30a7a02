import type { RequestHandler } from 'express';
import { problemCodes, problemRow } from '../../contract/catalogue.ts';
import { explain } from '../../contract/explanations.ts';

/** GET /errors: the target of a problem's `type`. Plain text, generated from the catalogue. */
export const errors: RequestHandler = (_req, res) => {
  res.type('text/plain').send(text);
};

const text = problemCodes
  .filter((code) => problemRow(code).status !== undefined)
  .map((code) => {
    const { title, hint, link } = explain(code);
    return [
      `${code} (${problemRow(code).status})`,
      `  ${title}`,
      `  ${hint}`,
      ...(link ? [`  ${link}`] : []),
    ].join('\n');
  })
  .join('\n\n');
