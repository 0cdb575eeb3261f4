import * as api from '../api.js';
import * as shelf from '../api-codebooks.js';
import {constructLabel, constructOf, lineOf} from '../constructs.js';
import {day, h, marked, plural, put, save, say} from '../dom.js';
import {has} from '../me.js';
import {badge} from './badge.js';

export async function codebooks() {
  const books = await api.codebooks();
  return [
    h('div', {class: 'path'}, h('h1', {}, 'Codebooks'), h('span', {class: 'path-end'}, h('a', {href: '#/models'}, 'Learned models'), h('button', {type: 'button', class: 'plain', onclick: handOut}, 'Save for other programs (.qdc)'))),
    h('p', {class: 'quiet'}, 'What each mark means, when to use it and when not. Every code carries sentences that are run as tests.'),
    h('ul', {class: 'cards'}, books.map((book) => h('li', {},
      h('a', {class: 'card', href: '#/codebooks/' + encodeURIComponent(book.id)},
        h('h2', {}, h('span', {class: 'sample ' + lineOf(book.id)}, constructLabel(book.id))), h('p', {}, book.description),
        h('p', {class: 'quiet'}, book.id + ' ' + book.version + ', ' + plural(book.codes.length, 'code')))))),
  ];
}

/** All of them as one REFI-QDA code book, for NVivo, ATLAS.ti, MAXQDA and others. */
async function handOut() {
  try {
    save('codebooks.qdc', (await (await import('../api-exchange.js')).codebooks()).file);
    say('Saved: cues and tests stay here, no other program has a place for them');
  } catch (error) {
    say(error.message);
  }
}

/** A codebook as cards. */
export async function codebook(name) {
  const book = await api.codebook(name);
  const measured = book.codes[0]?.here ? [] : await api.orNone(shelf.codebookFigures(name), []);
  const figures = new Map(measured.map((one) => [one.code, one]));
  const at = '#/codebooks/' + encodeURIComponent(name);
  const labels = new Map(book.codes.map((code) => [code.id, code.label]));
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/codebooks'}, '← Codebooks'),
      h('span', {class: 'path-end'}, has('clinician', 'supervisor', 'researcher') ? h('a', {href: at + '/edit'}, 'Edit') : null, h('a', {href: at + '/versions'}, 'Versions'))),
    h('h1', {}, constructLabel(book.id)),
    h('p', {}, book.description),
    h('p', {class: 'quiet'}, book.id + ' ' + book.version + ', hash ', h('code', {}, book.hash.slice(0, 12))),
    h('div', {class: 'codebook'},
      h('nav', {class: 'contents', 'aria-label': 'Codes'}, h('ul', {class: 'plain-list'}, book.codes.map((code) =>
        h('li', {}, h('button', {type: 'button', class: 'plain', onclick: () => document.getElementById(code.id).scrollIntoView({block: 'start'})}, code.label))))),
      h('div', {}, book.codes.map((code) => card(code, labels, code.here ?? figures.get(code.id))))),
  ];
}

function card(code, labels, measured) {
  return h('section', {class: 'code-card', id: code.id},
    h('h2', {}, h('span', {class: 'sample ' + lineOf(constructOf(code.id))}, code.label), ' ', h('code', {class: 'quiet small'}, code.id)),
    h('p', {}, code.definition),
    code.cues.length === 0 ? null : badge(measured),
    constructOf(code.id) === 'safety' || !has('clinician', 'supervisor', 'researcher') ? null : h('p', {class: 'small no-print'}, h('a', {href: '#/models?code=' + encodeURIComponent(code.id)}, 'Learn it from decisions')),
    list('Use when', code.useWhen), list('Do not use when', code.doNotUseWhen), list('At the border', code.boundaryCases),
    code.opposes.length ? h('p', {class: 'quiet'}, 'Speaks against: ' + code.opposes.map((id) => labels.get(id) ?? id).join(', ')) : null,
    examples('Applies', code.examples.filter((example) => example.applies)),
    examples('Does not apply', code.examples.filter((example) => !example.applies)),
    code.culture ? h('p', {class: 'quiet'}, 'Culture: ' + code.culture) : null,
    h('p', {class: 'quiet small'}, code.provenance ? 'From: ' + code.provenance + '. ' : '', 'Cues: ' + (code.cues.join(', ') || 'none, by hand only')));
}

