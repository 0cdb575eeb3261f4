// A drafted session as it was said, with what the program would mask. What it was unsure of waits for a person.

import * as gate from '../api-release.js';
import {day, h, plural, put, say} from '../dom.js';
import {bind} from '../keys.js';
import {selected} from './marks.js';

const KINDS = ['name', 'place', 'organisation', 'address', 'date', 'age', 'nationality', 'phone', 'id', 'email', 'postcode', 'url', 'handle', 'account', 'unknown'];
const REASONS = {
  card: 'it stands on the identity card', form: 'it has the form of one', frame: 'the turn of phrase around it', lexicon: 'it is on a list of names',
  finder: 'a statistical finder takes it for one', not_safe: 'it is on no list of safe words', elsewhere: 'another text of this client', reviewer: 'a reviewer marked it',
};
const STANDS = {masked: 'masked by the program', queued: 'waits for you', accepted: 'masked by a reviewer', rejected: 'stays as it was said'};

export async function review(id) {
  return new Review(id, await gate.review(id)).whole();
}

class Review {
  constructor(id, given) {
    this.id = id;
    this.current = null;
    this.adding = null;
    this.released = false;
    this.list = h('ol', {class: 'turns'});
    this.side = h('section', {class: 'explain open', 'aria-live': 'polite', 'aria-label': 'The chosen stretch'});
    this.end = h('div', {});
    this.count = h('p', {class: 'progress'});
    this.take(given);
  }

  get standing() {
    return this.given.standing;
  }

