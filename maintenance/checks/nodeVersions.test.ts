import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');
const developed = read('.nvmrc').trim();
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, version]) => version);

it('develops, builds and deploys with the same version of Node.js', () => {
  const workflows = readdirSync(resolve(root, '.github/workflows')).map((name) =>
    read(`.github/workflows/${name}`),
  );
  const versions = [
    ...all(read('Dockerfile'), /^FROM node:(\d+)-/gm),
    ...workflows.flatMap((text) => all(text, /node-version: (\d+)/g)),
    ...all(read('infra/main.bicep'), /param nodeVersion string = '(\d+)'/g),
    ...all(read('infra/main.parameters.json'), /NODE_VERSION=(\d+)/g),
  ];
  expect(versions.length).toBeGreaterThan(6);
  expect(new Set(versions)).toEqual(new Set([developed]));
});

it('tests the oldest version that package.json accepts, and the newer ones', () => {
  expect(read('.github/workflows/test.yml')).toContain('node: [20, 22, 24]');
  expect(read('package.json')).toContain('"node": ">=20.20"');
});

it('pins the telemetry exporter exactly and keeps it out of automatic updates', () => {
  expect(read('package.json')).toMatch(/"@azure\/monitor-opentelemetry-exporter": "\d[^"]*"/);
  expect(read('.github/dependabot.yml')).toContain(
    "{ dependency-name: '@azure/monitor-opentelemetry-exporter' }",
  );
});
