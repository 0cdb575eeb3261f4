// What stands beside the transcript: why a mark is there and what to do about it, or a new code by hand.

import * as api from '../api.js';
import {codeCard, constructOf, lineOf, sourceOf} from '../constructs.js';
import {field, h, put} from '../dom.js';
import {wordEdge} from './marks.js';

const STANDING = {suggested: '', confirmed: '✓ confirmed', rejected: '✕ rejected', changed: '✎ changed'};

export function standingWord(standing) {
  return STANDING[standing] ?? standing;
}

function standingSentence(coding) {
  return {
    suggested: 'Suggested by the machine, ' + (sourceOf(coding.rater) === 'model' ? 'from what it learned of decisions here' : 'by a rule of the codebook') + '. Nobody has looked at it yet.',
    confirmed: 'Confirmed by a person.',
    rejected: 'Rejected by a person: counts nowhere.',
    changed: 'Changed by a person.',
  }[coding.standing] ?? coding.standing;
}

const MEANT = {
  self: 'about oneself', we: 'about “we”', other: 'about somebody else', generic_you: 'a general “you”', nobody: 'about nobody in particular',
  affirmed: 'said', negated: 'denied', actual: 'really so', hypothetical: 'only imagined', desired: 'wished for', feared: 'feared', counterfactual: 'did not happen',
  past: 'past', present: 'present', future: 'future', own: 'own words', reported: 'somebody else’s words', own_past_speech: 'own words of earlier', self_talk: 'said to oneself',
  question: 'a question', plain: null, hedged: 'hedged', prompted: 'after the therapist’s word', spontaneous: null,
};

/** The chosen mark. Answers with its nodes and with what the keys do in it. */
export function explanation(reading, coding, others) {
  const label = reading.labels.get(coding.code) ?? coding.code;
  const means = h('p', {class: 'quiet'});
  codeCard(coding.code).then((card) => { means.textContent = card ? card.brief || card.definition : 'No codebook in use has this code any more.'; });
  const alert = h('p', {role: 'alert'});
  const more = h('div', {});
  const byHand = coding.rater.startsWith('human:');
  const button = (verdict, words, key, kind) => h('button', {type: 'button', class: kind, onclick: () => reading.decide(verdict)}, words, ' ', h('kbd', {'aria-hidden': 'true'}, key));
  const nodes = [
    h('h2', {}, h('span', {class: 'sample ' + lineOf(constructOf(coding.code))}, label)),
    means,
    h('blockquote', {dir: 'auto'}, coding.quote),
    h('p', {}, h('strong', {}, 'Why: '), byHand ? 'added by hand by ' + coding.rater.slice('human:'.length) + '.' : coding.explanation),
    h('p', {class: 'tags'}, h('span', {class: 'tag source'}, {rule: 'a rule', model: 'the model', person: 'a person'}[sourceOf(coding.rater)]), Object.values(coding.attributes).map((value) => MEANT[value]).filter(Boolean).map((words) => h('span', {class: 'tag'}, words))),
    h('p', {class: 'quiet'}, standingSentence(coding)),
    h('p', {class: 'actions'},
      button('confirm', 'Confirm', 'y', coding.standing === 'confirmed' ? 'on' : null),
      button('reject', 'Reject', 'n', coding.standing === 'rejected' ? 'on' : null),
      h('button', {type: 'button', onclick: () => change()}, 'Change ', h('kbd', {'aria-hidden': 'true'}, 'c')),
      coding.standing === 'suggested' || byHand && coding.standing !== 'rejected' ? null
        : h('button', {type: 'button', onclick: () => reading.decide('undo')}, 'Take back')),
    alert, more,
    others.length === 0 ? null : h('p', {class: 'quiet'}, 'On the same words: ', others.map((other, i) => [i ? ', ' : '',
      h('button', {type: 'button', class: 'plain', onclick: () => reading.open(other)}, reading.labels.get(other.code) ?? other.code)])),
    h('p', {class: 'quiet small'}, coding.rater.replace(/^(machine|model):/, ''), byHand ? '' : ', confidence ' + coding.confidence.toFixed(2)),
    closing(reading),
  ];
  let form = null;
  function change() {
    form = spanForm(reading, reading.shown.turns[coding.turn], coding, coding.code, 'Save the change',
      (changed) => reading.decide('change', {code: changed.code, start: changed.start, end: changed.end}));
    put(more, form.nodes);
    form.ready();
  }
  return {
    nodes, change, fail: (error) => { alert.textContent = error.message; },
    choose(n) { if (!form) change(); form.choose(n); },
  };
}