  whole() {
    this.list.addEventListener('click', (event) => {
      const mark = event.target.closest('.pii');
      if (mark && !selected(this.list)) this.open(Number(mark.dataset.turn), Number(mark.dataset.start), false);
    });
    this.list.addEventListener('mouseup', () => setTimeout(() => {
      const span = selected(this.list);
      if (span) this.add(span);
    }));
    bind([
      ['j', 'Next stretch that waits', () => this.step(1)], ['k', 'Stretch before', () => this.step(-1)],
      ['y', 'It identifies: mask it', () => this.decide('accept', false)], ['n', 'It does not: leave it as it was said', () => this.decide('reject', false)],
      ['Y', 'Mask it, and the same words wherever they wait', () => this.decide('accept', true)], ['N', 'Leave it, and the same words wherever they wait', () => this.decide('reject', true)],
      ['1', 'to 9: the kind with this number, for words you have selected', () => this.kind(1)], ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => [String(n), '', () => this.kind(n)]),
      ['r', 'Read it as research would', () => this.toggle()],
    ]);
    const {standing} = this;
    return [
      h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/release'}, '← Release'), h('span', {class: 'path-end'}, h('a', {href: '#/release/' + encodeURIComponent(standing.client) + '/card'}, 'Identity card'))),
      h('h1', {}, h('bdi', {}, standing.pseudonym), ', session ' + standing.number + ', ' + day(standing.date)),
      standing.telling ? h('p', {class: 'notice'}, plural(standing.telling, 'turn tells', 'turns tell') + ' of what a court or the press may hold on record (edged in red): two people review such a session.') : null,
      h('p', {class: 'quiet'}, 'Read the whole session, not only what is marked: what nobody sees goes out. Select words to mark what the program missed.'),
      h('div', {class: 'reading'}, this.list, h('aside', {class: 'beside'}, this.count, this.side, this.end)),
    ];
  }

  take(given, scroll = this.current !== null) {
    this.given = given;
    this.turns = new Map(given.turns.map((turn) => [turn.turn, turn]));
    this.draw();
    this.rest();
    const next = given.queue[0];
    if (next && this.standing.state === 'in_review') this.open(next.turn, next.start, scroll);
    else this.idle();
  }

  draw() {
    put(this.list, this.given.turns.map((turn) => h('li', {class: 'turn role-' + turn.role + (turn.telling ? ' telling' : ''), 'data-turn': turn.turn},
      h('span', {class: 'who'}, turn.role), h('p', {dir: 'auto'}, this.released ? this.asReleased(turn) : this.asSaid(turn)))));
  }

  asSaid(turn) {
    return pieces(turn, (mark, text) => h('span', {class: 'pii is-' + mark.standing + (this.current?.turn === turn.turn && this.current.start === mark.start ? ' chosen' : ''), role: 'button', tabindex: -1, 'data-turn': turn.turn, 'data-start': mark.start, title: mark.kind + ', ' + STANDS[mark.standing]}, text));
  }

  asReleased(turn) {
    return pieces(turn, (mark, text) => mark.standing === 'rejected' ? text : mark.standing === 'queued' ? h('mark', {}, text) : h('strong', {}, mark.surrogate));
  }

  toggle() {
    this.released = !this.released;
    if (this.adding) this.idle();
    this.draw();
    this.rest();
    say(this.released ? 'As research would read it; what is lit still waits' : 'As it was said');
  }

  open(turn, start, scroll = true) {
    const said = this.turns.get(turn);
    const mark = said?.marks.find((one) => one.start === start);
    if (!mark) return;
    this.current = {turn, start, end: mark.end};
    this.adding = null;
    this.draw();
    const waits = this.given.queue.find((one) => one.turn === turn && one.start === start);
    const may = this.standing.state === 'in_review';
    put(this.side,
      h('h2', {dir: 'auto'}, '“' + said.text.slice(mark.start, mark.end) + '”'),
      h('p', {}, 'Taken for: ', h('strong', {}, mark.kind), '. Why: ' + REASONS[mark.reason] + '.'),
      h('p', {class: 'quiet'}, STANDS[mark.standing] + (waits ? ', risk ' + waits.risk + ' of 100' : '') + '. Masked it reads ', h('code', {}, mark.surrogate), '.'),
      may ? [h('p', {class: 'actions'}, this.button('Mask it', 'y', 'accept', false), this.button('Leave it', 'n', 'reject', false)),
        h('p', {class: 'actions'}, h('span', {class: 'quiet'}, 'The same words everywhere:'), this.button('mask', 'Y', 'accept', true), this.button('leave', 'N', 'reject', true))] : null);
    if (scroll) this.list.querySelector('.pii.chosen')?.scrollIntoView({block: 'center'});
  }

  button(words, key, verdict, alike) {
    return h('button', {type: 'button', class: alike ? 'small' : null, onclick: () => this.decide(verdict, alike)}, words, ' ', h('kbd', {'aria-hidden': 'true'}, key));
  }

  idle() {
    this.current = null;
    this.adding = null;
    put(this.side, h('p', {class: 'quiet'}, this.standing.state !== 'in_review' ? 'Open the review to decide.'
      : this.given.queue.length ? ['No stretch is chosen: ', h('kbd', {}, 'j'), ' leads to the next that waits.'] : ['Nothing waits. Read the session once as research would (', h('kbd', {}, 'r'), '), then approve it.']));
  }

  step(by) {
    const {queue} = this.given;
    const order = [...queue].sort((a, b) => a.turn - b.turn || a.start - b.start);
    const at = order.findIndex((one) => one.turn === this.current?.turn && one.start === this.current?.start);
    const next = order[at + by] ?? (at < 0 ? order[0] : null);
    if (next) this.open(next.turn, next.start);
    else say(queue.length ? 'No further one in this direction' : 'Nothing waits');
  }

  async decide(verdict, alike) {
    if (!this.current || this.standing.state !== 'in_review') return void say('No stretch is chosen');
    const {turn, start, end} = this.current;
    await this.send(() => gate.decide(this.id, {turn, start, end, verdict, alike}), verdict === 'accept' ? 'Masked' : 'Left as it was said');
  }

  async send(run, words, scroll) {
    try {
      this.take(await run(), scroll);
      say(words);
    } catch (error) {
      say(error.message);
    }
  }

  /** What is approved is what is shown. Where somebody changed it meanwhile, it is shown anew and nothing is approved. */
  async approve() {
    try {
      this.take(await gate.approve(this.id, this.given.version));
      say('Approved');
    } catch (error) {
      if (error.status === 409) await this.send(() => gate.review(this.id), error.message);
      else say(error.message);
    }
  }

  /** Words that the program did not see. No key decides about the stretch before: it is not shown now. */
  add(span) {
    if (this.standing.state !== 'in_review' || this.released) return;
    this.adding = span;
    this.current = null;
    // Not drawn anew: that would lose the selection.
    this.list.querySelector('.pii.chosen')?.classList.remove('chosen');
    put(this.side, h('h2', {dir: 'auto'}, '“' + this.turns.get(span.turn).text.slice(span.start, span.end) + '”'),
      h('p', {}, 'What is it? It goes on the identity card and is looked for in all the client’s sessions.'),
      h('ol', {class: 'choices'}, KINDS.map((kind, i) => h('li', {}, h('button', {type: 'button', class: 'plain', onclick: () => this.kind(i + 1)}, i < 9 ? h('kbd', {'aria-hidden': 'true'}, i + 1) : null, kind)))));
  }

  async kind(n) {
    if (!this.adding || !KINDS[n - 1]) return;
    const {turn, start, end} = this.adding;
    this.adding = null;
    getSelection().removeAllRanges();
    await this.send(() => gate.decide(this.id, {turn, start, end, verdict: 'add', kind: KINDS[n - 1], alike: true}), 'Marked, and looked for everywhere', true);
  }

  /** What is left to do, and the end of it. */
  rest() {
    const {standing, given} = this;
    put(this.count, h('strong', {}, plural(given.queue.length, 'stretch', 'stretches')), ' to decide. ', plural(standing.approved, 'approval') + ', takes ' + standing.needed + '.');
    put(this.end,
      h('p', {class: 'actions'}, h('button', {type: 'button', class: this.released ? 'on' : null, onclick: () => this.toggle()}, this.released ? 'As it was said' : 'As research would read it')),
      standing.state === 'released' ? h('p', {class: 'good'}, 'Released.')
        : standing.state === 'draft' ? h('p', {class: 'actions'}, h('button', {type: 'button', class: 'main', onclick: () => this.send(() => gate.open(this.id), 'Open')}, 'Open the review'))
          : given.approvedByYou ? h('p', {class: 'good'}, 'You have approved it as it is. Any decision takes all approvals back.')
            : given.queue.length === 0 ? h('p', {class: 'actions'}, h('button', {type: 'button', class: 'main', onclick: () => this.approve()}, 'I have read it all: approve')) : null,
      standing.current ? null : h('p', {class: 'notice'}, 'The text or the card has changed since: de-identify it again under Release.'));
  }
}

/** A turn's text with its marks, which are disjoint and in order. */
function pieces(turn, draw) {
  const parts = [];
  let at = 0;
  for (const mark of turn.marks) {
    parts.push(turn.text.slice(at, mark.start), draw(mark, turn.text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  parts.push(turn.text.slice(at));
  return parts.filter((part) => part !== '');
}
