import * as api from '../api.js';
import {byOrder, codeLabels, constructLabel, constructOf, constructShape, lineOf, sourceOf} from '../constructs.js';
import {day, h, plural, put, say} from '../dom.js';
import {bind} from '../keys.js';
import {selected, words} from './marks.js';
import {adding, explanation, standingWord} from './mark-panel.js';

const WHO = {client: 'Client', therapist: 'Therapist', other: 'Other', unattributed: 'Nobody named'};

/** A transcript with its codings: read, confirm, reject, change, add, take back. */
export async function session(id, turn, query) {
  const [shown, labels] = await Promise.all([api.session(id), codeLabels()]);
  const others = await api.sessions(shown.client).catch(() => []);
  return new Reading(shown, labels, others, turn === undefined ? null : Number(turn)).whole(query.has('who'));
}

class Reading {
  constructor(shown, labels, others, wanted) {
    this.shown = shown;
    this.labels = labels;
    this.others = others;
    this.wanted = wanted;
    this.hidden = new Set();
    this.standings = 'open';
    this.source = '';
    this.current = null;
    this.done = [];
    this.paragraphs = new Map();
    this.byTurn = new Map();
    for (const coding of shown.codings) this.of(coding.turn).push(coding);
    this.list = h('ol', {class: 'turns'});
    this.marks = h('ol', {class: 'marks', 'aria-label': 'All marks'});
    this.filters = h('fieldset', {class: 'legend'});
    this.progress = h('p', {class: 'progress'});
    this.panel = h('section', {class: 'explain', 'aria-live': 'polite', 'aria-label': 'The chosen mark'});
  }

  of(turn) {
    if (!this.byTurn.has(turn)) this.byTurn.set(turn, []);
    return this.byTurn.get(turn);
  }

