import { inGroup } from './namedScenario.ts';

const modified = '2026-11-20T09:30:00Z';
const budget = { name: 'Budget.docx', size: 9_421, modified };

/** Responses of drives that the documentation of Graph hardly mentions. */
export const driveScenarios = inGroup('graph', [
  {
    id: 'drive-order-refused',
    title: 'The drive only sorts by name',
    source: '400 invalidRequest for any other $orderby, as in OneDrive for work or school.',
    expected:
      'Sorting by size or date keeps the order by name; a line above the list names the order in use.',
    code: null,
    recovers: true,
    scenario: { fileCount: 60, drive: { orderby: ['name', 'url'] } },
  },
  {
    id: 'drive-options-refused',
    title: 'The drive rejects every query option',
    source: '400 for $orderby, $select and $top.',
    expected: "Shows the files. A line above the list says that they're in no particular order.",
    code: null,
    recovers: true,
    scenario: { drive: { refuses: ['$orderby', '$select', '$top'] } },
  },
  {
    id: 'drive-next-elsewhere',
    title: 'The link to the next page points to another host',
    source: "@odata.nextLink with a host that isn't the request's.",
    expected: 'Load more works up to the last of 250 files. The other host never gets a request.',
    code: null,
    recovers: true,
    scenario: { fileCount: 250, drive: { nextLink: 'other-host' } },
  },
  {
    id: 'drive-next-repeated',
    title: 'The link to the next page returns the same page',
    source: '@odata.nextLink with the skip token of the request.',
    expected: "Load more works once. Then the end of the list says that the rest couldn't be loaded.",
    code: null,
    recovers: true,
    scenario: { fileCount: 250, drive: { nextLink: 'repeated' } },
  },
  {
    id: 'drive-empty-pages',
    title: 'The first 20 pages are empty',
    source: 'Pages without items, each with an @odata.nextLink.',
    expected: 'Offers Load more instead of showing an empty list; the files appear after a few clicks on it.',
    code: null,
    recovers: true,
    scenario: { drive: { emptyPages: 20 } },
  },
  {
    id: 'drive-recent-folders',
    title: 'The latest changes are all folders',
    source: 'The search returns 100 folders first, and a file on the next page.',
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
    title: 'Shortcuts, a notebook and an unknown type of item',
    source: 'Items with remoteItem, with package, and without file, folder or package.',
    expected:
      "The shared folder opens and shows Megan's files. The notebook is labeled as a notebook. No item shows 0 bytes.",
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
    title: 'A shortcut points to a folder that is no longer shared',
    source: "403 accessDenied, only for the target's drive.",
    expected: 'Opening the folder shows that access is denied. Everything else keeps working.',
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
    source: 'The search finds the same name in five folders.',
    expected: `Searching for "budget" shows each file's folder; the tooltip shows the full path.`,
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
    expected: "Doesn't follow the redirect; shows a message with Try again.",
    code: 'graph_error',
    recovers: false,
    scenario: { graph: [{ status: 302, location: 'https://elsewhere.example/' }] },
  },
  {
    id: 'graph-throttled-date',
    title: 'Graph throttles until a date and sends the header twice',
    source: '429 once, with two Retry-After headers: dates five seconds from now.',
    expected: 'Counts down, then retries.',
    code: 'throttled',
    recovers: true,
    scenario: { graph: [{ status: 429, retryAfter: [{ dateIn: 5 }, { dateIn: 5 }] }, 'ok'] },
  },
  {
    id: 'graph-throttled-unclear',
    title: 'Graph throttles until yesterday',
    source: '429 once, with a Retry-After date in the past.',
    expected: "Doesn't retry immediately: counts down from the default wait, then retries.",
    code: 'throttled',
    recovers: true,
    scenario: { graph: [{ status: 429, retryAfter: { dateIn: -86_400 } }, 'ok'] },
  },
  {
    id: 'graph-no-license',
    title: 'The organization has no SharePoint license; the message is in German',
    source: '400 BadRequest for every request to the drive.',
    expected: 'Shows the empty state: no OneDrive.',
    code: 'no_drive',
    resource: '/me/drive',
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
