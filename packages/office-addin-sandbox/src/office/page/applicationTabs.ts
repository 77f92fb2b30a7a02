import type { Address } from './address.ts';
import { applicationIds, applications, type Application, type ApplicationId } from './applications.ts';
import { element, make, setText } from './dom.ts';

export function drawApplicationTabs(open: (app: ApplicationId) => void): void {
  element('tabs', HTMLElement).append(
    ...applicationIds.map((id) => {
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

export function showApplication(app: Application, mode: Address['mode']): void {
  for (const id of applicationIds) {
    const tab = element(`tab-${id}`, HTMLButtonElement);
    if (id === app.id) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  setText('document-name', app.id === 'outlook' && mode === 'read' ? 'Inbox' : app.documentName);
  element('mode-row', HTMLElement).hidden = app.id !== 'outlook';
  document.title = `${app.name} – Office sandbox`;
}
