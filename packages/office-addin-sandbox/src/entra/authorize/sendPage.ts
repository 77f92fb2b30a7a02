import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { ProviderState } from '../providerState.ts';
import { escapeHtml, page, type PageContent } from './pageTemplate.ts';

type Provider = Pick<ProviderState, 'origins' | 'registrations'>;

/** Sends a page whose Content-Security-Policy blocks all external resources. */
export function sendPage(
  res: Response,
  { origins, registrations }: Provider,
  content: Omit<PageContent, 'nonce'>,
): void {
  const nonce = randomBytes(16).toString('base64');
  res.set({
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      'img-src data:',
      // Browsers apply form-action to redirects as well, so it includes the add-ins.
      `form-action ${[origins.entra, ...registrations.origins].join(' ')}`,
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
export function sendErrorPage(res: Response, provider: Provider, title: string, detail: string): void {
  res.status(400);
  sendPage(res, provider, { title, content: `<p>${escapeHtml(detail)}</p>`, automatic: null });
}
