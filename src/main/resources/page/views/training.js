// A finished training session against the expert's key: what is alike, what differs, code by code.

import * as studies from '../api-studies.js';
import {h, plural, put} from '../dom.js';
import {bind} from '../keys.js';

const KINDS = {
  same: '✓ alike', other_words: '✓ alike, other words', other_code: '≠ another code', missed: '− only in the key', not_in_key: '+ only yours',
};
const ALIKE = ['same', 'other_words'];
const AROUND = 120;

export async function training(id, session) {
  const [study, task] = await Promise.all([studies.study(id), studies.task(id, session)]);
  const at = '#/studies/' + encodeURIComponent(id);
  const head = [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: at}, '← ' + study.name), h('span', {class: 'path-end'}, h('a', {href: at + '/code/' + encodeURIComponent(session)}, 'The whole session'))),
    h('h1', {}, 'Your session ' + task.number + ' against the key')];
  const [found, tasks] = await Promise.all([studies.training(id, session).catch((error) => error), studies.tasks(id)]);
  if (found instanceof Error) return [head, notYet(found, at, session, task)];
  return [head, new Feedback(study, task, found).whole(), next(tasks, at, session)];
}

/** Neither side is a fault: the trainee or the expert has not finished. */
function notYet(error, at, session, task) {
  if (error.status !== 400) throw error;
  return h('div', {class: 'empty'}, h('p', {}, task.duty !== 'training' ? 'This session is not one of your training sessions.' : task.finished
    ? 'The expert has not finished the key of this session yet. What you marked is kept: look again later.'
    : 'Finish the session first: the key is shown only to those who have made up their own minds.'),
  h('p', {}, h('a', {class: 'button', href: task.finished ? at : at + '/code/' + encodeURIComponent(session)}, task.finished ? 'Back to the study' : 'Go on coding')));
}

function next(tasks, at, session) {
  const left = tasks.find((task) => task.duty === 'training' && !task.finished && task.session !== session);
  return h('p', {class: 'actions block no-print'}, left
    ? h('a', {class: 'button', href: at + '/code/' + encodeURIComponent(left.session)}, 'Train on session ' + left.number)
    : h('a', {class: 'button', href: at}, 'Back to the study'));
}

class Feedback {
  constructor(study, task, found) {
    this.codes = study.codes;
    this.names = new Map(study.codes.map((code) => [code.id, code]));
    this.turns = new Map(task.turns.map((turn) => [turn.index, turn]));
    this.found = found;
    this.remarks = [...found.remarks].sort((a, b) => placeOf(a).turn - placeOf(b).turn || placeOf(a).start - placeOf(b).start);
    this.shown = 'different';
    this.at = -1;
    this.list = h('ol', {class: 'plain-list places'});
  }

  name(code) {
    return this.names.get(code)?.name ?? code;
  }

  whole() {
    const {hits, extra} = this.found;
    bind([['j', 'Next place', () => this.step(1)], ['k', 'Place before', () => this.step(-1)]]);
    if (this.remarks.length === 0) return h('div', {class: 'empty'}, h('p', {}, 'Neither the key nor you marked anything in this session. That is an agreement too.'));
    if (this.differing().length === 0) this.shown = 'all';
    this.fill();
    return [
      h('p', {}, 'Of the ' + plural(hits.n, 'coding') + ' of the key you have ', h('strong', {}, hits.k), ' with the same code on the same or overlapping words. ',
        extra.n === 0 ? 'You marked nothing.' : ['Of your ' + plural(extra.n, 'coding') + ', ', h('strong', {}, extra.k), ' are not in the key.']),
      h('p', {class: 'quiet'}, 'The key is one expert’s reading: a help to see the codes alike, no verdict on anybody. What you marked here counts in no figure.'),
      h('section', {class: 'block'}, h('h2', {}, 'Code by code'), this.table(), this.mixed()),
      h('section', {}, h('h2', {}, 'Place by place'), h('div', {class: 'edges no-print', role: 'group', 'aria-label': 'Which places'},
        [['different', 'where you differ', this.differing().length], ['all', 'all', this.remarks.length]].map(([value, words, many]) => this.choice(value, words, many))), this.list),
    ];
  }

