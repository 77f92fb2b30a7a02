import type { RequestHandler } from 'express';

/**
 * GET /consent.html: the page to which Entra ID redirects an administrator after tenant-wide consent (`adminConsentUrl`
 * of a problem). Must be a redirect URI of the app registration. The page never shows anything from the URL.
 */
export const consent: RequestHandler = (req, res) => {
  res.type('html').send(req.query.error === undefined ? granted : declined);
};

const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><h1>${title}</h1><p>${text} You can close this page.</p></html>`;

const granted = page('Consent granted', 'Users can now sign in to the add-in.');
const declined = page('Consent not granted', 'Nothing has changed.');
