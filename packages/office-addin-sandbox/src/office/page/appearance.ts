import { formOf, phoneOf, type Address, type Phone, type Theme } from './address.ts';
import { element, make } from './dom.ts';

export interface AppearanceActions {
  readonly locale: (locale: string) => void;
  readonly mode: (mode: Address['mode']) => void;
  /** @param phone undefined: Office on the web */
  readonly phone: (phone: Phone | undefined) => void;
  readonly theme: (theme: Theme | undefined) => void;
}

/** Native names, in the order of the menu. */
const locales: Readonly<Record<string, string>> = {
  'en-US': 'English',
  'ja-JP': '日本語',
  'pt-BR': 'Português (Brasil)',
  'th-TH': 'ไทย',
  'de-DE': 'Deutsch',
  'ar-SA': 'العربية',
};

/** Connects the controls for Office's language, the device, the theme, and Outlook's mode. */
export function appearance(address: Address, actions: AppearanceActions): void {
  const locale = element('locale', HTMLSelectElement);
  const known = { ...locales, ...(address.locale in locales ? {} : { [address.locale]: address.locale }) };
  locale.append(...Object.entries(known).map(([id, name]) => make('option', { value: id }, name)));
  locale.value = address.locale;
  locale.addEventListener('change', () => actions.locale(locale.value));

  const mode = element('mode', HTMLSelectElement);
  mode.value = address.mode;
  mode.addEventListener('change', () => actions.mode(mode.value as Address['mode']));

  const form = element('form', HTMLSelectElement);
  form.value = formOf(address.phone);
  showPhone(address.phone);
  form.addEventListener('change', () => {
    const phone = phoneOf(form.value);
    showPhone(phone);
    actions.phone(phone);
  });

  const theme = element('theme', HTMLSelectElement);
  theme.value = address.theme ?? '';
  showTheme(address.theme);
  theme.addEventListener('change', () => {
    const chosen = theme.value === 'dark' || theme.value === 'light' ? theme.value : undefined;
    showTheme(chosen);
    actions.theme(chosen);
  });
}

function showPhone(phone: Phone | undefined): void {
  if (phone) document.body.dataset['phone'] = phone;
  else delete document.body.dataset['phone'];
}

function showTheme(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}