  choice(value, words, many) {
    const button = h('button', {type: 'button', class: 'chip', 'aria-pressed': String(this.shown === value), onclick: () => {
      this.shown = value;
      for (const one of button.parentElement.children) one.setAttribute('aria-pressed', String(one === button));
      this.fill();
    }}, words, ' ', h('span', {class: 'quiet'}, many));
    return button;
  }

  differing() {
    return this.remarks.filter((remark) => !ALIKE.includes(remark.kind));
  }

  /** A row for each code that either marked, in the order of the study's codes. */
  table() {
    const count = (test) => this.remarks.filter(test).length;
    const order = [...this.codes.map((code) => code.id), ...this.remarks.flatMap((one) => [one.key?.code, one.own?.code])];
    const used = [...new Set(order)].filter((code) => code && this.remarks.some((one) => one.key?.code === code || one.own?.code === code));
    return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Code by code'}, h('table', {},
      h('thead', {}, h('tr', {}, ['Code', 'In the key', 'You alike', 'You: another', 'You: nothing', 'Only yours'].map((words) => h('th', {scope: 'col'}, words)))),
      h('tbody', {}, used.map((code) => h('tr', {},
        h('th', {scope: 'row', title: this.names.get(code)?.definition || null, dir: 'auto'}, this.name(code)),
        [count((one) => one.key?.code === code), count((one) => one.key?.code === code && ALIKE.includes(one.kind)),
          count((one) => one.key?.code === code && one.kind === 'other_code'), count((one) => one.key?.code === code && one.kind === 'missed'),
          count((one) => one.own?.code === code && !ALIKE.includes(one.kind))].map((n) => h('td', {}, n)))))));
  }

  /** Which codes were taken for which: the sentence a trainer would begin with. */
  mixed() {
    const pairs = new Map();
    for (const one of this.remarks.filter((remark) => remark.kind === 'other_code')) {
      const pair = one.key.code + ' ' + one.own.code;
      pairs.set(pair, {key: one.key.code, own: one.own.code, many: (pairs.get(pair)?.many ?? 0) + 1});
    }
    return pairs.size === 0 ? null : [h('h3', {class: 'block'}, 'Taken for another'), h('ul', {}, [...pairs.values()].sort((a, b) => b.many - a.many).map((pair) =>
      h('li', {}, this.name(pair.key) + ' in the key, ' + this.name(pair.own) + ' by you: ' + plural(pair.many, 'time'))))];
  }

  fill() {
    this.at = -1;
    put(this.list, (this.shown === 'all' ? this.remarks : this.differing()).map((remark) => this.place(remark)));
  }

  place(remark) {
    const {turn: index, start} = placeOf(remark);
    const end = Math.max(remark.key?.end ?? 0, remark.own?.end ?? 0);
    const turn = this.turns.get(index);
    const from = Math.max(0, start - AROUND);
    const side = (title, mark) => h('div', {}, h('h3', {}, title), mark === null ? h('p', {class: 'quiet'}, 'nothing here')
      : [h('p', {}, h('strong', {dir: 'auto'}, this.name(mark.code)), mark.start === start && mark.end === end ? null : [' on ', h('q', {class: 'quiet', dir: 'auto'}, turn.text.slice(mark.start, mark.end))]),
        ALIKE.includes(remark.kind) || !this.names.get(mark.code)?.definition ? null : h('p', {class: 'quiet', dir: 'auto'}, this.names.get(mark.code).definition)]);
    return h('li', {class: 'file place'},
      h('p', {}, h('span', {class: 'tag'}, KINDS[remark.kind])),
      h('blockquote', {class: 'role-' + turn.role, dir: 'auto'}, from ? '…' : '', turn.text.slice(from, start), h('mark', {}, turn.text.slice(start, end)), turn.text.slice(end, end + AROUND), end + AROUND < turn.text.length ? '…' : ''),
      h('div', {class: 'columns'}, side('The key', remark.key), side('You', remark.own)));
  }

  step(by) {
    const all = [...this.list.children];
    this.at = Math.max(0, Math.min(all.length - 1, this.at + by));
    all.forEach((place, i) => place.classList.toggle('here', i === this.at));
    all[this.at]?.scrollIntoView({block: 'center'});
  }
}

/** Where a remark stands: the earlier start of the two. */
function placeOf({key, own}) {
  return {turn: (key ?? own).turn, start: Math.min(key?.start ?? Infinity, own?.start ?? Infinity)};
}
