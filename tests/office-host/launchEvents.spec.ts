import { users } from 'office-addin-sandbox';
import { expect, test as base } from 'office-addin-sandbox/playwright';
import { FIRST_ADDIN_PORT, serveAddin, type AddinServer } from './addinServer.ts';

const CLIENT_ID = '7e57add1-0000-4000-8000-000000000003';

const manifestFor = (origin: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>7e57add1-0000-4000-8000-0000000000cc</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Guard"/>
  <Description DefaultValue="Checks messages."/>
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.1"/></Sets></Requirements>
  <FormSettings><Form xsi:type="ItemEdit"><DesktopSettings>
    <SourceLocation DefaultValue="${origin}/events.html"/>
  </DesktopSettings></Form></FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="ItemIs" ItemType="Message" FormType="Edit"/>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Hosts><Host xsi:type="MailHost">
        <Runtimes><Runtime resid="Page"><Override type="javascript" resid="Script"/></Runtime></Runtimes>
        <DesktopFormFactor>
          <ExtensionPoint xsi:type="LaunchEvent">
            <LaunchEvents>
              <LaunchEvent Type="OnNewMessageCompose" FunctionName="onNew"/>
              <LaunchEvent Type="OnNewAppointmentOrganizer" FunctionName="onNew"/>
              <LaunchEvent Type="OnMessageRecipientsChanged" FunctionName="onRecipients"/>
              <LaunchEvent Type="OnMessageSend" FunctionName="onSend" SendMode="PromptUser"/>
              <LaunchEvent Type="OnAppointmentSend" FunctionName="onSlowSend" SendMode="Block"/>
            </LaunchEvents>
            <SourceLocation resid="Page"/>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host></Hosts>
      <Resources><bt:Urls>
        <bt:Url id="Page" DefaultValue="${origin}/events.html"/>
        <bt:Url id="Script" DefaultValue="${origin}/events.js"/>
      </bt:Urls></Resources>
      <WebApplicationInfo>
        <Id>${CLIENT_ID}</Id>
        <Resource>api://${new URL(origin).host}/${CLIENT_ID}</Resource>
        <Scopes><Scope>User.Read</Scope></Scopes>
      </WebApplicationInfo>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>`;

/** Handlers that report what they see in the subject. */
const script = (origin: string) => `
const subject = (text) =>
  new Promise((resolve) => Office.context.mailbox.item.subject.setAsync(text, resolve));
const describeRuntime = () => (typeof document === 'undefined' && typeof window === 'undefined' ? 'script' : 'page');

async function onNew(event) {
  await subject(describeRuntime() + ' ' + event.type + ' ' + Office.context.mailbox.item.itemType);
  event.completed();
}

async function onRecipients(event) {
  const recipients = await new Promise((resolve) => Office.context.mailbox.item.to.getAsync(resolve));
  await subject(recipients.value.map(({ emailAddress }) => emailAddress).join() + ' ' + event.changedRecipientFields.to);
  event.completed();
}

function onSend(event) {
  Office.context.mailbox.item.subject.getAsync(async ({ value }) => {
    if (value !== '') return event.completed({ allowEvent: true });
    const dialog = await new Promise((resolve) =>
      Office.context.ui.displayDialogAsync('${origin}/events.html', resolve));
    const token = await OfficeRuntime.auth.getAccessToken().then(() => 'token', ({ code }) => code);
    const data = await fetch('${origin}/data.json').then((answer) => answer.json(), () => ({ text: 'no data' }));
    event.completed({ allowEvent: false, errorMessage: ['Subject?', dialog.error.code, token, data.text].join(' ') });
  });
}

function onSlowSend() {}

for (const handler of [onNew, onRecipients, onSend, onSlowSend]) Office.actions.associate(handler.name, handler);
`;

const page = `<!doctype html><title>Events</title>
  <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="/events.js"></script>
  <script>Office.onReady();</script>`;

const ALLOWED = '/.well-known/microsoft-officeaddins-allowed.json';

const test = base.extend<object, { addin: AddinServer }>({
  addin: [
    async ({ playwright: _playwright }, use, worker) => {
      const port = FIRST_ADDIN_PORT + 10 + (worker.parallelIndex % 10);
      const addin = await serveAddin(port, manifestFor, (origin) => ({
        '/events.html': page,
        '/events.js': script(origin),
        '/data.json': '{"text":"data"}',
        [ALLOWED]: JSON.stringify({ allowed: [`${origin}/events.js`] }),
      }));
      await use(addin);
      await addin.close();
    },
    { scope: 'worker' },
  ],
  manifest: [async ({ addin }, use) => use(addin.manifest), { scope: 'worker' }],
});

// Large enough for the panel, which is collapsed in a small window.
test.use({ viewport: { width: 1440, height: 900 } });

const subjectOf = (content: readonly unknown[]) =>
  (content as { kind: string; text: string }[]).find(({ kind }) => kind === 'subject')?.text;

for (const runtime of ['page', 'script'] as const) {
  test(`handlers run in the ${runtime}: on a new item, on a change, and on send @full`, async ({
    office,
  }) => {
    const { page: host } = office;
    await host.getByTestId('event-runtime').selectOption(runtime);
    await host.getByTestId('raise-OnNewMessageCompose').click();
    await expect
      .poll(async () => subjectOf(await office.document()))
      .toBe(`${runtime} OnNewMessageCompose message`);
    await host.getByTestId('raise-OnNewAppointmentOrganizer').click();
    await expect
      .poll(async () => subjectOf(await office.document()))
      .toBe(`${runtime} OnNewAppointmentOrganizer appointment`);
    await host.getByTestId('raise-OnMessageRecipientsChanged').click();
    await expect.poll(async () => subjectOf(await office.document())).toBe(`${users.megan.mail} true`);
    await host.getByTestId('raise-OnMessageSend').click();
    await expect(host.getByTestId('event-status')).toHaveText('Send message: sent.');
    expect((await office.log('launchEvent')).map(({ type, answer }) => [type, answer])).toEqual([
      ['OnNewMessageCompose', 'completed'],
      ['OnNewAppointmentOrganizer', 'completed'],
      ['OnMessageRecipientsChanged', 'completed'],
      ['OnMessageSend', 'completed'],
      ['OnMessageSend', 'sent'],
    ]);
  });

  const tag = runtime === 'page' ? ' @full' : '';
  test(`a handler in the ${runtime} objects to sending, without a dialog but with a token${tag}`, async ({
    office,
  }) => {
    const { page: host } = office;
    const result = await office.launchEvent('OnMessageSend', { runtime });
    const message = 'Subject? 5000 token data';
    expect(result).toMatchObject({
      sent: false,
      alert: { message, buttons: ['Send Anyway', "Don't Send"] },
      handlers: [{ functionName: 'onSend', runtime, answer: 'completed', options: { allowEvent: false } }],
    });
    await expect(host.getByTestId('smart-alert-message')).toHaveText(message);
    await host.getByRole('button', { name: "Don't Send" }).click();
    await expect(host.getByTestId('smart-alert')).toBeHidden();
    expect(await office.log('launchEvent')).toMatchObject([
      { answer: 'completed' },
      { answer: 'not sent', message },
    ]);
    await office.launchEvent('OnMessageSend', { runtime });
    await host.getByRole('button', { name: 'Send Anyway' }).click();
    await expect.poll(async () => (await office.log('launchEvent')).at(-1)).toMatchObject({ answer: 'sent' });
  });
}

test.describe(() => {
  test.use({ scenario: { launchEventLimitMs: 1000 } });
  test('a handler that takes too long blocks sending @full', async ({ office }) => {
    for (const runtime of ['page', 'script'] as const) {
      expect(await office.launchEvent('OnAppointmentSend', { runtime })).toMatchObject({
        sent: false,
        alert: {
          message: 'Guard took too long to check the item. Try to send it again.',
          buttons: ["Don't Send"],
        },
        handlers: [{ answer: 'timeout' }],
      });
      await expect(office.page.getByTestId('smart-alert-button')).toHaveText(["Don't Send"]);
    }
  });
});

test('a script that its origin does not list gets no token and no data @full', async ({ office, addin }) => {
  const list = addin.pages.get(ALLOWED) ?? '';
  addin.pages.delete(ALLOWED);
  const { alert } = await office.launchEvent('OnMessageSend', { runtime: 'script' });
  addin.pages.set(ALLOWED, list);
  expect(alert?.message).toBe('Subject? 5000 5001 no data');
  const [entry] = await office.log('getAccessToken');
  expect(entry?.['reason']).toContain(`${ALLOWED} returned 404.`);
});
