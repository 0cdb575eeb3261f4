// Many clients, one question: in how many does a figure rise, fall, or do neither; and whose record asks for a second look.

import * as api from '../api.js';
import * as cohorts from '../api-cohort.js';
import {byOrder, constructLabel} from '../constructs.js';
import {day, field, h, plural, put, say, today} from '../dom.js';
import {inPercent, shareBar} from './share-bar.js';

/** Every figure of a course, as the server calls them. */
const FIGURES = [
  ['emotion.range', 'Kinds of feeling named'], ['emotion.negative', 'Painful feelings named'], ['emotion.positive', 'Pleasant feelings named'],
  ['emotion.undifferentiated', 'Feelings named only as good or bad'], ['emotion.mixed', 'Opposite feelings held together'],
  ['agency.share', 'Clauses in which the client acts or chooses'], ['agency.volitional', 'Clauses of choice, refusal or effort'], ['agency.undergoer', 'Clauses in which things happen to the client'],
  ['coherence.time', 'Time markers in stories'], ['coherence.place', 'Place markers in stories'], ['coherence.sequence', 'Order markers in stories'],
  ['coherence.cause', 'Cause markers in stories'], ['coherence.meaning', 'Meaning markers in stories'], ['coherence.contrast', 'Contrast markers in stories'],
  ['coherence.future', 'Future markers in stories'], ['coherence.resolution', 'Resolution markers in stories'], ['coherence.fragment', 'Places where a story breaks off'],
  ['self.compassionate', 'Kind among kind and harsh words to oneself'], ['self.separated', '“I have it” among “I have it” and “I am it”'],
  ['talk.change', 'Change talk among change and sustain talk'],
];
const LEAST = 10;
const ASKED = 40;

export async function cohort() {
  const [clients, printed, exceptions] = await Promise.all([api.clients(), cohorts.printed(), api.exceptions()]);
  const made = h('div', {'aria-live': 'polite'});
  const before = h('div', {});
  list();
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/'}, '← Caseload')),
    h('h1', {}, 'Many clients together'),
    exceptions.clients === 0 ? h('div', {class: 'empty'}, h('h2', {}, 'No client to count'),
      h('p', {}, 'Reports are about clients whose reports you may read: those you treat who consent to treatment analysis, or those of the people you supervise who agreed to supervision.')) : [
      h('section', {}, h('h2', {class: 'no-print'}, 'A cohort report'), form(clients, exceptions.clients), made),
      h('section', {class: 'no-print'}, h('h2', {}, 'Made before'), before),
      second(exceptions)],
  ];

  function form(clients, many) {
    const known = h('datalist', {id: 'attributes'}, [...new Set(printed.map((one) => one.attribute))].filter(Boolean).map((name) => h('option', {value: name})));
    let looked = false;
    const alert = h('p', {role: 'alert'});
    const button = h('button', {type: 'submit'}, 'Make the report');
    const box = h('form', {class: 'no-print', onsubmit: async (event) => {
      event.preventDefault();
      const said = Object.fromEntries(new FormData(box));
      alert.textContent = '';
      button.disabled = true;
      try {
        const report = await cohorts.make({cohort: said.cohort.trim(), indicator: said.indicator, attribute: said.attribute.trim()});
        printed.push(report);
        show(report);
        list();
        say('Made, and kept under Made before');
      } catch (error) {
        alert.textContent = error.message;
      }
      button.disabled = false;
    }},
    h('p', {class: 'quiet'}, 'In how many clients a figure rises, falls or does neither. It is about ' + (many === 1 ? 'the one client' : 'all ' + many + ' clients') + ' whose reports you may read. Each table is kept without its hidden cells, so that no later one reveals anybody together with it.'),
    h('div', {class: 'fields mine'},
      field('Figure', h('select', {name: 'indicator'}, [...new Set(FIGURES.map(([id]) => id.split('.')[0]))].sort(byOrder).map((construct) =>
        h('optgroup', {label: constructLabel(construct)}, FIGURES.filter(([id]) => id.startsWith(construct + '.')).map(([value, words]) => h('option', {value}, words)))))),
      h('div', {class: 'grow'}, field('Who they are, in your words', h('input', {name: 'cohort', required: true, maxlength: 200, autocomplete: 'off', dir: 'auto', value: 'All whose reports I may read, ' + day(today())}))),
      field('Grouped by', h('input', {name: 'attribute', list: 'attributes', maxlength: 60, autocomplete: 'off', dir: 'auto', placeholder: 'nothing', onfocus: async () => {
        if (looked) return;
        looked = true;
        const names = await cohorts.attributes(clients.slice(0, ASKED)).catch(() => []);
        put(known, [...new Set([...names, ...printed.map((one) => one.attribute)])].filter(Boolean).map((name) => h('option', {value: name})));
      }})), known, button), alert);
    return box;
  }

  function show(report) {
    put(made, table(report));
  }

  function list() {
    put(before, printed.length === 0 ? h('p', {class: 'quiet'}, 'None yet.') : h('ul', {class: 'plain-list'}, [...printed].reverse().map((one) => h('li', {},
      h('button', {type: 'button', class: 'plain', onclick: () => { show(one); made.scrollIntoView({block: 'start'}); }}, day(one.at) + ': ' + one.label),
      ' ', h('span', {class: 'quiet', dir: 'auto'}, one.cohort + (one.attribute ? ', by ' + one.attribute : ''))))));
  }
}

