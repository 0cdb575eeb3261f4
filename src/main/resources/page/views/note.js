import * as api from '../api.js';
import {day, field, h, put, save, say} from '../dom.js';
import {has} from '../me.js';
import {clientHead} from './client-head.js';
import {paper} from './paper.js';

const REPORTS = [
  ['session-note', 'Session note section', 'Indicators of one session to paste into a progress note.'],
  ['supervision-snapshot', 'Supervision snapshot', 'For the supervisor: change, evidence for and against, questions. Takes consent to supervision and to verbatim quotes.'],
  ['narrative-review', 'Narrative review', 'The client’s words over several sessions, to read together.'],
  ['plain-summary', 'Summary for the client', 'In plain language, to keep.'],
  ['funder', 'For a funder', 'Baseline, delivery, review points, outcome, each with dated records. Takes consent to external export.'],
];
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Reports about a client; the session note can be written on before it is copied. */
export async function note(id, query) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, 'note');
  const held = await api.sessions(id);
  if (held.length === 0) {
    return [clientHead(who, 'note'), h('div', {class: 'empty'}, h('p', {}, 'A note rests on a session. Upload a transcript first.'),
      h('p', {}, h('a', {class: 'button', href: '#/clients/' + encodeURIComponent(id) + '/sessions'}, 'Upload')))];
  }
  const chosen = {report: query.get('report') || (has('clinician') ? 'session-note' : 'supervision-snapshot'), session: query.get('session') || String(held.at(-1).number)};
  const shown = h('div', {'aria-live': 'polite'});
  const about = h('p', {class: 'quiet'}, REPORTS.find(([name]) => name === chosen.report)?.[2]);
  const form = h('form', {class: 'fields no-print', onchange: again, onsubmit: (event) => event.preventDefault()},
    field('Report', h('select', {name: 'report'}, REPORTS.filter(([value]) => has('clinician') || value === 'supervision-snapshot').map(([value, words]) => h('option', {value, selected: value === chosen.report}, words)))),
    chosen.report !== 'session-note' ? null : field('Session', h('select', {name: 'session'}, held.map((one) =>
      h('option', {value: one.number, selected: String(one.number) === chosen.session}, one.number + ', ' + day(one.date))).reverse())));
  await make();
  return [clientHead(who, 'note'), form, about, shown];

  function again() {
    const said = Object.fromEntries(new FormData(form));
    location.hash = '#/clients/' + encodeURIComponent(id) + '/note?' + new URLSearchParams(said);
  }

  function place(session, turn) {
    const one = has('clinician') ? held.find(({number}) => number === session) : null;
    return one ? '#/sessions/' + encodeURIComponent(one.id) + '/turn/' + turn : null;
  }

  async function make() {
    const asked = chosen.report === 'session-note' ? {session: chosen.session} : {};
    try {
      const markdown = await (await api.report(id, chosen.report, 'text/markdown', asked)).text();
      put(shown, chosen.report === 'session-note' ? written(markdown, asked) : h('article', {class: 'paper'}, paper(markdown, place)), downloads(markdown, asked));
    } catch (error) {
      put(shown, h('p', {class: 'notice', role: 'alert'}, h('strong', {}, (error.problem?.title ?? 'No report') + '. '), error.message));
    }
  }

  /** The note as text, for the clinician's own sentences beside the figures. */
  function written(markdown) {
    const text = h('textarea', {class: 'note-text', rows: 22, spellcheck: 'true'});
    text.value = plain(markdown);
    const copied = h('button', {type: 'button', class: 'main', onclick: async () => {
      try {
        await navigator.clipboard.writeText(text.value);
        say('Copied: paste it into the progress note');
      } catch {
        text.select();
        say('Press Ctrl+C to copy');
      }
    }}, 'Copy the note');
    return [
      h('article', {class: 'paper'}, paper(markdown, place)),
      h('section', {class: 'block no-print'}, h('h2', {}, 'Your note'),
        field('Change it as you like; it is not stored here. References are session.turn; above they lead to the words.', text), h('p', {class: 'actions'}, copied)),
    ];
  }

  function downloads(markdown, asked) {
    const name = who.pseudonym.replace(/[^\p{L}\p{N}-]+/gu, '-') + '-' + chosen.report;
    const file = (words, accept, ending) => h('button', {type: 'button', onclick: async () => {
      try {
        save(name + ending, await api.report(id, chosen.report, accept, asked));
      } catch (error) {
        say(error.message);
      }
    }}, words);
    return h('p', {class: 'actions block'}, has('clinician') ? file('Word', DOCX, '.docx') : null, file('HTML', 'text/html', '.html'),
      h('button', {type: 'button', onclick: () => save(name + '.md', markdown)}, 'Markdown'),
      file('What it rests on (JSON)', 'application/json', '.json'),
      h('button', {type: 'button', onclick: () => print()}, 'Print'));
  }
}

/** Markdown without its escapes and table bars, as one pastes it into a record system. */
function plain(markdown) {
  return markdown.split('\n')
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) => line.startsWith('|') ? line.split('|').slice(1, -1).map((cell) => cell.trim()).filter(Boolean).join('; ') : line)
    .join('\n').replace(/^#+ /gm, '').replace(/\\([[\]\\`*_{}()#+.!|<>-])/g, '$1').trim() + '\n';
}
