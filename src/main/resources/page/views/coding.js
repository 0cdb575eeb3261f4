// Coding a session of a study, alone and blind; then, once all have finished, side by side.

import * as studies from '../api-studies.js';
import {ask, field, h, plural, put, say} from '../dom.js';
import {bind} from '../keys.js';
import {selected, wordEdge, words} from './marks.js';

const LINES = ['emotion', 'agency', 'self', 'talk', 'assimilation', 'coherence', 'other'];
const FINISHED = {coding: 'Finished: it can be compared once the others have finished too.', key: 'Finished: others can be held against it now.', training: 'Finished: it can be held against the key now.'};
const BEFORE = {coding: '', key: 'Your codings are the key that others train against. ', training: 'For training: when you have finished, you see it against the expert’s key. '};
const WHO = {client: 'Client', therapist: 'Therapist', other: 'Other', unattributed: 'Nobody named'};

const link = (id, words) => h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/studies/' + encodeURIComponent(id)}, '← ' + words));

/** The line under a code: by its place in the list, so that neighbours differ in shape. */
const lines = (codes) => {
  const places = new Map(codes.map((code, i) => [code.id, 'line-' + LINES[i % LINES.length]]));
  return (coding) => places.get(coding.code) ?? 'is-span';
};

/** One of the asker's own sessions. */
export async function code(id, session) {
  const [study, task, tasks] = await Promise.all([studies.study(id), studies.task(id, session), studies.tasks(id)]);
  return new Desk(study, task, tasks).whole();
}

class Desk {
  constructor(study, task, tasks) {
    this.study = study;
    this.task = task;
    this.tasks = tasks;
    this.line = lines(study.codes);
    this.labels = new Map(study.codes.map((one) => [one.id, one.name]));
    this.texts = new Map(task.turns.map((turn) => [turn.index, turn]));
    this.paragraphs = new Map();
    this.at = 0;
    this.span = null;
    this.sending = new Set();
    this.list = h('ol', {class: 'turns'});
    this.side = h('aside', {class: 'beside'});
  }

  get open() {
    return !this.task.finished && this.study.frozen === null;
  }

