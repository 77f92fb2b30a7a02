/** What an add-in's page shows, without knowing the add-in. Runs in the page. */

export interface Look {
  /** Visible lines. */
  readonly text: readonly string[];
  /** Visible progress indicators, described by their labels. */
  readonly progress: readonly string[];
  readonly hasControl: boolean;
}

/** A visible, enabled control that `check` can click. */
export interface Candidate {
  /** Position among the controls of the page, for `control`. */
  readonly index: number;
  readonly label: string;
}

/** `main`: the first button that isn't for leaving, closing or settings. A text: the control with this label. */
export type Wanted = 'sign-in' | 'main' | { readonly label: string };

export interface Inspector {
  look(): Look;
  candidate(wanted: Wanted): Candidate | null;
  control(index: number): Element | undefined;
}

const CONTROLS =
  'button, [role="button"], [role="link"], a, input[type="button"], input[type="submit"], fluent-button, fast-button';
const PROGRESS = 'progress, [role="progressbar"], [aria-busy="true"], fluent-progress-ring, fluent-spinner';

const SIGN_IN = [
  /\b(?:sign|log)[\s-]?(?:in|on)\b/iu,
  /\b(?:connect|authenticate|authorize)\b/iu,
  /anmelden|einloggen|iniciar sesi|connexion|se connecter|accedi|entrar\b|fazer login|zaloguj|inloggen|logga in/iu,
  /サインイン|ログイン|登录|登入|로그인|เข้าสู่ระบบ|ลงชื่อเข้าใช้|تسجيل الدخول|התחבר/u,
];
const NOT_SIGN_IN =
  /\b(?:sign|log)[\s-]?(?:out|off)\b|disconnect|\?$|abmelden|déconn|サインアウト|ログアウト/iu;
const NOT_MAIN =
  /close|cancel|dismiss|back|settings|options|preferences|help|about|feedback|delete|remove|sign[\s-]?out|log[\s-]?(?:out|off)|menu|privacy|terms|learn more/iu;

const MAX_LINES = 300;
const MAX_LENGTH = 400;

export const inspector: Inspector = {
  look: () => ({
    text: visibleLines(),
    progress: progressIndicators(),
    hasControl: controls().some((element) => isVisible(element)),
  }),
  candidate(wanted) {
    const usable = controls().flatMap((element, index) => {
      const label = labelOf(element);
      return isVisible(element) && isEnabled(element) && !leavesPage(element)
        ? [{ index, label, element }]
        : [];
    });
    const matching = usable.filter(({ label, element }) => matches(wanted, label, element));
    // A short label is that of a button, not of a card that contains one.
    const found =
      wanted === 'sign-in'
        ? matching.toSorted((one, other) => one.label.length - other.label.length)[0]
        : matching[0];
    return found ? { index: found.index, label: found.label } : null;
  },
  control: (index) => controls()[index],
};

function matches(wanted: Wanted, label: string, element: Element): boolean {
  if (typeof wanted === 'object') return label.toLowerCase().includes(wanted.label.toLowerCase());
  if (wanted === 'main') return label !== '' && element.tagName !== 'A' && !NOT_MAIN.test(label);
  return label.length < 60 && SIGN_IN.some((pattern) => pattern.test(label)) && !NOT_SIGN_IN.test(label);
}

function visibleLines(): string[] {
  const lines = [document.body, ...frames()].flatMap((body) => body.innerText.split('\n'));
  return lines
    .map((line) => line.trim().slice(0, MAX_LENGTH))
    .filter((line) => line !== '')
    .slice(0, MAX_LINES);
}

/** Returns the bodies of frames of the same origin. */
function frames(): HTMLElement[] {
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    const body = isVisible(frame) ? frame.contentDocument?.body : undefined;
    return body ? [body] : [];
  });
}

function progressIndicators(): string[] {
  const marked = allElements().filter((element) => element.matches(PROGRESS) && isVisible(element));
  const moving = document
    .getAnimations()
    .filter(
      ({ playState, effect }) =>
        playState === 'running' && effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
    )
    .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null))
    .filter((element) => element !== null && isVisible(element));
  const elements = [...marked, ...moving] as Element[];
  const outer = elements.filter(
    (element) => !elements.some((other) => other !== element && other.contains(element)),
  );
  return [...new Set(outer.map(describe))];
}

function controls(): Element[] {
  return allElements().filter((element) => element.matches(CONTROLS));
}

/** Returns the elements of the page and of its open shadow roots. */
function allElements(root: Document | ShadowRoot = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? allElements(element.shadowRoot) : []),
  ]);
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

function isEnabled(element: Element): boolean {
  return !element.matches(':disabled, [aria-disabled="true"]') && !element.closest('[inert]');
}

/** Returns whether the control opens another page: documentation, for example. */
function leavesPage(element: Element): boolean {
  if (!(element instanceof HTMLAnchorElement) || element.role === 'button') return false;
  const address = element.getAttribute('href');
  return address !== null && !address.startsWith('#') && !address.startsWith('javascript:');
}

function labelOf(element: Element): string {
  const text =
    element.getAttribute('aria-label') ??
    (element instanceof HTMLInputElement ? element.value : (element as HTMLElement).innerText) ??
    '';
  return (text.trim() || element.getAttribute('title') || '').replaceAll(/\s+/gu, ' ').trim();
}

function describe(element: Element): string {
  const label = (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const kind = element.matches(PROGRESS) ? 'a progress indicator' : 'an animation';
  return label === '' ? kind : `${kind} ("${label.slice(0, 60)}")`;
}
