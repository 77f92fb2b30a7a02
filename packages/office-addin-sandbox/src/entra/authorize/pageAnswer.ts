import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { SandboxOrigins } from '../../ports.ts';
import { escapeHtml, page, type PageParts } from './pageShell.ts';

/** Sends a page with a policy that lets nothing in from elsewhere. */
export function sendPage(res: Response, origins: SandboxOrigins, parts: Omit<PageParts, 'nonce'>): void {
  const nonce = randomBytes(16).toString('base64');
  res.set({
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      'img-src data:',
      // Browsers hold redirects after a form to this list too, so the way back to the add-in has to stand in it.
      `form-action ${origins.entra} ${origins.addin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  res.type('html').send(page({ ...parts, nonce }));
}

/** What the application cannot or may not be told by redirect. */
export function sendErrorPage(res: Response, origins: SandboxOrigins, title: string, detail: string): void {
  res.status(400);
  sendPage(res, origins, { title, content: `<p>${escapeHtml(detail)}</p>`, automatic: null });
}
