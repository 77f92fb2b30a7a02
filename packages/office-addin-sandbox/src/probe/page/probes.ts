/// <reference types="office-js" />
import { shapeOf, type Answer, type MessageForm } from '../answers.ts';
import type { ProbeId } from '../probedMembers.ts';
import { callback, codeOf, nameOf } from './officeCalls.ts';
import { outlookProbes } from './outlookProbes.ts';

/** One question to Office. Leaves the document as it was. */
export interface Probe {
  readonly id: ProbeId;
  /** Hosts that it is for; undefined: all. */
  readonly hosts?: readonly string[];
  /** Form of the message that it needs in Outlook; undefined: any. */
  readonly form?: MessageForm;
  /** May throw or reject. */
  readonly ask: () => unknown;
}

const LIMIT_MS = 15_000;

/** The highest version that is asked for, by set. */
const SETS: Readonly<Record<string, string>> = {
  WordApi: '1.10',
  ExcelApi: '1.20',
  PowerPointApi: '1.10',
  Mailbox: '1.15',
  IdentityAPI: '1.3',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  NestedAppAuth: '1.1',
  RibbonApi: '1.2',
  SharedRuntime: '1.2',
  OpenBrowserWindowApi: '1.1',
  Settings: '1.1',
  Selection: '1.1',
  DocumentEvents: '1.1',
};

const officeProbes: readonly Probe[] = [
  {
    id: 'context',
    ask: () => {
      const { host, platform, touchEnabled, commerceAllowed, document } = Office.context;
      return { host, platform, touchEnabled, commerceAllowed, mode: document?.mode ?? null };
    },
  },
  {
    id: 'context.theme',
    ask: () => {
      // `isDarkTheme` and `themeId` are newer than the others.
      const { bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, isDarkTheme, themeId } =
        Office.context.officeTheme as Partial<Office.OfficeTheme>;
      const optional = { isDarkTheme: isDarkTheme ?? null, themeId: themeId ?? null };
      return { bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, ...optional };
    },
  },
  {
    id: 'requirementSets',
    ask: () => Object.fromEntries(Object.entries(SETS).map(([set, top]) => [set, highest(set, top)])),
  },
  { id: 'getAccessToken', ask: async () => claimsOf(await Office.auth.getAccessToken({})) },
  {
    id: 'getAccessToken.forMSGraphAccess',
    ask: async () => claimsOf(await Office.auth.getAccessToken({ forMSGraphAccess: true })),
  },
  {
    id: 'getAccessToken.authChallenge',
    ask: async () =>
      claimsOf(
        await Office.auth.getAccessToken({
          authChallenge: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
        }),
      ),
  },
  {
    id: 'getAuthContext',
    ask: async () => {
      const auth = Office.auth as unknown as { getAuthContext?: () => Promise<object> };
      return auth.getAuthContext ? await auth.getAuthContext() : null;
    },
  },
  { id: 'dialog.http', ask: () => openDialog('http://example.com/') },
  { id: 'dialog.otherDomain', ask: () => openDialog('https://example.com/') },
  {
    id: 'dialog.messageParent',
    ask: async () => {
      const dialog = await displayDialog(`${location.origin}/probe-dialog.html`);
      const first = new Promise<object>((resolve) =>
        dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => resolve(message)),
      );
      const second = await openDialog(`${location.origin}/probe-dialog.html`).catch((error: unknown) =>
        codeOf(error),
      );
      const message = await first;
      dialog.close();
      return { message: Object.keys(message).toSorted().length, secondDialog: second };
    },
  },
  {
    id: 'word.linkInCell',
    hosts: ['Word'],
    ask: () =>
      Word.run(async (context) => {
        const table = context.document.body.insertTable(1, 2, 'End', [['Link', 'Plain']]);
        table.getCell(0, 0).body.paragraphs.getFirst().getRange('Content').hyperlink = 'https://example.com/';
        const ranges = [0, 1].map((column) => table.getCell(0, column).body.getRange('Content'));
        for (const range of ranges) range.load('text,hyperlink');
        await context.sync();
        const found = ranges.map(({ text, hyperlink }) => ({ text, linked: Boolean(hyperlink) }));
        table.delete();
        await context.sync();
        return found;
      }),
  },
  {
    id: 'word.twoTables',
    hosts: ['Word'],
    ask: () =>
      Word.run(async (context) => {
        const tables = [0, 1].map(() => context.document.body.insertTable(1, 1, 'End', [['x']]));
        for (const table of tables) table.load('rowCount');
        await context.sync();
        const rows = tables.map(({ rowCount }) => rowCount);
        for (const table of tables) table.delete();
        await context.sync();
        return rows;
      }),
  },
  {
    id: 'excel.equalsSign',
    hosts: ['Excel'],
    ask: () =>
      onNewSheet(async (sheet, context) => {
        const cell = sheet.getRange('A1');
        cell.numberFormat = [['@']];
        cell.values = [['=1+1.xlsx']];
        cell.load('values,formulas,text');
        await context.sync();
        return { values: cell.values, formulas: cell.formulas, text: cell.text };
      }),
  },
  {
    id: 'excel.linkKeepsValue',
    hosts: ['Excel'],
    ask: () =>
      onNewSheet(async (sheet, context) => {
        const cell = sheet.getRange('A1');
        cell.values = [['Plan']];
        cell.hyperlink = { address: 'https://example.com/' };
        cell.load('values');
        await context.sync();
        return { values: cell.values };
      }),
  },
  {
    id: 'excel.protectedSheet',
    hosts: ['Excel'],
    ask: () =>
      onNewSheet(async (sheet, context) => {
        sheet.protection.protect();
        await context.sync();
        sheet.getRange('A1').values = [['x']];
        const code = await context.sync().then(() => null, codeOf);
        sheet.protection.unprotect();
        await context.sync();
        return { text: code };
      }),
  },
  {
    id: 'powerpoint.addedSlide',
    hosts: ['PowerPoint'],
    ask: () =>
      PowerPoint.run(async (context) => {
        context.presentation.slides.add();
        await context.sync();
        const { slides } = context.presentation;
        slides.load('items');
        await context.sync();
        const slide = slides.items.at(-1);
        slide?.shapes.load('items/type');
        await context.sync();
        const types = slide?.shapes.items.map(({ type }) => ({ type })) ?? [];
        slide?.delete();
        await context.sync();
        return types;
      }),
  },
];

