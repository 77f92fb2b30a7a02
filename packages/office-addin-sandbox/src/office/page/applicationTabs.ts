import type { Address } from './address.ts';
import { applicationIds, applications, type Application, type ApplicationId } from './applications.ts';
import { element, make, setText } from './dom.ts';

/** @param ids the applications to show */
export function drawApplicationTabs(ids: readonly ApplicationId[], open: (app: ApplicationId) => void): void {
  element('tabs', HTMLElement).append(
    ...ids.map((id) => {
      const tab = make(
        'button',
        { type: 'button', id: `tab-${id}`, 'data-testid': `app-${id}` },
        make('span', { class: `icon icon-${id}`, 'aria-hidden': 'true' }),
        applications[id].name,
      );
      tab.addEventListener('click', () => open(id));
      return tab;
    }),
  );
}

const mailboxTitles: Readonly<Record<Address['mode'], string>> = {
  compose: 'New message',
  read: 'Inbox',
  'appointment-compose': 'New event',
  'appointment-read': 'Calendar',
};

export function showApplication(app: Application, mode: Address['mode']): void {
  for (const id of applicationIds) {
    const tab = document.getElementById(`tab-${id}`);
    if (!tab) continue;
    if (id === app.id) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  setText('document-name', app.id === 'outlook' ? mailboxTitles[mode] : app.documentName);
  element('mode', HTMLSelectElement).value = mode;
  element('mode-row', HTMLElement).hidden = app.id !== 'outlook';
  document.title = `${app.name} – Office sandbox`;
}
