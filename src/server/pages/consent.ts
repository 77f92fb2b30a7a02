import type { RequestHandler } from 'express';

/**
 * GET /consent.html: where Entra ID sends an administrator back to after the consent for the organization
 * (`adminConsentUrl` of a problem). Has to be a redirect URI of the app registration. Nothing of the address is
 * repeated on the page.
 */
export const consent: RequestHandler = (req, res) => {
  const given = req.query.error === undefined;
  res.type('html').send(given ? page('Consent was given', 'Users of the add-in can sign in now.') : refused);
};

const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><h1>${title}</h1><p>${text} You can close this page.</p></html>`;

const refused = page('Consent was not given', 'Nothing has changed.');
