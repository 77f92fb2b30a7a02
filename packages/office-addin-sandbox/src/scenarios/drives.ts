import { inGroup } from './namedScenario.ts';

const modified = '2026-11-20T09:30:00Z';
const budget = { name: 'Budget.docx', size: 9_421, modified };

/** What drives answer that the documentation hardly mentions. */
export const driveScenarios = inGroup('graph', [
  {
    id: 'drive-order-refused',
    title: 'The drive only sorts by name',
    source: '400 invalidRequest for another $orderby, as OneDrive for work answers.',
    expected:
      'Sorting by size or date shows the list by name, and a line above it says which order is in use.',
    code: null,
    recovers: true,
    scenario: { fileCount: 60, drive: { orderby: ['name', 'url'] } },
  },
  {
    id: 'drive-options-refused',
    title: 'The drive refuses every option',
    source: '400 for $orderby, $select and $top.',
    expected: 'The files appear. A line above the list says that they are in no particular order.',
    code: null,
    recovers: true,
    scenario: { drive: { refuses: ['$orderby', '$select', '$top'] } },
  },
  {
    id: 'drive-next-elsewhere',
    title: 'The link to the next page names another host',
    source: '@odata.nextLink with another host than the request.',
    expected: 'Load more works up to the last of 250 files. The other host is never called.',
    code: null,
    recovers: true,
    scenario: { fileCount: 250, drive: { nextLink: 'other-host' } },
  },
  {
    id: 'drive-next-repeated',
    title: 'The link to the next page leads to the same page',
    source: '@odata.nextLink with the skip token of the request.',
    expected: 'Load more works once. Then the end of the list says that the rest could not be loaded.',
    code: null,
    recovers: true,
    scenario: { fileCount: 250, drive: { nextLink: 'repeated' } },
  },
  {
    id: 'drive-empty-pages',
    title: 'The first 20 pages are empty',
    source: 'Pages without items, each with an @odata.nextLink.',
    expected:
      'The list offers Load more instead of saying that it is empty; after a few clicks the files appear.',
    code: null,
    recovers: true,
    scenario: { drive: { emptyPages: 20 } },
  },
  {
    id: 'drive-recent-folders',
    title: 'The latest changes are all folders',
    source: 'A search that finds 100 folders first, and a file on the next page.',
    expected: 'Recent shows the file.',
    code: null,
    recovers: true,
    scenario: {
      files: [
        ...Array.from({ length: 100 }, (_, index) => ({
          name: `Folder ${index + 1}`,
          folder: true,
          modified,
          files: [],
        })),
        { name: 'Only file.docx', size: 1_000, modified: '2026-01-01T08:00:00Z' },
      ],
    },
  },
  {
    id: 'drive-shortcuts',
    title: 'Shortcuts, a notebook and an unknown kind of item',
    source: 'Items with remoteItem, with package, and without file, folder or package.',
    expected:
      "The shared folder opens and shows Megan's files. The notebook is called a notebook, and no item has 0 bytes.",
    code: null,
    recovers: true,
    scenario: {
      files: [
        {
          name: 'Marketing',
          folder: true,
          shortcut: { owner: 'Megan Bowen' },
          files: [
            { name: 'Campaigns', folder: true, files: [{ name: 'Spring.pptx', size: 2_000_000 }] },
            { name: 'Prices.xlsx', size: 40_000 },
          ],
        },
        { name: 'Contract.docx', size: 30_000, shortcut: { owner: 'Megan Bowen' } },
        { name: 'Team notebook', members: { file: null, package: { type: 'oneNote' } } },
        { name: 'Something new', members: { file: null } },
      ],
    },
  },
  {
    id: 'drive-shortcut-denied',
    title: 'A shortcut leads to a folder that is not shared any more',
    source: '403 accessDenied for the drive of the target only.',
    expected: 'Opening the folder says that there is no access. Everything else keeps working.',
    code: null,
    recovers: true,
    scenario: {
      files: [
        { name: 'Marketing', folder: true, shortcut: { owner: 'Megan Bowen' }, files: [] },
        { name: 'Plan.docx', size: 12_000 },
      ],
      graphResources: [{ path: '/drives/*', answers: [403] }],
    },
  },
  {
    id: 'drive-same-names',
    title: 'Five files with the same name, size and date',
    source: 'A search that finds one name in five folders.',
    expected:
      'Searching for "budget" shows the folders that each file is in; the tooltip has the whole path.',
    code: null,
    recovers: true,
    scenario: {
      files: [
        budget,
        { name: '2026', folder: true, files: [budget] },
        {
          name: 'Projects',
          folder: true,
          files: [
            { name: 'Town hall extension', folder: true, files: [budget] },
            { name: 'Green roof study and rainwater management', folder: true, files: [budget] },
          ],
        },
        { name: 'مشاريع', folder: true, files: [budget] },
      ],
    },
  },
  {
    id: 'graph-redirect',
    title: 'Graph redirects to another address',
    source: '302 with a Location on another host.',
    expected: 'The redirect is not followed. A message with Try again.',
    code: 'graph_error',
    recovers: false,
    scenario: { graph: [{ status: 302, location: 'https://elsewhere.example/' }] },
  },
  {
    id: 'graph-throttled-date',
    title: 'Graph is throttling until a date, and says it twice',
    source: '429 with two Retry-After headers, a date in five seconds each, once.',
    expected: 'Counts down, then repeats.',
    code: 'throttled',
    recovers: true,
    scenario: { graph: [{ status: 429, retryAfter: [{ dateIn: 5 }, { dateIn: 5 }] }, 'ok'] },
  },
  {
    id: 'graph-throttled-unclear',
    title: 'Graph is throttling until yesterday',
    source: '429 with a Retry-After that has passed, once.',
    expected: 'Does not ask again at once: counts down from the usual wait, then repeats.',
    code: 'throttled',
    recovers: true,
    scenario: { graph: [{ status: 429, retryAfter: { dateIn: -86_400 } }, 'ok'] },
  },
  {
    id: 'graph-no-license',
    title: 'The organization has no SharePoint, and Graph says so in German',
    source: '400 BadRequest for every request for the drive.',
    expected: 'An empty state that says that there is no OneDrive.',
    code: 'no_drive',
    recovers: false,
    scenario: {
      graphResources: [
        {
          path: '/me/drive/*',
          answers: [{ status: 400, code: 'BadRequest', message: 'Der Mandant hat keine SPO-Lizenz.' }],
        },
      ],
    },
  },
]);
