#!/usr/bin/env node
// Runs the sources in this repository; the published package has dist/cli.js instead.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli.ts');
