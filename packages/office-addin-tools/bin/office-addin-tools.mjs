#!/usr/bin/env node
import { runCommand } from './runCommand.mjs';

await runCommand('office-addin-tools', {
  start: ['start', 'Serve the add-in and open it in Office, or in the sandbox while CLIENT_ID is not set.'],
  sandbox: ['sandbox', 'Serve the add-in in the sandbox: a local Office, Entra ID and Microsoft Graph.'],
  stop: ['stop', 'End sideloading.'],
  sideload: ['sideloadCommand', 'Open the Office application with the add-in of this folder.'],
  certificates: ['certificatesCommand', 'Make the certificate for https://localhost, and trust it.'],
  build: ['build', 'Build pages, server and manifests into dist/.'],
  test: ['test', 'Run the checks that a change needs.'],
  'test:unit': ['test-unit', 'Run the unit and server tests.'],
  'test:e2e': ['test-e2e', 'Run the end-to-end tests.'],
  'test:all': ['test-all', 'Run the tests that `test` leaves out.'],
  validate: ['validate', 'Check manifests: those of the project, or any file.'],
  doctor: ['doctor', 'Find what is wrong with machine, settings, manifests and registration.'],
  'configure-sso': ['configure-sso', 'Register the add-in in Entra ID and write the settings.'],
  package: ['package', 'Write manifests and the package for upload.'],
  smoke: ['smoke', 'Check a deployed server from outside.'],
  errors: ['errors', 'Write docs/errors.md from the catalogue of problems.'],
  rename: ['rename', 'Give the add-in another name.'],
  'add-language': ['add-language', 'Add a language to pane, dialog and manifests.'],
  'convert-to-single-host': ['convert-to-single-host', 'Make the add-in for one Office application only.'],
});
