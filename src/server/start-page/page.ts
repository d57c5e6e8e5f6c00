import type { Operations } from '../../graphql/operations.ts';
import type { Meta } from '../../store/port.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!);

/** Variables as they stand in their box; nothing where there are none. */
const written = (variables: object): string =>
  Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);

const number = (count: number): string => count.toLocaleString('en').replaceAll(',', ' ');

/**
 * The start page: what this is, what it holds, and a box to ask it in, with the named operations to choose from. Reads
 * without script; asks with it.
 */
export function renderStartPage(meta: Meta, operations: Operations): string {
  const { counts, version } = meta;
  const figures: readonly (readonly [number, string, string])[] = [
    [counts.entities, 'thực thể', 'entities'],
    [counts.statements, 'mệnh đề', 'statements'],
    [counts.citations, 'trích dẫn', 'citations'],
    [counts.sources, 'bài báo', 'articles'],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="A cited knowledge graph of Viet Nam's diplomacy, asked in GraphQL">
<title>Cây Tre: a cited graph of Viet Nam's diplomacy</title>
<link rel="icon" href="/start/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/start/page.css">
</head>
<body>
<header>
<h1><span lang="vi">Cây Tre</span></h1>
<p class="lead">A knowledge graph of Viet Nam's diplomacy in which every fact says which article states it, and in which paragraph.</p>
<p class="lead" lang="vi">Đồ thị tri thức về ngoại giao Việt Nam: mỗi dữ kiện đều ghi rõ bài báo và đoạn văn nêu ra nó.</p>
<dl>${figures
    .map(
      ([count, vi, en]) =>
        `<div><dd>${number(count)}</dd><dt>${en} <span lang="vi">· ${vi}</span></dt></div>`,
    )
    .join('')}</dl>
</header>
<main>
<section aria-labelledby="ask">
<h2 id="ask">Ask it <span lang="vi">· Hỏi thử</span></h2>
<div class="ask">
<ul class="examples" aria-labelledby="ask">${operations.all
    .map(
      ({ name, description, document, variables }) =>
        `<li><button type="button" id="${name}" data-query="${escapeHtml(document)}" data-variables="${escapeHtml(written(variables))}">${escapeHtml(description.en)}<span lang="vi">${escapeHtml(description.vi)}</span></button></li>`,
    )
    .join('')}</ul>
<div class="pane">
<label for="query">GraphQL query</label>
<textarea id="query" spellcheck="false" autocapitalize="off" autocomplete="off" rows="18">${escapeHtml(operations.all[0]?.document ?? '{ dataset { version } }')}</textarea>
<label for="variables">Variables, in JSON</label>
<textarea id="variables" spellcheck="false" autocapitalize="off" autocomplete="off" rows="4">${escapeHtml(written(operations.all[0]?.variables ?? {}))}</textarea>
<div class="actions">
<button type="button" id="run">Run</button>
<label for="language">Language</label>
<select id="language"><option value="en">English</option><option value="vi">Tiếng Việt</option></select>
<span id="state" role="status"></span>
</div>
</div>
<div class="pane">
<label for="answer">Answer</label>
<pre id="answer" tabindex="0" aria-live="polite">Choose a question or write one, then run it (Ctrl + Enter).</pre>
</div>
</div>
<noscript><p>This box needs script. Without it, send a POST request with <code>content-type: application/json</code> and the body <code>{"query": "…"}</code> to <code>/graphql</code>.</p></noscript>
</section>
<section aria-labelledby="where">
<h2 id="where">Where to go <span lang="vi">· Đi tiếp</span></h2>
<ul>
<li><code>/graphql</code>: the API, by POST; the schema describes every type and field, so any GraphQL client can show it.</li>
<li><a href="/operations.json"><code>/operations.json</code></a>: the questions above with their names and hashes; <code>{"documentId": "NineDirections"}</code> asks one without its text.</li>
<li><a href="/health/ready"><code>/health/ready</code></a>: whether the server takes requests, and the dataset version.</li>
<li><code>caytre --help</code>: the same data on the command line.</li>
</ul>
</section>
</main>
<footer><p>Dataset <code>${version.slice(0, 12)}</code> · program under the MIT licence, data under CC0 1.0</p></footer>
<script src="/start/page.js" type="module"></script>
</body>
</html>
`;
}
