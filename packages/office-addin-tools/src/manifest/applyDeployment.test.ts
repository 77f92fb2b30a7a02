import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDeployment } from './applyDeployment.ts';
import type { Deployment } from './deployment.ts';
import { sampleManifests } from './testing/sampleManifests.ts';

const manifests = [...sampleManifests()];
const xmlOnly = manifests.filter(([file]) => file.endsWith('.xml'));
const local: Deployment = {
  origin: 'https://localhost:3000',
  clientId: '{application GUID here}',
  scopes: ['User.Read', 'Files.Read'],
};

/** Origins that the manifests do not contain. */
const origins = fc
  .tuple(fc.domain(), fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }))
  .map(([domain, port]) => new URL(`https://${domain}${port === undefined ? '' : `:${port}`}`).origin)
  .filter((origin) => !/example\.com$|microsoftonline\.com$/u.test(new URL(origin).hostname));
const scopes = fc.uniqueArray(fc.constantFrom('User.Read', 'Files.Read', 'Mail.Read', 'Sites.Read.All'), {
  minLength: 1,
});
const facts = fc.record({ origin: origins, clientId: fc.uuid(), scopes });

describe.each(manifests)('applyDeployment on %s', (_file, text) => {
  it('changes nothing if the manifest already matches', () => {
    expect(applyDeployment(text, local)).toBe(text);
    expect(applyDeployment(text, { ...local, clientId: undefined })).toBe(text);
  });

  it('is idempotent, independent of earlier values, and reversible', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const applied = applyDeployment(text, one);
        expect(applyDeployment(applied, one)).toBe(applied);
        expect(
          applyDeployment(applyDeployment(text, other), one).replace(/<Scopes>[^]*<\/Scopes>/u, ''),
        ).toBe(applied.replace(/<Scopes>[^]*<\/Scopes>/u, ''));
        expect(applyDeployment(applyDeployment(text, { ...one, scopes: local.scopes }), local)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('replaces every occurrence of the old origin and id', () => {
    const applied = applyDeployment(text, {
      ...local,
      origin: 'https://addin.contoso.com:8443',
      clientId: 'an-id',
    });
    expect(applied).not.toMatch(/localhost|GUID here/u);
    expect(applied).toContain('api://addin.contoso.com:8443/an-id');
    expect(applied).toContain('https://addin.contoso.com:8443/taskpane.html');
  });

  it('keeps URLs on other origins', () => {
    const foreign = (said: string) => said.match(/https:\/\/(?:example|login|schemas|developer)[^"<]*/gu);
    const applied = applyDeployment(text, { ...local, origin: 'https://addin.contoso.com' });
    expect(foreign(applied)).toEqual(foreign(text));
  });

  it('keeps line endings and the byte order mark', () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const moved = { ...local, origin: 'https://a.test', scopes: ['User.Read'] };
    expect(applyDeployment(windows, moved)).toBe(
      `\uFEFF${applyDeployment(text, moved).replaceAll('\n', '\r\n')}`,
    );
  });

  it('sets the version', () => {
    expect(applyDeployment(text, { ...local, version: '7.8.9' })).toMatch(
      /<Version>7\.8\.9<|"version": "7\.8\.9"/u,
    );
  });
});

describe.each(xmlOnly)('applyDeployment on the scopes of %s', (_file, text) => {
  it('writes openid, profile and the short names of SCOPE', () => {
    const wanted = ['https://graph.microsoft.com/Mail.Read', 'User.Read'];
    const found = [
      ...applyDeployment(text, { ...local, scopes: wanted }).matchAll(/ <Scope>(.*)<\/Scope>\n/gu),
    ];
    expect(found.map(([, scope]) => scope)).toEqual(['openid', 'profile', 'Mail.Read', 'User.Read']);
  });
});

describe('applyDeployment', () => {
  it('ignores comments, texts and similar origins', () => {
    const xml = `<OfficeApp><!-- <AppDomain>https://localhost:3000</AppDomain> -->
      <DisplayName DefaultValue='about https://localhost:3000'/>
      <IconUrl Note="DefaultValue='https://localhost:3000'" DefaultValue = 'https://LOCALHOST:3000/i?a&amp;b>c'/>
      <SupportUrl DefaultValue="https://localhost:30001/x"/>
      <SourceLocation DefaultValue="https://localhost:3000/p"/></OfficeApp>`;
    expect(applyDeployment(xml, { ...local, origin: 'https://a.test' })).toBe(
      xml
        .replace(`'https://LOCALHOST:3000/i?a&amp;b>c'`, '"https://a.test/i?a&amp;b&gt;c"')
        .replace('"https://localhost:3000/p"', '"https://a.test/p"'),
    );
  });

  it('returns anything that is not a manifest unchanged', () => {
    for (const text of ['', '{', '<a', '{"a":1}', '[]', '<a/>']) {
      expect(applyDeployment(text, { ...local, origin: 'https://a.test' })).toBe(text);
    }
  });
});