  whole(who) {
    const {shown} = this;
    this.list.append(...shown.turns.map((said) => this.turn(said)));
    this.list.addEventListener('click', (event) => this.clicked(event));
    this.list.addEventListener('mouseup', () => setTimeout(() => this.offer()));
    this.sides();
    this.idle();
    bind([
      ['j', 'Next mark', () => this.step(1)],
      ['k', 'Previous mark', () => this.step(-1)],
      ['t', 'Next mark nobody has looked at', () => this.step(1, (coding) => coding.standing === 'suggested')],
      ['y', 'Confirm the mark', () => this.decide('confirm')],
      ['n', 'Reject the mark', () => this.decide('reject')],
      ['c', 'Change its code or its words', () => this.act('change')],
      ['1', 'to 9: the code with this number', () => this.choose(1)],
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => [String(n), '', () => this.choose(n)]),
      ['a', 'Add a code to selected words, or to the turn of the mark', () => this.add()],
      ['u', 'Take the last decision back', () => this.undo()],
      ['Escape', 'Close the mark', () => this.idle()],
    ]);
    const here = this.wanted === null ? null : this.list.querySelector(`[data-turn="${this.wanted}"]`);
    if (here) {
      here.classList.add('here');
      here.dataset.here = '';
      document.getElementById('main').addEventListener('shown', () => here.scrollIntoView({block: 'center'}), {once: true});
    }
    return [this.head(), this.speakers(who), this.safety(), h('div', {class: 'reading'}, this.list, h('aside', {class: 'beside'},
      this.progress, this.panel, this.filters,
      h('details', {class: 'marks-box', open: innerWidth > 900}, h('summary', {}, 'All marks'), this.marks)))];
  }

  head() {
    const {shown, others} = this;
    const at = others.findIndex((one) => one.id === shown.id);
    const link = (one, words) => one ? h('a', {href: '#/sessions/' + encodeURIComponent(one.id)}, words) : null;
    return [
      h('nav', {class: 'path', 'aria-label': 'Where this is'},
        h('a', {href: '#/clients/' + encodeURIComponent(shown.client)}, '← ' + shown.pseudonym),
        at < 0 ? null : h('span', {class: 'path-end'},
          link(others[at - 1], '‹ Session ' + others[at - 1]?.number), link(others[at + 1], 'Session ' + others[at + 1]?.number + ' ›'),
          h('a', {href: '#/clients/' + encodeURIComponent(shown.client) + '/note?session=' + shown.number}, 'Session note'))),
      h('h1', {}, shown.number ? 'Session ' + shown.number : 'Check-in', ', ', day(shown.date)),
      h('p', {class: 'quiet'}, plural(shown.turns.length, 'turn'), ', ', plural(shown.clientWords, 'word'), ' by the client'),
    ];
  }

  /** What must not be lost among a hundred marks. */
  safety() {
    const found = this.shown.codings.filter((coding) => constructOf(coding.code) === 'safety' && coding.standing !== 'rejected');
    return found.length === 0 ? null : h('p', {class: 'notice no-print'}, 'Words that may speak of safety. Read them yourself: ',
      found.map((coding, i) => [i ? ', ' : '', h('button', {type: 'button', class: 'plain', onclick: () => this.open(coding)}, this.labels.get(coding.code) ?? coding.code)]));
  }

  /** Who is who, and a way to put it right. */
  speakers(asked) {
    const {shown} = this;
    if (shown.number === null) return null;
    const unknown = Object.values(shown.speakers).includes('unattributed');
    const body = h('div', {});
    const folded = h('details', {class: 'who-is-who no-print', open: asked || unknown, ontoggle: () => folded.open && fill().catch((error) => say(error.message))},
      h('summary', {}, 'Who is who: ', Object.entries(shown.speakers).map(([label, role], i) => [i ? ', ' : '', label === '' ? 'words without a name' : h('bdi', {}, label), ' (' + WHO[role].toLowerCase() + ')'])),
      unknown ? h('p', {class: 'notice'}, 'Words of which nobody has said whose they are enter no figure.') : null, body);
    return folded;

    async function fill() {
      if (body.firstChild) return;
      put(body, (await import('./speakers.js')).speakers(shown, () => again(shown.id, null, 'Kept: shown as it reads now')));
    }
  }

  turn(said) {
    const text = h('p', {dir: 'auto'});
    this.paragraphs.set(said.index, text);
    put(text, words(said, this.visible(said.index), this.current));
    return h('li', {class: 'turn role-' + said.role, 'data-turn': said.index},
      h('span', {class: 'who'}, WHO[said.role] ?? said.role, said.startMs === null ? null : h('time', {}, clock(said.startMs))), text);
  }

  paint(turn) {
    put(this.paragraphs.get(turn), words(this.shown.turns[turn], this.visible(turn), this.current));
  }

  /** What the filters let through; the chosen mark always stays. */
  passes(coding) {
    if (coding === this.current) return true;
    if (this.hidden.has(constructOf(coding.code)) || this.source && sourceOf(coding.rater) !== this.source) return false;
    return this.standings === 'all' ? true
      : this.standings === 'open' ? coding.standing !== 'rejected'
      : coding.standing === this.standings;
  }

  visible(turn) {
    return (this.byTurn.get(turn) ?? []).filter((coding) => this.passes(coding));
  }

  inOrder() {
    return this.shown.codings.filter((coding) => this.passes(coding))
      .sort((a, b) => a.turn - b.turn || a.start - b.start || a.end - b.end || a.code.localeCompare(b.code));
  }

  /** The legend with its counts, the progress and the list, from what is true now. */
  sides() {
    const {codings} = this.shown;
    const counts = new Map();
    for (const coding of codings) {
      if (coding.standing !== 'rejected') counts.set(constructOf(coding.code), (counts.get(constructOf(coding.code)) ?? 0) + 1);
    }
    const looked = codings.filter((coding) => coding.standing !== 'suggested').length;
    put(this.progress, h('strong', {}, `${looked} of ${codings.length}`), ' marks looked at. ',
      codings.length === 0 ? 'Select words to add a code by hand.' : 'What nobody has looked at is a suggestion.');
    put(this.filters, h('legend', {}, 'Show'),
      [...new Set(codings.map((coding) => constructOf(coding.code)))].sort(byOrder).map((construct) =>
        h('button', {type: 'button', class: 'chip', 'aria-pressed': String(!this.hidden.has(construct)), 'data-construct': construct,
          title: constructShape(construct), onclick: () => this.toggle(construct)},
        h('span', {class: 'sample ' + lineOf(construct)}, constructLabel(construct)), ' ', h('span', {class: 'quiet'}, counts.get(construct) ?? 0))),
      h('label', {class: 'field'}, h('span', {}, 'Standing'), h('select', {onchange: (event) => this.filter(event.target.value)},
        [['open', 'all but rejected'], ['suggested', 'not looked at'], ['confirmed', 'confirmed'], ['changed', 'changed'], ['rejected', 'rejected'], ['all', 'all']]
          .map(([value, words]) => h('option', {value, selected: value === this.standings}, words)))),
      this.sources());
    put(this.marks, this.inOrder().map((coding) => h('li', {},
      h('button', {type: 'button', class: 'row is-' + coding.standing, 'data-coding': coding.id,
        'aria-current': coding === this.current ? 'true' : null, onclick: () => this.open(coding)},
      h('span', {class: 'sample ' + lineOf(constructOf(coding.code))}, this.labels.get(coding.code) ?? coding.code),
      h('span', {class: 'row-words', dir: 'auto'}, coding.quote),
      h('span', {class: 'row-end quiet'}, [sourceOf(coding.rater), standingWord(coding.standing)].filter(Boolean).join(' '))))));
  }

  /** Only where there is more than one. */
  sources() {
    const all = new Set(this.shown.codings.map((coding) => sourceOf(coding.rater)));
    return all.size < 2 ? null : h('label', {class: 'field'}, h('span', {}, 'From'), h('select', {onchange: (event) => { this.source = event.target.value; this.repaint(); }},
      [['', 'all'], ['rule', 'rules'], ['model', 'the model'], ['person', 'people']].filter(([value]) => value === '' || all.has(value))
        .map(([value, words]) => h('option', {value, selected: value === this.source}, words))));
  }

  toggle(construct) {
    if (!this.hidden.delete(construct)) this.hidden.add(construct);
    this.repaint();
    this.filters.querySelector(`[data-construct="${CSS.escape(construct)}"]`)?.focus();
  }

  filter(standings) {
    this.standings = standings;
    this.repaint();
  }

  repaint() {
    for (const turn of this.byTurn.keys()) this.paint(turn);
    this.sides();
  }

  clicked(event) {
    const mark = event.target.closest('.mark');
    if (!mark || selected(this.list)) return;
    const here = mark.dataset.codings.split(' ');
    const next = here[(here.indexOf(this.current?.id) + 1) % here.length];
    this.open(this.shown.codings.find((coding) => coding.id === next), {scroll: false});
  }

  step(by, wanted = () => true) {
    const order = this.inOrder();
    const from = this.current ? order.indexOf(this.current) : by > 0 ? -1 : order.length;
    for (let i = from + by; i >= 0 && i < order.length; i += by) {
      if (wanted(order[i])) return void this.open(order[i]);
    }
    say(by > 0 ? 'No further mark' : 'No earlier mark');
  }

  open(coding, {scroll = true} = {}) {
    const before = this.current;
    this.current = coding;
    if (before && before.turn !== coding.turn) this.paint(before.turn);
    this.paint(coding.turn);
    for (const row of this.marks.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
    const row = this.marks.querySelector(`[data-coding="${CSS.escape(coding.id)}"]`);
    row?.setAttribute('aria-current', 'true');
    row?.scrollIntoView({block: 'nearest'});
    const others = this.visible(coding.turn).filter((other) => other !== coding && other.start < coding.end && coding.start < other.end);
    this.form = explanation(this, coding, others);
    put(this.panel, this.form.nodes);
    this.panel.classList.add('open');
    if (scroll) this.list.querySelector('.mark.chosen')?.scrollIntoView({block: 'center'});
  }

  idle() {
    const before = this.current;
    this.current = null;
    this.form = null;
    if (before) this.paint(before.turn);
    for (const row of this.marks.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
    this.panel.classList.remove('open');
    put(this.panel, h('p', {class: 'quiet'}, 'Choose marked words to see why they are marked: click them, or press ',
      h('kbd', {}, 'j'), '. Then ', h('kbd', {}, 'y'), ' confirms and ', h('kbd', {}, 'n'), ' rejects. Select words to add a code. ',
      h('kbd', {}, '?'), ' lists all keys.'));
  }

  act(name) {
    this.form?.[name]?.();
  }

  choose(n) {
    this.form?.choose?.(n);
  }

  /** Sends a decision and shows what the coding is now. */
  async decide(verdict, rest = {}) {
    const coding = this.current;
    if (!coding) return void say('No mark is chosen: j goes to the next');
    try {
      this.take(coding, await api.decide(coding.id, {verdict, ...rest}));
      if (verdict !== 'undo') this.done.push(coding);
      say({confirm: 'Confirmed', reject: 'Rejected', change: 'Changed', undo: 'Taken back'}[verdict]);
      if (verdict === 'confirm' || verdict === 'reject') this.follow(coding);
      else this.open(coding, {scroll: false});
    } catch (error) {
      this.form.fail(error);
    }
  }

  /** After a verdict the next mark that nobody has looked at is opened, so that y, y, n goes through a session. */
  follow(coding) {
    const order = this.inOrder();
    const next = order.slice(order.indexOf(coding) + 1).find((one) => one.standing === 'suggested');
    this.open(next ?? coding, {scroll: Boolean(next)});
  }

  take(coding, after) {
    Object.assign(coding, after);
    this.paint(coding.turn);
    this.sides();
  }

  async undo() {
    const last = this.done.pop();
    if (!last) return void say('Nothing done here to take back');
    try {
      if (last.added) {
        this.take(last, await api.decide(last.id, {verdict: 'reject'}));
        say('Added code taken back');
        return void this.idle();
      }
      this.take(last, await api.decide(last.id, {verdict: 'undo'}));
      this.open(last);
      say('Taken back');
    } catch (error) {
      say(error.message);
    }
  }

  /** After selecting words with the mouse. */
  offer() {
    const span = selected(this.list);
    if (span) this.add(span);
  }

  /** Opens the form for a code by hand, on the selection or on the chosen mark's turn. */
  add(span = selected(this.list)) {
    const turn = span ? span.turn : this.current?.turn;
    if (turn === undefined) return void say('Select words first, or choose a mark in the turn');
    const text = this.shown.turns[turn].text;
    this.form = adding(this, this.shown.turns[turn], span ?? {turn, start: 0, end: text.length});
    put(this.panel, this.form.nodes);
    this.panel.classList.add('open');
    this.form.ready?.();
  }

  /** The text has changed: shown anew at this turn. */
  again(turn) {
    again(this.shown.id, turn, 'Put right');
  }

  async keep(coding) {
    try {
      const added = {...await api.addCoding(this.shown.id, coding), added: true};
      this.shown.codings.push(added);
      this.of(added.turn).push(added);
      this.done.push(added);
      getSelection().removeAllRanges();
      this.sides();
      this.open(added, {scroll: false});
      say('Added');
    } catch (error) {
      this.form.fail(error);
    }
  }
}

/** The session as it reads now. */
function again(id, turn, words) {
  say(words);
  const there = '#/sessions/' + encodeURIComponent(id) + (turn === null ? '' : '/turn/' + turn);
  if (location.hash === there) dispatchEvent(new HashChangeEvent('hashchange', {oldURL: location.href, newURL: location.href}));
  else location.hash = there;
}

/** 62000 ms as 1:02. */
function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const two = (n) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
