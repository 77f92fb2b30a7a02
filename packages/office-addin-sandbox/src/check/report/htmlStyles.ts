/** Works from 320 px, in light and dark, and without scripts. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f4f7, #15171b);
  --raised: light-dark(#ffffff, #20242a);
  --line: light-dark(#d8dce3, #3a414c);
  --text: light-dark(#1d2330, #e8eaee);
  --quiet: light-dark(#566072, #a5adbb);
  --link: light-dark(#0a58b8, #8bb9ff);
  --good: light-dark(#1e6b34, #85d79c);
  --bad: light-dark(#a42828, #ff9d94);
  --bad-ground: light-dark(#fbeaea, #3a2120);
  --waiting: light-dark(#7a5200, #e9c46a);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 16px; max-width: 1080px; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 28px; line-height: 1.2; }
h2 { margin: 32px 0 12px; font-size: 19px; }
h3 { margin: 16px 0 4px; font-size: 14px; }
p { margin: 4px 0; }
a { color: var(--link); }
code { font: 13px ui-monospace, 'Cascadia Mono', Menlo, monospace; color: var(--quiet); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.kicker, .facts, .quiet, .source, footer { color: var(--quiet); font-size: 13.5px; }
.verdict { font-size: 18px; font-weight: 600; }
.verdict.good, .numbers .good dd { color: var(--good); }
.verdict.bad, .numbers .bad dd { color: var(--bad); }
.numbers { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; }
.numbers div {
  display: flex; flex-direction: column-reverse; min-width: 104px; padding: 10px 16px;
  background: var(--raised); border: 1px solid var(--line); border-radius: 8px;
}
.numbers dt { color: var(--quiet); font-size: 13.5px; }
.numbers dd { margin: 0; font-size: 26px; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.rules { width: 100%; border-collapse: collapse; background: var(--raised); border: 1px solid var(--line); }
.rules th, .rules td { padding: 8px 12px; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.rules thead th { color: var(--quiet); font-size: 13.5px; font-weight: 400; }
.rules tbody th { width: 40%; font-weight: 600; }
.rules a { display: inline-block; margin-inline-end: 10px; font: 13px ui-monospace, Menlo, monospace; line-height: 24px; }
.scenario { margin: 8px 0; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.scenario.failed { border-inline-start: 4px solid var(--bad); }
summary { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; padding: 10px 14px; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: '›'; width: 10px; color: var(--quiet); }
[open] > summary::before { transform: rotate(90deg); }
.outcome { min-width: 82px; font-size: 13px; font-weight: 600; color: var(--quiet); }
.passed .outcome { color: var(--good); }
.failed .outcome { color: var(--bad); }
.title { flex: 1 1 220px; }
.findings { margin: 0 14px 10px; padding: 10px 12px 10px 30px; background: var(--bad-ground); border-radius: 6px; }
.details { display: grid; grid-template-columns: minmax(0, 290px) minmax(0, 1fr); gap: 20px; padding: 4px 14px 16px; }
.pictures { display: flex; flex-direction: column; gap: 12px; }
figure { margin: 0; }
img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
figcaption { color: var(--quiet); font-size: 12.5px; }
.story > :first-child { margin-top: 0; }
ol { margin: 4px 0; padding-inline-start: 22px; }
.calls { font-size: 13.5px; }
.calls li { padding: 3px 0; }
.who { color: var(--quiet); }
.answer { font-weight: 600; }
.answer.good { color: var(--good); }
.answer.bad { color: var(--bad); }
.answer.waiting { color: var(--waiting); }
footer { margin-top: 32px; }
@media (max-width: 640px) {
  .details { grid-template-columns: minmax(0, 1fr); }
  .rules, .rules tbody, .rules tr, .rules th, .rules td { display: block; width: auto; }
  .rules thead { display: none; }
  .rules tbody th { width: auto; border-bottom: 0; padding-bottom: 0; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; }
  figure, .findings { break-inside: avoid; }
  img { max-height: 90vh; }
  .scenario { break-inside: avoid; }
}
`;