function list(title, items) {
  return items.length === 0 ? null : [h('h3', {}, title), h('ul', {}, items.map((item) => h('li', {}, item)))];
}

/** The first few examples, the rest behind a fold. */
function examples(title, all) {
  if (all.length === 0) return null;
  const item = (example) => h('li', {}, example.previous ? h('span', {class: 'quiet'}, 'after “' + example.previous + '”: ') : null,
    marked(example.text, example.marks), example.note ? h('span', {class: 'quiet'}, ' (' + example.note + ')') : null);
  return [h('h3', {}, title), h('ul', {}, all.slice(0, 4).map(item)),
    all.length > 4 ? h('details', {}, h('summary', {}, all.length - 4 + ' more'), h('ul', {}, all.slice(4).map(item))) : null];
}

/** Every version that was in force, and what a version changed. */
export async function versions(name) {
  const all = await shelf.codebookVersions(name);
  const shown = h('div', {'aria-live': 'polite'});
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/codebooks/' + encodeURIComponent(name)}, '← ' + constructLabel(name))),
    h('h1', {}, 'Versions of ' + name),
    h('p', {class: 'quiet'}, 'What was coded with a version stays coded with it; the hash stands on every report.'),
    h('div', {class: 'table'}, h('table', {},
      h('thead', {}, h('tr', {}, ['Version', 'Saved', 'Hash', ''].map((head) => h('th', {scope: 'col'}, head)))),
      h('tbody', {}, all.map((one, i) => h('tr', {},
        h('td', {}, one.version, ' ', one.inForce ? h('span', {class: 'tag'}, 'in force') : null), h('td', {}, day(one.saved)), h('td', {}, h('code', {}, one.hash.slice(0, 12))),
        h('td', {}, all[i + 1] ? h('button', {type: 'button', class: 'plain', onclick: () => compare(all[i + 1], one)}, 'What changed') : null)))))),
    all.length === 1 ? h('p', {class: 'quiet'}, 'There is one version. The next appears here as soon as somebody saves a change.') : null,
    shown,
  ];

  async function compare(older, newer) {
    const [before, after] = await Promise.all([shelf.codebookVersion(name, older.hash), shelf.codebookVersion(name, newer.hash)]);
    put(shown, h('h2', {}, older.version + ' to ' + newer.version), changedLines(before, after));
  }
}

/** The lines that two texts do not share, with two lines around them. */
export function changedLines(before, after) {
  const rows = lineDiff(before.split('\n'), after.split('\n'));
  const near = rows.map((_, i) => rows.slice(Math.max(0, i - 2), i + 3).some(([sign]) => sign !== ' '));
  const items = [];
  rows.forEach(([sign, line], i) => {
    if (near[i]) {
      items.push(h('li', {class: sign === '+' ? 'add' : sign === '-' ? 'gone' : null}, sign + ' ' + line));
    } else if (near[i - 1]) {
      items.push(h('li', {class: 'quiet'}, '…'));
    }
  });
  return items.length === 0 ? h('p', {class: 'quiet'}, 'Nothing.') : h('ul', {class: 'diff'}, items);
}

/** Longest common run of lines, after cutting what is equal at both ends. */
function lineDiff(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const same = (lines) => lines.map((line) => [' ', line]);
  return [...same(a.slice(0, start)), ...middle(x, y), ...same(a.slice(a.length - end))];
}

function middle(x, y) {
  if (x.length * y.length > 4_000_000) return [...x.map((line) => ['-', line]), ...y.map((line) => ['+', line])];
  const best = Array.from({length: x.length + 1}, () => new Uint32Array(y.length + 1));
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) best[i][j] = x[i] === y[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
  }
  const rows = [];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) { rows.push([' ', x[i]]); i++; j++; }
    else if (i < x.length && (j >= y.length || best[i + 1][j] >= best[i][j + 1])) rows.push(['-', x[i++]]);
    else rows.push(['+', y[j++]]);
  }
  return rows;
}
