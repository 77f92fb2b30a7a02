import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { SandboxOrigins } from '../../ports.ts';
import { escapeHtml, page, type PageContent } from './pageTemplate.ts';

/** Sends a page whose Content-Security-Policy blocks all external resources. */
export function sendPage(res: Response, origins: SandboxOrigins, content: Omit<PageContent, 'nonce'>): void {
  const nonce = randomBytes(16).toString('base64');
  res.set({
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      'img-src data:',
      // Browsers apply form-action to redirects as well, so it includes the add-in.
      `form-action ${origins.entra} ${origins.addin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  res.type('html').send(page({ ...content, nonce }));
}

/** Sends an error page, for errors that can't be reported by redirect. */
export function sendErrorPage(res: Response, origins: SandboxOrigins, title: string, detail: string): void {
  res.status(400);
  sendPage(res, origins, { title, content: `<p>${escapeHtml(detail)}</p>`, automatic: null });
}
