// Which view the address asks for. Addresses stay behind the #, so the server sees none of them.

import * as api from './api.js';
import {ApiError} from './api.js';
import {h, put, styled} from './dom.js';
import {help, release} from './keys.js';
import {become, has, who} from './me.js';

/** Each view is a module of its own, loaded when it is first shown. */
const load = (module) => import(`./views/${module}.js`);

/** Views with a style sheet more. */
const MORE = ['codebooks', 'codebook-edit', 'study', 'coding', 'training', 'findings', 'release', 'review', 'account', 'released', 'models', 'exchange', 'cohort', 'profile'];

const VIEWS = [
  [/^$/, 'caseload', 'caseload', 'caseload'],
  [/^clients\/new$/, 'caseload', 'beginnings', 'newClient'],
  [/^clients\/([^/]+)$/, 'caseload', 'client', 'client'],
  [/^clients\/([^/]+)\/sessions$/, 'caseload', 'upload', 'sessions'],
  [/^clients\/([^/]+)\/check-ins$/, 'caseload', 'check-ins', 'checkIns'],
  [/^clients\/([^/]+)\/note$/, 'caseload', 'note', 'note'],
  [/^clients\/([^/]+)\/privacy$/, 'caseload', 'privacy', 'privacy'],
  [/^sessions\/([^/]+)(?:\/turn\/(\d+))?$/, 'caseload', 'session', 'session'],
  [/^cohort$/, 'caseload', 'cohort', 'cohort'],
  [/^quotes$/, 'quotes', 'quotes', 'quotes'],
  [/^clients\/([^/]+)\/profile$/, 'caseload', 'profile', 'profile'],
  [/^clients\/([^/]+)\/suggestions$/, 'caseload', 'suggestions', 'suggestions'],
  [/^models$/, 'codebooks', 'models', 'models'],
  [/^codebooks$/, 'codebooks', 'codebooks', 'codebooks'],
  [/^codebooks\/([^/]+)$/, 'codebooks', 'codebooks', 'codebook'],
  [/^codebooks\/([^/]+)\/edit$/, 'codebooks', 'codebook-edit', 'edit'],
  [/^codebooks\/([^/]+)\/versions$/, 'codebooks', 'codebooks', 'versions'],
  [/^research$/, 'research', 'research', 'research'],
  [/^research\/quotes$/, 'research', 'released', 'released'],
  [/^studies\/([^/]+)$/, 'research', 'study', 'study'],
  [/^studies\/([^/]+)\/code\/([^/]+)$/, 'research', 'coding', 'code'],
  [/^studies\/([^/]+)\/compare\/([^/]+)$/, 'research', 'coding', 'compare'],
  [/^studies\/([^/]+)\/training\/([^/]+)$/, 'research', 'training', 'training'],
  [/^studies\/([^/]+)\/agreement$/, 'research', 'findings', 'agreement'],
  [/^studies\/([^/]+)\/exchange$/, 'research', 'exchange', 'exchange'],
  [/^studies\/([^/]+)\/themes$/, 'research', 'findings', 'themes'],
  [/^release$/, 'release', 'release', 'release'],
  [/^release\/([^/]+)\/card$/, 'release', 'release', 'card'],
  [/^review\/([^/]+)$/, 'release', 'review', 'review'],
  [/^accounts$/, 'accounts', 'accounts', 'accounts'],
  [/^account$/, 'account', 'account', 'account'],
  [/^setup$/, '', 'setup', 'setUp'],
  [/^sign-in\/([a-z-]+)$/, '', 'sign-in', 'refused'],
];

const main = document.getElementById('main');
let shown = 0;

async function show() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const turn = ++shown;
  main.dataset.state = 'reading';
  const slow = setTimeout(() => put(main, h('p', {class: 'quiet', role: 'status'}, 'Reading …')), 150);
  let content;
  try {
    content = who() === null && path !== 'setup' ? await signedOut() : await find(path, new URLSearchParams(query));
  } catch (error) {
    content = failure(error);
  }
  clearTimeout(slow);
  if (turn !== shown) return;
  put(main, content);
  const title = main.querySelector('h1');
  document.title = (title ? title.textContent + ' · ' : '') + 'Throughline';
  main.dataset.state = 'ready';
  performance.mark('ready');
  main.dispatchEvent(new Event('shown'));
}

async function find(path, query) {
  for (const [pattern, nav, module, name] of VIEWS) {
    const found = path.match(pattern);
    if (!found) continue;
    highlight(nav);
    const loading = Promise.all([load(module), MORE.includes(module) ? styled() : null]);
    release();
    return (await loading)[0][name](...found.slice(1).map((part) => part && decodeURIComponent(part)), query);
  }
  return [h('h1', {}, 'Nothing here'), h('p', {}, 'The address may be mistyped. ', h('a', {href: '#/'}, 'Back to the caseload'))];
}

/** The way in, where nobody is signed in; the address stays and is shown afterwards. */
async function signedOut(why = null) {
  release();
  return (await import('./views/sign-in.js')).signIn((me) => { enter(me); show().then(() => main.focus({preventScroll: true})); }, why);
}

function enter(me) {
  become(me);
  document.body.dataset.signedIn = me ? 'yes' : 'no';
  document.querySelector('[data-nav=caseload]').hidden = !has('clinician', 'supervisor', 'privacy_officer');
  document.querySelector('[data-nav=quotes]').hidden = !has('clinician', 'supervisor');
  document.querySelector('[data-nav=accounts]').hidden = !has('admin');
  document.querySelector('[data-nav=release]').hidden = !has('reviewer', 'privacy_officer');
  document.querySelector('[data-nav=research]').hidden = !has('researcher');
  put(document.getElementById('who'), me === null ? [] : [h('a', {href: '#/account', 'data-nav': 'account', title: 'Your own account'}, me.name), ' ',
    h('button', {type: 'button', class: 'plain', onclick: leave}, 'Sign out')]);
}

export async function leave() {
  await api.logOut().catch(() => null);
  api.forgetCodebooks();
  enter(null);
  location.hash = '#/';
  show();
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
    h('p', {class: 'actions'},
      h('button', {type: 'button', onclick: show}, 'Try again'), h('a', {href: '#/'}, 'Back to the caseload')),
  ];
}

document.getElementById('keys').addEventListener('click', help);
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', (event) => {
  const before = new URL(event.oldURL).hash.split('?')[0];
  show().then(() => {
    if (before === location.hash.split('?')[0]) return;
    main.focus({preventScroll: true});
    if (!main.querySelector('[data-here]')) scrollTo(0, 0);
  });
});
addEventListener('signed-out', () => {
  if (who() === null) return;
  enter(null);
  signedOut('You have been signed out after a while without a request. Nothing was lost; sign in to go on.').then((form) => put(main, form));
});

try {
  enter(await api.me());
} catch {
  enter(null);
}
show();
