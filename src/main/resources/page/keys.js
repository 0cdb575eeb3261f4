// Single keys, the same on every view: bound while a view is shown, listed under "?".

import {ask, h} from './dom.js';

const OFF = 'throughline.keys-off';
const GO = {c: ['caseload', 'Caseload'], q: ['quotes', 'Quotes'], r: ['research', 'Research'], l: ['release', 'Release'], b: ['codebooks', 'Codebooks'], a: ['accounts', 'Accounts'], o: ['account', 'Your own account']};

let bound = [];
let pending = '';

/** The link of the navigation that a key after g stands for, where this account has it. */
function navigation(key) {
  return GO[key] ? document.querySelector(`[data-nav=${GO[key][0]}]:not([hidden])`) : null;
}

/** Binds a view's keys: [['j', 'Next mark', () => …], …]. */
export function bind(keys) {
  bound = keys;
}

export function release() {
  bound = [];
}

// A key held down acts once: what it does may be a decision.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
  if (event.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]')) return;
  if (event.key === '?') return void help();
  if (localStorage.getItem(OFF)) return;
  if (pending === 'g') {
    pending = '';
    const link = navigation(event.key);
    if (link) location.hash = link.hash;
    return;
  }
  const found = bound.find(([key]) => key === event.key);
  if (found) {
    event.preventDefault();
    found[2]();
  } else if (event.key === 'g') {
    pending = 'g';
    setTimeout(() => { pending = ''; }, 1500);
  }
});

export async function help() {
  if (document.querySelector('dialog[open]')) return;
  const off = h('input', {type: 'checkbox', checked: Boolean(localStorage.getItem(OFF))});
  off.addEventListener('change', () => off.checked ? localStorage.setItem(OFF, 'yes') : localStorage.removeItem(OFF));
  await ask('Keys', [
    h('dl', {class: 'keys'}, [...bound, ['?', 'This list'], ...Object.keys(GO).filter(navigation).map((key) => ['g ' + key, GO[key][1]])].filter(([, what]) => what).map(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)])),
    h('label', {class: 'check'}, off, 'Turn single keys off (for speech input)'),
  ]);
}
