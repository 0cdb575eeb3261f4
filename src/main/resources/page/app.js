// Which view the address asks for. Addresses stay behind the #, so the server sees none of them.

import {ApiError} from './api.js';
import {h} from './dom.js';
import {caseload} from './views/caseload.js';
import {client} from './views/client.js';
import {codebook, codebooks} from './views/codebooks.js';
import {quotes} from './views/quotes.js';
import {session} from './views/session.js';

const VIEWS = [
  [/^$/, 'caseload', caseload],
  [/^clients\/([^/]+)$/, 'caseload', client],
  [/^sessions\/([^/]+)(?:\/turn\/(\d+))?$/, 'caseload', session],
  [/^quotes$/, 'quotes', quotes],
  [/^codebooks$/, 'codebooks', codebooks],
  [/^codebooks\/([^/]+)$/, 'codebooks', codebook],
];

const main = document.getElementById('main');
let shown = 0;

async function show() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const turn = ++shown;
  for (const [pattern, nav, view] of VIEWS) {
    const found = path.match(pattern);
    if (!found) continue;
    highlight(nav);
    main.replaceChildren(h('p', {class: 'quiet', role: 'status'}, 'Reading …'));
    let content;
    try {
      content = await view(...found.slice(1).map((part) => part && decodeURIComponent(part)), new URLSearchParams(query));
    } catch (error) {
      content = failure(error);
    }
    if (turn === shown) {
      main.replaceChildren(...[content].flat(Infinity).filter((part) => part !== null && part !== undefined && part !== false));
      main.querySelector('[data-scroll-to]')?.scrollIntoView({block: 'center'});
      const title = main.querySelector('h1');
      document.title = (title ? title.textContent + ' · ' : '') + 'Throughline';
    }
    return;
  }
  main.replaceChildren(h('h1', {}, 'Nothing here'), h('p', {}, h('a', {href: '#/'}, 'Back to the caseload')));
}

function highlight(nav) {
  for (const link of document.querySelectorAll('[data-nav]')) {
    if (link.dataset.nav === nav) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function failure(error) {
  if (!(error instanceof ApiError)) console.error(error);
  return [
    h('h1', {}, error instanceof ApiError ? error.problem.title || 'That did not work' : 'This page has a fault'),
    h('p', {role: 'alert'}, error instanceof ApiError ? error.message : 'Please report it; nothing was lost.'),
    h('p', {}, h('a', {href: '#/'}, 'Back to the caseload')),
  ];
}

addEventListener('hashchange', () => {
  show();
  main.focus({preventScroll: true});
  scrollTo(0, 0);
});
show();
