/** The start page's picture, style and script: small enough to stand here, served from this host only. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d6b45"/><path d="M13 28V4m6 24V4M11 12h4m2 0h4M11 20h4m2 0h4" stroke="#d9f2e3" stroke-width="2.6" stroke-linecap="round"/></svg>
`;

export const style = `:root {
  --paper: #fbfaf6; --ink: #1c2420; --soft: #5a665f; --line: #d9ddd4; --card: #ffffff; --bamboo: #1d6b45; --on-bamboo: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #121714; --ink: #e6ece8; --soft: #a3b0a8; --line: #2e3832; --card: #1a211d; --bamboo: #7fd0a3; --on-bamboo: #0d1a13; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 92rem; padding: 2rem clamp(1rem, 4vw, 2.5rem); background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1 { margin: 0 0 .5rem; font-size: clamp(2rem, 6vw, 3rem); line-height: 1.1; color: var(--bamboo); }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.3rem; }
h2 span, dt span { color: var(--soft); font-weight: 400; }
.lead { margin: 0 0 .35rem; max-width: 60rem; font-size: 1.1rem; }
.lead[lang=vi] { color: var(--soft); }
dl { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 0; }
dl div { flex: 1 1 9rem; display: flex; flex-direction: column; padding: .7rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
dd { margin: 0; font-size: 1.6rem; font-weight: 650; font-variant-numeric: tabular-nums; }
dt { color: var(--soft); font-size: .9rem; }
.examples { max-height: 17rem; overflow-y: auto; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); margin: 0 0 1rem; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.examples li { display: flex; }
.examples button { flex: 1; text-align: start; padding: .55rem .8rem; background: none; color: var(--ink); border: 0; border-bottom: 1px solid var(--line); border-radius: 0; font-size: .95rem; line-height: 1.4; }
.examples button:hover { background: var(--paper); }
.examples button span { display: block; margin-top: .1rem; color: var(--soft); font-size: .85rem; }
.examples button[aria-pressed=true] { background: var(--paper); box-shadow: inset 3px 0 0 var(--bamboo); }
.examples button:focus-visible { outline-offset: -3px; }
button, select, textarea { font: inherit; border-radius: .5rem; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--bamboo); outline-offset: 2px; }
.ask { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1rem; }
.examples { grid-column: 1 / -1; }
#answer { flex: 1 0 27rem; height: 0; }
@media (max-width: 48rem) { .ask { grid-template-columns: minmax(0, 1fr); row-gap: 1rem; } .examples { margin: 0; } }
/* Where there is room, the questions stand beside the boxes, just as high as these are. */
@media (min-width: 72rem) {
  .ask { grid-template-columns: 19rem minmax(0, 1fr) minmax(0, 1fr); }
  .examples { grid-column: 1; contain: size; max-height: none; margin: 0; display: block; }
}
.pane { display: flex; flex-direction: column; gap: .4rem; min-width: 0; }
.pane > label, .actions label { color: var(--soft); font-size: .9rem; }
textarea, pre { width: 100%; height: 27rem; margin: 0; padding: .9rem; background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: .6rem; font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; tab-size: 2; }
textarea { resize: vertical; }
#variables { height: 8.25rem; }
pre { overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; }
#run { padding: .5rem 1.4rem; background: var(--bamboo); color: var(--on-bamboo); border: 0; font-weight: 600; }
select { padding: .4rem .5rem; background: var(--card); color: var(--ink); border: 1px solid var(--line); }
#state { color: var(--soft); font-size: .9rem; }
a { color: var(--bamboo); }
code { font-size: .9em; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
`;

export const script = `const query = document.querySelector('#query');
const variables = document.querySelector('#variables');
const answer = document.querySelector('#answer');
const state = document.querySelector('#state');
const language = document.querySelector('#language');
const examples = [...document.querySelectorAll('[data-query]')];
if (navigator.language.toLowerCase().startsWith('vi')) language.value = 'vi';

let latest = 0;
async function run() {
  const turn = ++latest;
  let given;
  try {
    given = JSON.parse(variables.value.trim() || '{}');
  } catch {
    state.textContent = 'The variables are not JSON.';
    return;
  }
  state.textContent = 'Asking…';
  const began = performance.now();
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language.value },
      body: JSON.stringify({ query: query.value, variables: given }),
    });
    const body = await response.json();
    if (turn !== latest) return;
    answer.textContent = JSON.stringify(body, null, 2);
    const time = Math.round(performance.now() - began) + ' ms';
    state.textContent = body.errors ? 'The answer has errors · ' + time : time;
  } catch {
    if (turn !== latest) return;
    answer.textContent = '';
    state.textContent = 'The server did not answer. Is it still running?';
  }
}

document.querySelector('#run').addEventListener('click', run);
language.addEventListener('change', run);
for (const box of [query, variables]) {
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  });
}
for (const example of examples) {
  example.addEventListener('click', () => {
    for (const other of examples) other.setAttribute('aria-pressed', String(other === example));
    query.value = example.dataset.query;
    variables.value = example.dataset.variables;
    run();
    // On a small screen the answer stands far below.
    if (answer.getBoundingClientRect().top > innerHeight) answer.scrollIntoView({ block: 'center' });
  });
}
`;
