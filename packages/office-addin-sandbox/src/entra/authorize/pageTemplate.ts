/** Escapes text for HTML elements and attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
:root { color-scheme: light dark; --page: #eef1f4; --card: #fff; --text: #1d2530; --soft: #5a6573; --line: #d5dbe2;
  --hover: #f2f5f8; --accent: #1f6f5c; --onaccent: #fff; --badge: #e3efe9; }
@media (prefers-color-scheme: dark) { :root { --page: #14181d; --card: #1e242b; --text: #edf1f5; --soft: #a4afbc;
  --line: #36404b; --hover: #28303a; --accent: #6cc7ae; --onaccent: #0c1a16; --badge: #21362f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--page); color: var(--text); display: grid; place-items: center;
  font: 15px/1.5 system-ui, "Segoe UI", sans-serif; padding: 16px; }
main { background: var(--card); border: 1px solid var(--line); border-radius: 12px; width: 100%; max-width: 420px;
  padding: 18px 24px; }
.badge { display: inline-block; background: var(--badge); color: var(--accent); border-radius: 999px; padding: 2px 12px;
  font-size: 13px; font-weight: 600; }
h1 { font-size: 21px; line-height: 1.3; margin: 8px 0 2px; }
p { margin: 2px 0 10px; color: var(--soft); }
ul { list-style: none; margin: 12px 0; padding: 0; }
ul.scopes li { border-top: 1px solid var(--line); padding: 8px 0; overflow-wrap: anywhere; }
button, input { font: inherit; color: inherit; border-radius: 8px; border: 1px solid var(--line); min-height: 40px; }
button { background: var(--card); padding: 8px 16px; cursor: pointer; }
button:hover { background: var(--hover); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--onaccent); font-weight: 600; }
button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button.account { display: flex; gap: 12px; align-items: center; width: 100%; text-align: start; margin: 5px 0; padding-block: 6px; }
button.account[aria-current] { border-color: var(--accent); }
.initials { flex: none; width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center;
  background: var(--badge); color: var(--accent); font-size: 13px; font-weight: 700; }
.who { min-width: 0; } .who small { display: block; color: var(--soft); overflow-wrap: anywhere; }
.row { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; margin-top: 12px; }
label { display: block; margin: 12px 0 4px; } input { background: var(--card); width: 100%; padding: 8px 12px; }
footer { margin-top: 12px; padding-top: 10px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
`;

/** Clicks the button named in `data-automatic` after a second, unless the user submits the form first. */
const autoSubmitScript = `
const button = document.querySelector('[data-testid="' + document.body.dataset.automatic + '"]');
const timer = setTimeout(() => button.click(), 1000);
document.addEventListener('submit', () => clearTimeout(timer));
`;

export interface PageContent {
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** Test id of the button to click automatically; null: the page waits for the user. */
  readonly automatic: string | null;
  /** For the content security policy. */
  readonly nonce: string;
}

/** Returns the HTML of a page. It can't be mistaken for one of Microsoft's. */
export function page({ title, content, automatic, nonce }: PageContent): string {
  const attribute = automatic === null ? '' : ` data-automatic="${escapeHtml(automatic)}"`;
  const note = automatic === null ? '' : ' It continues automatically.';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Sandbox identity provider</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
</head>
<body${attribute}>
<main>
<span class="badge">Sandbox identity provider</span>
<h1>${escapeHtml(title)}</h1>
${content}
<footer>This isn't Microsoft. This page runs only on this computer and uses no real accounts.${note}</footer>
</main>
${automatic === null ? '' : `<script nonce="${nonce}">${autoSubmitScript}</script>`}
</body>
</html>`;
}
