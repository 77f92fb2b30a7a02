import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './findProgram.ts';

/** Returns the path of Firefox; undefined if it is not installed. */
export function installedFirefox(): string | undefined {
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
}

/** Returns the programs for WebKitGTK without a display; undefined unless all of them are installed. */
export function installedWebKit(): { driver: string; browser: string; xvfb: string } | undefined {
  const [driver, xvfb] = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'] as const;
  const browser = miniBrowser();
  return browser !== undefined && [driver, xvfb].every((path) => existsSync(path))
    ? { driver, browser, xvfb }
    : undefined;
}

/** Returns the path of the browser that ships with WebKitGTK's driver. */
function miniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined;
  return readdirSync('/usr/lib')
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((name) =>
      ['4.1', '6.0', '4.0'].map((api) => join('/usr/lib', name, `webkit2gtk-${api}`, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));
}

/** Installs both if this process may: see `findProgram`. */
export function installOtherBrowsers(print: (sentence: string) => void): void {
  const needed = 'the main job and the sign-in dialog in other browsers';
  const wanted = [
    { debianPackage: 'firefox-esr', find: installedFirefox },
    { debianPackage: 'xvfb', find: () => (existsSync('/usr/bin/Xvfb') ? '/usr/bin/Xvfb' : undefined) },
    { debianPackage: 'webkit2gtk-driver', find: () => installedWebKit()?.driver },
  ];
  for (const { debianPackage, find } of wanted)
    findProgram(
      { debianPackage, find, needed, fix: `Install it (apt-get install ${debianPackage}).` },
      print,
    );
}
