#!/usr/bin/env node
import { runCommand } from './runCommand.mjs';

await runCommand('office-addin-tools', {
  start: ['start', 'Serve the add-in and open it in Office, or in the sandbox if CLIENT_ID is not set.'],
  sandbox: ['sandbox', 'Serve the add-in in the sandbox: a local Office, Entra ID and Microsoft Graph.'],
  stop: ['stop', 'Stop sideloading.'],
  sideload: ['sideloadCommand', 'Open the Office application with the add-in in this folder.'],
  certificates: ['certificatesCommand', 'Create and trust the certificate for https://localhost.'],
  build: ['build', 'Build pages, server and manifests into dist/.'],
  test: ['test', 'Run all checks for a change.'],
  'test:unit': ['test-unit', 'Run the unit and server tests.'],
  'test:e2e': ['test-e2e', 'Run the end-to-end tests.'],
  'test:all': ['test-all', 'Run the tests that `test` leaves out.'],
  validate: ['validate', "Validate the project's manifests, or any manifest file."],
  doctor: ['doctor', 'Diagnose machine, settings, manifests and registration.'],
  'configure-sso': ['configure-sso', 'Register the add-in in Entra ID and write the settings.'],
  package: ['package', 'Write the manifests and the package for upload.'],
  smoke: ['smoke', 'Test a deployed server from outside.'],
  errors: ['errors', 'Generate docs/errors.md from the problem catalogue.'],
  rename: ['rename', 'Rename the add-in.'],
  'add-language': ['add-language', 'Add a language to pane, dialog and manifests.'],
  'convert-to-single-host': ['convert-to-single-host', 'Reduce the add-in to one Office application.'],
});