/** Words that a person has selected, to be given a code. */
export function adding(reading, turn, span) {
  const alert = h('p', {role: 'alert'});
  const form = spanForm(reading, turn, span, null, 'Add', (coding) => reading.keep({turn: turn.index, ...coding}));
  return {
    nodes: [h('h2', {}, 'Add a code'), form.nodes, misheard(reading, turn, form, alert), alert, closing(reading)], ready: form.ready, choose: form.choose,
    fail: (error) => { alert.textContent = error.message; },
  };
}

/** Words that the recording says otherwise. */
function misheard(reading, turn, form, alert) {
  const folded = h('details', {ontoggle: () => folded.childElementCount === 1 && import('./misheard.js').then((made) => folded.append(...made.misheard(reading, turn, form, alert)), (error) => { alert.textContent = error.message; })}, h('summary', {}, 'These words were misheard'));
  return folded;
}

/** On a phone the panel lies over the words. */
function closing(reading) {
  return h('p', {class: 'closing'}, h('button', {type: 'button', onclick: () => reading.idle()}, 'Close'));
}

/** Which words and which code. The first nine codes of the list answer to their number. */
function spanForm(reading, turn, span, code, button, send) {
  let {start, end} = span;
  let listed = [];
  const shown = h('blockquote', {dir: 'auto'});
  const find = h('input', {type: 'search', autocomplete: 'off', placeholder: 'part of a code’s name'});
  const list = h('ol', {class: 'choices'});
  const books = api.codebooks();
  find.addEventListener('input', fill);
  const nodes = h('form', {class: 'span-form', onsubmit: (event) => { event.preventDefault(); if (listed.length) choose(1); }},
    shown,
    h('div', {class: 'edges', role: 'group', 'aria-label': 'Which words'},
      edge('start', -1, '◂ start', 'One word more at the start'), edge('start', 1, 'start ▸', 'One word less at the start'),
      edge('end', -1, '◂ end', 'One word less at the end'), edge('end', 1, 'end ▸', 'One word more at the end')),
    code === null ? null : h('p', {}, h('button', {type: 'button', onclick: () => send({code, start, end})}, button, ' with these words')),
    field(code === null ? 'Code' : 'Another code', find), list);
  words();
  fill();

  function edge(which, step, label, title) {
    return h('button', {type: 'button', class: 'small', 'aria-label': title, onclick: () => move(which, step)}, label);
  }

  function move(which, step) {
    if (which === 'start') {
      const to = step < 0 ? wordEdge(turn.text, start, -1) : nextStart(turn.text, start);
      if (to < end) start = to;
    } else {
      const to = step > 0 ? wordEdge(turn.text, end, 1) : lastEnd(turn.text, end);
      if (to > start) end = to;
    }
    words();
  }

  function words() {
    const from = Math.max(0, start - 40);
    put(shown, from > 0 ? '…' : '', turn.text.slice(from, start), h('mark', {}, turn.text.slice(start, end)),
      turn.text.slice(end, end + 40), end + 40 < turn.text.length ? '…' : '');
  }

  async function fill() {
    const asked = find.value.trim().toLowerCase();
    const all = (await books).flatMap((book) => book.codes);
    const near = code === null ? all : all.filter((one) => constructOf(one.id) === constructOf(code) && one.id !== code);
    listed = (asked === '' ? near : all.filter((one) => (one.label + ' ' + one.id).toLowerCase().includes(asked))).slice(0, 30);
    put(list, listed.map((one, i) => h('li', {},
      h('button', {type: 'button', class: 'plain', onclick: () => choose(i + 1)},
        i < 9 ? h('kbd', {'aria-hidden': 'true'}, i + 1) : null, h('span', {class: 'sample ' + lineOf(constructOf(one.id))}, one.label)))),
    listed.length === 0 ? h('li', {class: 'quiet'}, 'No code is called that. Codebooks lists them all.') : null);
  }

  function choose(n) {
    if (listed[n - 1]) send({code: listed[n - 1].id, start, end});
  }

  return {nodes, choose, span: () => ({start, end}), ready: () => nodes.scrollIntoView({block: 'nearest'})};
}

function nextStart(text, at) {
  const end = wordEdge(text, at, 1);
  const next = /[\p{L}\p{N}]/u.exec(text.slice(end));
  return next ? end + next.index : at;
}

function lastEnd(text, at) {
  const start = wordEdge(text, at, -1);
  const before = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text.slice(0, start));
  return before ? before.index + 1 : at;
}