const LITTLE = 'too few';

/** A table as it was printed: counts, then shares with what they are shares of. */
function table(report) {
  // One group alone is its own total.
  const lines = report.rows.length === 1 ? [report.rows[0]] : [...report.rows, 'all'];
  const told = report.shares.slice(0, lines.length);
  const agreed = report.figures.find((figure) => figure.id.endsWith('/agreed'));
  return h('article', {class: 'paper block cohort'},
    h('h3', {}, report.label),
    h('p', {}, 'Cohort: ', h('bdi', {}, report.cohort), '. Made on ' + day(report.at) + '.'),
    h('p', {class: 'quiet'}, 'Among clients with five comparable sessions or more that hold enough text: in how many the figure rises or falls over the sessions by the exact trend test; tentative trends are counted. A rise or fall that the client disputes counts as no change.'),
    report.cells.length === 0 ? h('p', {class: 'notice'}, 'No client belongs to it.') : [
      h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Clients'}, h('table', {},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, report.attribute || 'Clients'), report.columns.map((words) => h('th', {scope: 'col'}, words)))),
        h('tbody', {}, lines.map((name, row) => h('tr', {}, h('th', {scope: 'row', dir: 'auto'}, name), report.cells[row].map((cell) =>
          h('td', {}, cell === null ? h('span', {class: 'quiet'}, LITTLE) : cell.toLocaleString()))))))),
      report.cells.some((line) => line.includes(null)) ? h('p', {class: 'quiet'}, '“Too few”: fewer than ' + LEAST + ' people, or a cell from which such a one could be worked out, here or together with the table before.') : null,
      h('h4', {class: 'block'}, 'Of those not left out'),
      told.every((line) => line.includes(null)) ? h('p', {class: 'notice'}, 'Too few to show a share: it takes ' + LEAST + ' clients or more in each of rise, fall and no change.')
        : h('div', {class: 'columns'}, lines.map((name, row) => chart(name, report.columns, told[row], lines.length))),
      agreed ? h('p', {}, 'Rises and falls that the clients themselves agreed to: ' + (agreed.text === 'not shown' ? 'too few to show' : agreed.text) + '.') : null],
    h('p', {class: 'quiet small'}, 'Groups differ in more than their name: each stands for itself, and they are not to be ranked. No figure here says that therapy caused anything, or how well a therapist works.'),
    h('p', {class: 'no-print'}, h('button', {type: 'button', class: 'small', onclick: () => print()}, 'Print')));
}

function chart(name, columns, shares, many) {
  return h('figure', {class: 'group-shares'}, many === 1 ? null : h('h5', {dir: 'auto'}, name),
    shares.includes(null) ? h('p', {class: 'quiet'}, 'too few to show a share') : h('dl', {}, shares.map((share, i) => [
      h('dt', {}, columns[i]),
      h('dd', {}, share.k + ' of ' + share.n + ' (' + inPercent(share.k / share.n) + ' %), ', h('span', {class: 'one-line'}, '95 % interval ' + inPercent(share.low) + ' to ' + inPercent(share.high) + ' %'), shareBar(share))])));
}

/** Clients whose record asks for a second look: a prompt to review, never blame. */
function second({sections, clients}) {
  const some = sections.filter((section) => section.lines.length > 0);
  return h('section', {class: 'second'}, h('h2', {}, 'Asks for a second look'),
    h('p', {class: 'quiet'}, 'A prompt to read the record again, never blame. Looked at: ' + plural(clients, 'client') + '.'),
    some.length === 0 ? h('p', {}, 'Nothing stands out.') : some.map((section) => [h('h3', {class: 'block'}, section.title),
      h('ul', {class: 'plain-list'}, section.lines.map((line) => h('li', {}, h('a', {href: '#/clients/' + encodeURIComponent(line.client), dir: 'auto'}, line.pseudonym), ': ' + line.why)))]),
    some.length === sections.length ? null : h('p', {class: 'quiet'}, 'Nothing under: ' + sections.filter((section) => section.lines.length === 0).map((section) => section.title).join('; ') + '.'));
}