  whole() {
    const {study, task} = this;
    this.list.append(...task.turns.map((turn) => this.row(turn)));
    this.list.addEventListener('click', (event) => {
      const turn = event.target.closest('.turn');
      if (turn) this.go(task.turns.findIndex((one) => one.index === Number(turn.dataset.turn)), false);
    });
    this.list.addEventListener('mouseup', () => setTimeout(() => {
      const span = selected(this.list);
      if (span) this.hold(span);
    }));
    bind([
      ['j', 'Next turn', () => this.go(this.at + 1)], ['k', 'Turn before', () => this.go(this.at - 1)],
      ['s', 'Next sentence of the turn', () => this.sentence()],
      ['l', 'A word more at the end', () => this.reach(1)], ['h', 'A word less at the end', () => this.reach(-1)],
      ['L', 'A word less at the start', () => this.start(1)], ['H', 'A word more at the start', () => this.start(-1)],
      ['1', 'to 9: this code on the chosen words, or on the turn', () => this.put(1)],
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => [String(n), '', () => this.put(n)]),
      ['x', 'Take the last coding of the turn off', () => this.off()],
      ['Escape', 'Choose no words', () => this.hold(null)],
    ]);
    this.go(0, false);
    return [link(study.id, study.name),
      h('h1', {}, 'Your session ' + task.number + ' of ' + task.of),
      h('p', {class: 'quiet'}, task.finished ? FINISHED[task.duty]
        : BEFORE[task.duty] + 'Choose words with the mouse, or a sentence with s; a number puts the code on them. ? lists all keys.'),
      this.memo(),
      h('div', {class: 'reading'}, this.list, this.side)];
  }

  /** What one thinks while coding; others read it once the session is open to comparison. */
  memo() {
    if (this.study.frozen !== null) return null;
    const alert = h('p', {role: 'alert'});
    const text = h('textarea', {rows: 3, required: true, maxlength: 20000, dir: 'auto'});
    const folded = h('details', {class: 'no-print'}, h('summary', {}, 'A memo on this session'), h('form', {class: 'span-form', onsubmit: async (event) => {
      event.preventDefault();
      try {
        await studies.addMemo(this.study.id, {on: 'session', subject: this.task.session, text: text.value.trim()});
        text.value = '';
        alert.textContent = '';
        folded.open = false;
        say('Written: it stands under Memos in the study');
      } catch (error) {
        alert.textContent = error.message;
      }
    }}, field('Others read it once all who code the session have finished it.', text), alert, h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Write'))));
    return folded;
  }

  row(turn) {
    const text = h('p', {dir: 'auto'});
    this.paragraphs.set(turn.index, text);
    put(text, words(turn, this.codings(turn.index), null, this.line));
    return h('li', {class: 'turn role-' + turn.role, 'data-turn': turn.index}, h('span', {class: 'who'}, WHO[turn.role] ?? turn.role), text);
  }

  codings(turn) {
    const own = this.task.codings.filter((coding) => coding.turn === turn);
    return this.span?.turn === turn ? [...own, this.span] : own;
  }

  paint(turn) {
    put(this.paragraphs.get(turn), words(this.texts.get(turn), this.codings(turn), this.span, this.line));
  }

  here() {
    return this.task.turns[this.at];
  }

  go(to, scroll = true) {
    if (to < 0 || to >= this.task.turns.length) return void say(to < 0 ? 'This is the first turn' : 'This is the last turn');
    if (to !== this.at) this.hold(null);
    this.at = to;
    for (const row of this.list.querySelectorAll('.here')) row.classList.remove('here');
    const row = this.list.children[to];
    row.classList.add('here');
    if (scroll) row.scrollIntoView({block: 'center'});
    this.beside();
  }

  /** The chosen words, shown as a mark of their own. */
  hold(span) {
    const before = this.span;
    this.span = span === null ? null : {...span, id: 'now', code: '', standing: 'chosen'};
    if (before && before.turn !== span?.turn) this.paint(before.turn);
    if (span) {
      const to = this.task.turns.findIndex((turn) => turn.index === span.turn);
      if (to !== this.at) {
        this.at = to;
        for (const row of this.list.querySelectorAll('.here')) row.classList.remove('here');
        this.list.children[to].classList.add('here');
      }
      this.paint(span.turn);
    }
    this.beside();
  }

  sentence() {
    const turn = this.here();
    const all = [...new Intl.Segmenter('en', {granularity: 'sentence'}).segment(turn.text)]
      .map((one) => ({turn: turn.index, start: one.index, end: one.index + one.segment.trimEnd().length})).filter((one) => one.end > one.start);
    const next = all.find((one) => !this.span || one.start > this.span.start) ?? all[0];
    if (next) this.hold(next);
  }

  reach(step) {
    const turn = this.here();
    const span = this.span ?? {turn: turn.index, start: 0, end: 0};
    const end = step > 0 ? wordEdge(turn.text, span.end, 1) : turn.text.slice(0, wordEdge(turn.text, span.end, -1)).trimEnd().length;
    if (end > span.start) this.hold({turn: turn.index, start: span.start, end});
  }

  start(step) {
    const turn = this.here();
    if (!this.span) return;
    const edge = step > 0 ? wordEdge(turn.text, this.span.start, 1) : wordEdge(turn.text, this.span.start, -1);
    const start = step > 0 ? edge + /^[^\p{L}\p{N}]*/u.exec(turn.text.slice(edge))[0].length : edge;
    if (start < this.span.end) this.hold({...this.span, start});
  }

  /** The codes with their numbers, what is marked in this turn, and the end of it. */
  beside() {
    const {study, task} = this;
    const turn = this.here();
    const own = task.codings.filter((coding) => coding.turn === turn.index);
    put(this.side,
      h('section', {class: 'explain open', 'aria-live': 'polite', 'aria-label': 'The turn'},
        h('h2', {}, 'Turn ' + (this.at + 1) + ' of ' + task.turns.length),
        h('blockquote', {dir: 'auto'}, this.span ? turn.text.slice(this.span.start, this.span.end) : h('span', {class: 'quiet'}, 'the whole turn')),
        own.length === 0 ? h('p', {class: 'quiet'}, 'Nothing marked here yet.') : h('ul', {class: 'plain-list'}, own.map((coding) => h('li', {class: 'actions'},
          h('span', {}, h('span', {class: 'sample ' + this.line(coding)}, this.labels.get(coding.code) ?? coding.code), ' ', h('q', {dir: 'auto', class: 'quiet'}, turn.text.slice(coding.start, Math.min(coding.end, coding.start + 50)))),
          this.open ? h('button', {type: 'button', class: 'plain', 'aria-label': 'Take off ' + (this.labels.get(coding.code) ?? ''), onclick: () => this.off(coding)}, 'take off') : null))),
        h('ol', {class: 'choices tall', 'aria-label': 'Codes'}, study.codes.map((code, i) => h('li', {},
        h('button', {type: 'button', class: 'plain', disabled: !this.open, title: code.definition, onclick: () => this.put(i + 1)},
          i < 9 ? h('kbd', {'aria-hidden': 'true'}, i + 1) : null, h('span', {class: 'sample ' + this.line({code: code.id})}, code.name)))))),
      this.open ? h('p', {class: 'actions'}, h('button', {type: 'button', onclick: () => this.finish()}, 'I have finished this session …'))
        : h('p', {class: 'actions'}, this.next()));
  }

  next() {
    const here = '#/studies/' + encodeURIComponent(this.study.id);
    return [this.task.duty === 'training' ? h('a', {class: 'button', href: here + '/training/' + encodeURIComponent(this.task.session)}, 'See it against the key') : null, this.following(here)];
  }

  following(here) {
    const left = this.tasks.find((task) => !task.finished && task.session !== this.task.session);
    return left ? h('a', {class: 'button', href: here + '/code/' + encodeURIComponent(left.session)}, 'Your session ' + left.number) : h('a', {class: 'button', href: here}, 'Back to the study');
  }

  /** The words stay chosen until the coder moves on, so that a second code goes on the same ones. */
  async put(n) {
    const chosen = this.study.codes[n - 1];
    if (!chosen || !this.open) return;
    const turn = this.here();
    const {start, end} = this.span ?? {start: 0, end: turn.text.length};
    if (this.task.codings.some((one) => one.turn === turn.index && one.start === start && one.end === end && one.code === chosen.id)) return void say('It is there already');
    const key = [turn.index, start, end, chosen.id].join(' ');
    if (this.sending.has(key)) return;
    this.sending.add(key);
    try {
      const {id} = await studies.code(this.study.id, this.task.session, {turn: turn.index, start, end, code: chosen.id});
      this.task.codings.push({id, turn: turn.index, start, end, code: chosen.id, standing: 'confirmed'});
      this.paint(turn.index);
      this.beside();
      say(chosen.name);
    } catch (error) {
      say(error.message);
    } finally {
      this.sending.delete(key);
    }
  }

  async off(coding = this.task.codings.filter((one) => one.turn === this.here().index).at(-1)) {
    if (!coding || !this.open) return;
    try {
      await studies.remove(this.study.id, coding.id);
      this.task.codings.splice(this.task.codings.indexOf(coding), 1);
      this.paint(coding.turn);
      this.beside();
      say('Taken off');
    } catch (error) {
      say(error.message);
    }
  }

  async finish() {
    const {answer} = await ask('Finished?', h('p', {}, plural(this.task.codings.length, 'coding') + ' in this session. From now on it can be compared with ' + (this.task.duty === 'training' ? 'the key' : 'what others marked') + ', and you can change nothing in it.'), [['go', 'Finished', 'main'], ['no', 'Go on coding']]);
    if (answer !== 'go') return;
    try {
      this.task.finished = (await studies.finish(this.study.id, this.task.session)).finished;
      this.tasks.find((one) => one.session === this.task.session).finished = true;
      this.hold(null);
      say('Finished');
    } catch (error) {
      say(error.message);
    }
  }
}

/** All coders' marks side by side, and what the adjudicator holds to be right. */
export async function compare(id, session) {
  const [study, people] = await Promise.all([studies.study(id), studies.researchers()]);
  const names = new Map(people.map((one) => [one.account, one.name]));
  const labels = new Map(study.codes.map((one) => [one.id, one.name]));
  const shown = h('div', {});
  let at = 0;
  show(await studies.adjudication(id, session));
  bind([
    ['j', 'Next place', () => step(1)], ['k', 'Place before', () => step(-1)],
    ['1', 'to 9: the reading with this number holds', () => pick(1)], ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => [String(n), '', () => pick(n)]),
    ['0', 'Nothing of it holds', () => pick(0)],
  ]);
  return [link(id, study.name), h('h1', {}, 'Side by side'), shown];

  function show(given) {
    const open = given.places.filter((place) => !place.unanimous && place.settled.length === 0).length;
    const texts = new Map(given.turns.map((turn) => [turn.index, turn]));
    put(shown,
      h('p', {class: 'quiet'}, plural(given.places.length, 'marked place') + ', ' + open + ' to settle. Whoever marked nothing has an empty column: that too is an answer.'),
      given.places.length === 0 ? h('p', {}, 'Nobody marked anything in this session.') : h('ol', {class: 'plain-list places'}, given.places.map((place, i) => one(place, i, texts, given.coders))));
    step(0);
  }

  function one(place, i, texts, coders) {
    const turn = texts.get(place.turn);
    const from = Math.max(0, place.start - 120);
    const readings = readingsOf(place);
    return h('li', {class: 'file place', tabindex: -1, 'data-place': i},
      h('blockquote', {class: 'role-' + turn.role, dir: 'auto'}, from ? '…' : '', turn.text.slice(from, place.start), h('mark', {}, turn.text.slice(place.start, place.end)), turn.text.slice(place.end, place.end + 120), place.end + 120 < turn.text.length ? '…' : ''),
      h('p', {class: 'tags'}, place.unanimous ? h('span', {class: 'tag'}, '✓ all alike') : null, place.settled.map((verdict) => h('span', {class: 'tag'}, (verdict.applies ? '✓ ' : '✕ ') + (labels.get(verdict.code) ?? verdict.code) + ', ' + (names.get(verdict.by) ?? 'somebody')))),
      h('div', {class: 'columns'}, coders.map((coder) => h('div', {}, h('h3', {}, names.get(coder) ?? 'somebody'), place.byCoder[coder].length === 0 ? h('p', {class: 'quiet'}, 'nothing') : h('ul', {class: 'plain-list'}, place.byCoder[coder].map((mark) => h('li', {}, labels.get(mark.code) ?? mark.code, ' ', h('q', {class: 'quiet', dir: 'auto'}, turn.text.slice(mark.start, mark.end)))))))),
      study.frozen ? null : h('p', {class: 'actions'}, h('span', {class: 'quiet'}, 'What holds?'), readings.map((reading, n) => h('button', {type: 'button', class: 'small', onclick: () => settle(place, reading)},
        h('kbd', {'aria-hidden': 'true'}, n + 1), ' ', labels.get(reading.code) ?? reading.code, readings.some((other) => other !== reading && other.code === reading.code) ? ' “' + turn.text.slice(reading.start, Math.min(reading.end, reading.start + 24)) + '”' : '')),
      h('button', {type: 'button', class: 'small', onclick: () => settle(place, null)}, h('kbd', {'aria-hidden': 'true'}, '0'), ' none of it')));
  }

  /** What was marked here, each stretch with each code once. */
  function readingsOf(place) {
    return [...new Map(Object.values(place.byCoder).flat().map((mark) => [mark.start + '-' + mark.end + ' ' + mark.code, mark])).values()].slice(0, 9);
  }

  /** One reading holds and the others do not, in as many verdicts. */
  async function settle(place, chosen) {
    try {
      let given = null;
      for (const {start, end, code} of readingsOf(place)) {
        given = await studies.settle(id, session, {turn: place.turn, start, end, code, applies: chosen !== null && chosen.start === start && chosen.end === end && chosen.code === code});
      }
      show(given);
      say(chosen === null ? 'None of it holds' : 'Settled');
    } catch (error) {
      // Some of the verdicts may stand already: shown as they are.
      await studies.adjudication(id, session).then(show, () => null);
      say(error.message);
    }
  }

  function places() {
    return [...shown.querySelectorAll('.place')];
  }

  function step(by) {
    const all = places();
    at = Math.max(0, Math.min(all.length - 1, at + by));
    all.forEach((place, i) => place.classList.toggle('here', i === at));
    if (by !== 0) all[at]?.scrollIntoView({block: 'center'});
  }

  function pick(n) {
    const buttons = [...(places()[at]?.querySelectorAll('.actions button') ?? [])];
    (n === 0 ? buttons.at(-1) : buttons.slice(0, -1)[n - 1])?.click();
  }
}
