import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellQuote } from './sideload.ts';
import { applications } from './project.ts';
import { readSideloadOptions, planSideload } from './sideloadPlan.ts';

const document = 'https://contoso.sharepoint.com/:w:/r/a.docx?d=1&e=2';

describe('readSideloadOptions', () => {
  it('defaults to Word on the desktop', () => {
    expect(readSideloadOptions([], applications)).toEqual({
      application: 'word',
      platform: 'desktop',
      document: undefined,
    });
  });

  it('reads application, platform and document', () => {
    expect(
      readSideloadOptions(['--app', 'excel', '--platform=web', '--document', document], applications),
    ).toEqual({
      application: 'excel',
      platform: 'web',
      document,
    });
  });

  it('accepts only the applications of the add-in', () => {
    expect(readSideloadOptions([], ['outlook']).application).toBe('outlook');
    expect(() => readSideloadOptions(['--app', 'word'], ['outlook'])).toThrow(
      '--app must be one of: outlook.',
    );
  });

  it.each([
    [['--app', 'access'], /--app must be one of: word, excel, powerpoint, outlook/u],
    [['--app', 'exel'], /Did you mean excel\?/u],
    [['--app'], /--app/u],
    [['--platform', 'phone'], /--platform must be one of: desktop, web/u],
    [['--host', 'word'], /Usage: npm start -- \[--app/u],
    [['word'], /Usage: npm start -- \[--app/u],
    [['--document', document], /needs --platform web/u],
    [['--platform', 'web', '--document', 'C:\\a.docx'], /https address/u],
    [['--platform', 'web', '--app', 'outlook', '--document', document], /does not apply to Outlook/u],
  ])('rejects %j', (args, message) => {
    expect(() => readSideloadOptions(args, applications)).toThrow(message);
  });
});

describe('planSideload', () => {
  const desktop = (application: (typeof applications)[number]) =>
    ({ application, platform: 'desktop', document: undefined }) as const;

  it.each(applications)(
    'runs a command for %s on Windows and Mac, and lists manual steps on Linux',
    (application) => {
      for (const system of ['win32', 'darwin'] as const) {
        const step = planSideload(desktop(application), '/p/m.xml', system);
        expect(step).toMatchObject({
          kind: 'command',
          args: ['start', '/p/m.xml', 'desktop', '--app', application, '--no-debug'],
        });
      }
      expect(planSideload(desktop(application), '/p/m.xml', 'linux').kind).toBe('manual');
    },
  );

  it('names the sideload folder on the Mac', () => {
    const step = planSideload(desktop('excel'), '/p/m.xml', 'darwin');
    expect(step).toMatchObject({
      manualSteps: [expect.stringContaining('com.microsoft.Excel/Data/Documents/wef')],
    });
  });

  it('opens the document on the web, or names the upload page', () => {
    const web = { application: 'word', platform: 'web', document } as const;
    expect(planSideload(web, 'm.xml', 'linux')).toMatchObject({
      kind: 'command',
      args: expect.arrayContaining([document]) as string[],
    });
    expect(planSideload({ ...web, document: undefined }, 'm.xml', 'win32')).toMatchObject({
      kind: 'manual',
      steps: [expect.stringContaining('Upload My Add-in'), expect.stringContaining('--document')],
    });
    expect(
      planSideload({ ...web, application: 'outlook', document: undefined }, 'm.xml', 'win32'),
    ).toMatchObject({
      kind: 'manual',
      steps: [expect.stringContaining('aka.ms/olksideload'), expect.stringContaining('FOR_MS_GRAPH_ACCESS')],
    });
  });
});

it.skipIf(process.platform === 'win32')('shellQuote passes an argument to the program unchanged', () => {
  const text = `https://a.test/$(id)\`id\`;'"?a=1&b=%PATH%`;
  const print = shellQuote('process.stdout.write(process.argv[1])', 'linux');
  const out = execFileSync('/bin/sh', ['-c', `node -e ${print} ${shellQuote(text, 'linux')}`]);
  expect(out.toString()).toBe(text);
});
