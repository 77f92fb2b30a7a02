import { expect, test } from '../support/fixtures.ts';

test('sorts the list by the chosen order', async ({ open, sandbox }) => {
  await sandbox.scenario({ files: [3, 1, 2].map((size) => ({ name: `${size}.docx`, size })) });
  const { frame } = await open();
  const names = () =>
    frame.getByTestId('file-item').evaluateAll((all) => all.map((each) => each.dataset['name']));
  await expect.poll(names).toEqual(['1.docx', '2.docx', '3.docx']);
  await frame.getByTestId('sort').selectOption('size_down');
  await expect.poll(names).toEqual(['3.docx', '2.docx', '1.docx']);
});
