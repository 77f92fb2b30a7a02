#!/usr/bin/env node
import { runCommand } from './runCommand.mjs';

await runCommand(
  {
    start: () => import('../src/start.ts'),
    sandbox: () => import('../src/sandbox.ts'),
    stop: () => import('../src/stop.ts'),
    build: () => import('../src/build.ts'),
    test: () => import('../src/test.ts'),
    'test:unit': () => import('../src/test-unit.ts'),
    'test:e2e': () => import('../src/test-e2e.ts'),
    'test:all': () => import('../src/test-all.ts'),
    validate: () => import('../src/validate.ts'),
    errors: () => import('../src/errors.ts'),
    'configure-sso': () => import('../src/configure-sso.ts'),
    doctor: () => import('../src/doctor.ts'),
    package: () => import('../src/package.ts'),
    smoke: () => import('../src/smoke.ts'),
    'convert-to-single-host': () => import('../src/convert-to-single-host.ts'),
    rename: () => import('../src/rename.ts'),
    'add-language': () => import('../src/add-language.ts'),
  },
  { withoutArguments: ['stop', 'build', 'errors', 'test:all'] },
);