export const probes: readonly Probe[] = [...officeProbes, ...outlookProbes];

/** Asks one probe, at most 15 seconds. */
export async function answerOf({ ask }: Probe): Promise<Answer> {
  let timer = 0;
  const late = new Promise<Answer>((resolve) => {
    timer = window.setTimeout(() => resolve({ timeout: true }), LIMIT_MS);
  });
  const answer = Promise.resolve()
    .then(ask)
    .then(
      (value): Answer => ({ ok: shapeOf(value) }),
      (error: unknown): Answer => ({ error: { code: codeOf(error), name: nameOf(error) } }),
    );
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}

/** Returns the highest supported minor version; 0: none. */
function highest(set: string, top: string): number {
  const last = Number(top.split('.')[1]);
  for (let minor = last; minor >= 1; minor--) {
    if (Office.context.requirements.isSetSupported(set, `1.${minor}`)) return minor;
  }
  return 0;
}

/** Returns which claims a token has, and the values of those that are the same for everyone. */
function claimsOf(token: string): object {
  const [header = '', payload = ''] = token.split('.');
  const read = (part: string) =>
    JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;
  // Times, such as that of the tenant's creation, identify a tenant or a session.
  const claims = Object.entries(read(payload)).map(([name, value]) => [
    name,
    typeof value === 'number' && name !== 'acct' ? 0 : value,
  ]);
  return { ...(Object.fromEntries(claims) as object), alg: read(header)['alg'] };
}

function displayDialog(url: string): Promise<Office.Dialog> {
  return callback((done) =>
    Office.context.ui.displayDialogAsync(url, { height: 30, width: 30, promptBeforeOpen: false }, done),
  );
}

async function openDialog(url: string): Promise<boolean> {
  (await displayDialog(url)).close();
  return true;
}

function onNewSheet(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>,
): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    await context.sync();
    try {
      return await work(sheet, context);
    } finally {
      sheet.delete();
      await context.sync();
    }
  });
}
