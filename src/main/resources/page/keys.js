// Single keys, the same on every view: bound while a view is shown, listed under "?".

import {ask, h} from './dom.js';

const OFF = 'throughline.keys-off';
const EVERYWHERE = [['?', 'This list'], ['g c', 'Caseload'], ['g q', 'Quotes'], ['g b', 'Codebooks']];

let bound = [];
let pending = '';

/** Binds a view's keys: [['j', 'Next mark', () => …], …]. */
export function bind(keys) {
  bound = keys;
}

export function release() {
  bound = [];
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]')) return;
  if (event.key === '?') return void help();
  if (localStorage.getItem(OFF)) return;
  if (pending === 'g') {
    pending = '';
    const where = {c: '#/', q: '#/quotes', b: '#/codebooks'}[event.key];
    if (where) location.hash = where;
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
    h('dl', {class: 'keys'}, [...bound, ...EVERYWHERE].filter(([, what]) => what).map(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)])),
    h('label', {class: 'check'}, off, 'Turn single keys off (for speech input)'),
  ]);
}
