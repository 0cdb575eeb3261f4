import * as api from '../api.js';
import {ask, day, field, h, plural, put, say, today} from '../dom.js';
import {has} from '../me.js';
import {clientHead} from './client-head.js';
import {dropZone} from './drop.js';
import {whoIs} from './speakers.js';

const KINDS = '.vtt,.srt,.txt,.docx,.rtf,.odt,.json,.cha,.eaf,.csv,.tsv,.pdf';

/** The client's sessions, and where transcripts are dropped in. */
export async function sessions(id) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, 'sessions');
  const [held, missed] = await Promise.all([api.sessions(id), api.missed(id)]);
  const list = h('div', {});
  const known = [...held];
  const shown = () => put(list, sessionTable(known, missed, (gone) => api.forgetMissed(id, gone.id).then(() => { missed.splice(missed.indexOf(gone), 1); shown(); say('Taken back'); }, (error) => say(error.message))));
  shown();
  return [
    clientHead(who, 'sessions'),
    !has('clinician') ? null : h('section', {}, h('h2', {}, 'Upload'), dropped(id, (session) => { known.push(session); shown(); })),
    h('section', {}, h('h2', {}, 'Sessions'), list, !has('clinician') ? null : missedForm(id, (one) => { missed.push(one); shown(); })),
  ];
}

function sessionTable(held, missed, forget) {
  const rows = [...held.map((one) => ({date: one.date, one})), ...missed.map((gone) => ({date: gone.date, gone}))]
    .sort((a, b) => a.date.localeCompare(b.date));
  if (rows.length === 0) return h('p', {class: 'quiet'}, 'No session yet. The first transcript you drop in appears here.');
  return h('div', {class: 'table'}, h('table', {},
    h('thead', {}, h('tr', {}, ['Session', 'Date', 'Turns', 'Client’s words', 'Read as', ''].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, rows.map(({one, gone}) => one
      ? h('tr', {}, h('td', {}, has('clinician') ? h('a', {href: '#/sessions/' + encodeURIComponent(one.id)}, 'Session ' + one.number) : 'Session ' + one.number), h('td', {}, day(one.date)),
        h('td', {}, one.turns), h('td', {}, one.clientWords.toLocaleString()), h('td', {class: 'quiet'}, one.dialect), h('td', {}, has('clinician') ? h('button', {type: 'button', class: 'plain', 'aria-label': 'Take session ' + one.number + ' back', onclick: (event) => takeBack(one, event.target.closest('tr'))}, 'take back') : null, ' ',
          has('clinician') ? h('a', {href: '/api/v1/sessions/' + encodeURIComponent(one.id) + '/original', download: true, 'aria-label': 'The file of session ' + one.number + ' as it came'}, 'the file') : null))
      : h('tr', {}, h('td', {}, '✕ missed'), h('td', {}, day(gone.date)), h('td', {class: 'words', colspan: 3, dir: 'auto'}, gone.reason || ''),
        h('td', {}, has('clinician') ? h('button', {type: 'button', class: 'plain', 'aria-label': 'Take the missed session of ' + day(gone.date) + ' back', onclick: () => forget(gone)}, 'take back') : null))))));
}

/** Out of lists, figures and searches; it stays on record and can be put back at once. */
async function takeBack(one, row) {
  const {answer} = await ask('Take session ' + one.number + ' back?', h('p', {}, 'It leaves lists, figures and searches. It stays on record; nothing is destroyed.'), [['go', 'Take it back', 'danger'], ['no', 'Cancel']]);
  if (answer !== 'go') return;
  try {
    await api.retract(one.id);
    const undo = h('button', {type: 'button', class: 'plain', onclick: async () => {
      await api.reinstate(one.id).then(() => gone.replaceWith(row), (error) => say(error.message));
    }}, 'put it back');
    const gone = h('tr', {}, h('td', {colspan: 6, class: 'quiet'}, 'Session ' + one.number + ' was taken back. ', undo));
    row.replaceWith(gone);
  } catch (error) {
    say(error.message);
  }
}

function missedForm(id, kept) {
  const folded = h('details', {class: 'block', ontoggle: () => folded.childElementCount === 1 && import('./missed.js').then((made) => folded.append(...made.missedForm(id, kept)), (error) => say(error.message))}, h('summary', {}, 'A session did not take place'));
  return folded;
}

function dropped(id, kept) {
  const files = h('div', {});
  let line = Promise.resolve();
  return [dropZone('Drop transcripts here', 'Zoom, Teams, Meet, Otter, Rev, subtitles, Word, RTF or plain text; up to 25 MB each. The file is encrypted and stays on this machine.', take, {multiple: true, accept: KINDS}), files];

  /** One file after the other, so that speakers named for the first are known for the second. */
  function take(list) {
    for (const file of list) {
      const one = new OneFile(id, file, kept);
      files.append(one.box);
      line = line.then(() => one.read());
    }
  }
}

/** A file on its way in: read, who is who, coded and kept. */
class OneFile {
  constructor(client, file, kept) {
    this.client = client;
    this.file = file;
    this.kept = kept;
    this.answers = {roles: {}, encoding: '', accepted: false};
    this.steps = ['Read', 'Who is who', 'Code and keep', 'Done'].map((words) => h('li', {}, words));
    this.date = h('input', {type: 'date', required: true, value: dateIn(file), max: today()});
    this.number = h('input', {type: 'number', min: 1, max: 9999, placeholder: 'next'});
    this.body = h('div', {'aria-live': 'polite'});
    this.box = h('article', {class: 'file'}, h('h3', {}, h('bdi', {}, file.name)), h('ol', {class: 'steps'}, this.steps), this.body);
  }

  at(step, state = 'now') {
    this.steps.forEach((item, i) => { item.dataset.state = i < step ? 'done' : i === step ? state : ''; });
    this.steps.forEach((item, i) => i === step ? item.setAttribute('aria-current', 'step') : item.removeAttribute('aria-current'));
  }

  form() {
    const {roles, encoding, accepted} = this.answers;
    return {file: this.file, date: this.date.value || today(), number: this.number.value,
      roles: Object.keys(roles).length ? JSON.stringify(roles) : '', encoding, accepted: accepted ? 'true' : '',
      replaces: this.answers.replaces ?? '', keepBoth: this.answers.keepBoth ? 'true' : ''};
  }

  async read() {
    this.at(0);
    put(this.body, h('p', {class: 'quiet'}, 'Reading …'));
    try {
      this.look(await api.preview(this.client, this.form()));
    } catch (error) {
      this.stop(0, error);
    }
  }

  look(found) {
    if (found.refused) return this.refused(found.reason, found.fix, found.line);
    this.at(1);
    const questions = found.questions ?? [];
    const alert = h('p', {role: 'alert'});
    this.missing = () => {
      const open = questions.filter((question) => !this.answered(question));
      alert.textContent = open.length ? 'First answer: ' + open.map((one) => isWho(one) ? 'who is ' + (one.subject || 'it that has no name') : one.ask).join('; ') + '.' : '';
      if (open.length) this.body.querySelectorAll('fieldset')[questions.indexOf(open[0])].querySelector('input')?.focus();
      return open.length > 0;
    };
    put(this.body,
      h('p', {class: 'quiet'}, 'Read as ', h('strong', {}, found.report.dialect), ' (', found.report.why, '), ', plural(found.turns.length, 'turn'), '.'),
      questions.map((question) => this.question(question, found)),
      h('h4', {class: 'block'}, 'The first turns'),
      h('ol', {class: 'preview', tabindex: 0, 'aria-label': 'The first turns'}, found.turns.slice(0, 12).map((turn) => h('li', {},
        h('span', {class: 'quiet'}, h('bdi', {}, turn.label ?? 'no name'), turn.role ? ' · ' + turn.role : ''), h('span', {dir: 'auto'}, turn.text)))),
      h('form', {class: 'fields', onsubmit: (event) => { event.preventDefault(); this.keep(); }},
        field('Date of the session', this.date), field('Number', this.number),
        h('button', {type: 'submit'}, questions.length ? 'Answer and keep' : 'Code and keep')), alert,
      report(found.report));
    if (questions.length) say('Somebody has to say who is who');
  }

  question(question, found) {
    if (isWho(question)) return this.who(question, found);
    const name = 'q-' + Math.random().toString(36).slice(2);
    return h('fieldset', {class: 'block'}, h('legend', {}, question.ask),
      question.subject ? h('p', {dir: 'auto'}, h('bdi', {}, question.subject)) : null,
      question.choices.map((choice) => h('label', {class: 'check'},
        h('input', {type: 'radio', name, value: choice, onchange: () => this.answer(question, choice)}), choice)));
  }

  /** Whose label this is, with what that speaker says. */
  who(question, found) {
    const {roles} = this.answers;
    const says = (question.turns ?? []).map((index) => found.turns[index]?.text).filter(Boolean).slice(0, 3);
    return whoIs(question.subject, roles[question.subject], says, (role) => { roles[question.subject] = role; });
  }

  answer(question, choice) {
    const kind = question.kind.toLowerCase();
    if (kind === 'encoding') this.answers.encoding = choice;
    else this.answers.accepted = true;
    this.again = true;
  }

  answered(question) {
    return isWho(question) ? Boolean(this.answers.roles[question.subject]) : question.kind.toLowerCase() === 'encoding' ? Boolean(this.answers.encoding) : this.answers.accepted;
  }

  async keep() {
    if (this.missing()) return;
    this.at(2);
    try {
      if (this.again) {
        this.again = false;
        const found = await api.preview(this.client, this.form());
        if (found.refused || (found.questions ?? []).some((question) => !this.answers.roles[question.subject])) return this.look(found);
      }
      const kept = await api.upload(this.client, this.form());
      this.at(3, 'done');
      this.done(kept);
    } catch (error) {
      this.stop(2, error);
    }
  }

  done(kept) {
    const {session} = kept;
    put(this.body,
      h('p', {class: 'good'}, 'Kept as ', h('a', {href: '#/sessions/' + encodeURIComponent(session.id)}, 'session ' + session.number + ', ' + day(session.date)),
        ': ' + plural(session.turns, 'turn') + ', ' + plural(session.clientWords, 'word') + ' by the client, ' + plural(kept.codings, 'mark') + ' suggested.'),
      report(kept.report));
    say('Session ' + session.number + ' is kept');
    this.kept(session);
  }

  refused(reason, fix, line) {
    this.at(0, 'stop');
    put(this.body, h('p', {role: 'alert'}, 'Nothing was kept: ' + reason + '.' + (line ? ' (line ' + line + ')' : '')), h('p', {}, h('strong', {}, 'What to do: '), fix), this.retry());
  }

  /** The client has a session that says the same, or much of it. */
  earlier(sessions) {
    this.at(2);
    const go = (answers) => () => { Object.assign(this.answers, answers); this.keep(); };
    put(this.body, h('p', {class: 'notice', role: 'alert'}, 'This seems to be here already:'),
      h('ul', {class: 'plain-list'}, sessions.map((one) => h('li', {class: 'actions'},
        h('a', {href: '#/sessions/' + encodeURIComponent(one.id)}, 'session ' + one.number + ', ' + day(one.date)), one.kind === 'same' ? 'says the same' : 'says much of the same',
        h('button', {type: 'button', onclick: go({replaces: one.id, keepBoth: false})}, 'Put this file in its place')))),
      h('p', {class: 'actions'}, h('button', {type: 'button', onclick: go({keepBoth: true, replaces: ''})}, 'Keep both'),
        h('button', {type: 'button', class: 'plain', onclick: () => this.box.remove()}, 'Leave it out')));
  }

  stop(step, error) {
    if (error.problem?.earlier) return this.earlier(error.problem.earlier);
    if (error.problem?.questions && step === 2) return this.read();
    this.at(step, 'stop');
    put(this.body, h('p', {role: 'alert'}, error.problem?.title ?? 'That did not work'), h('p', {}, error.message),
      field('Date of the session', this.date), this.retry());
  }

  retry() {
    return h('p', {class: 'actions'}, h('button', {type: 'button', onclick: () => this.read()}, 'Try again'),
      h('button', {type: 'button', class: 'plain', onclick: () => this.box.remove()}, 'Leave it out'));
  }
}

const isWho = (question) => question.kind.toLowerCase() === 'label';

/** What became of the file, character by character; made when somebody wants to see it. */
function report(report) {
  if (!report?.conservation) return null;
  const folded = h('details', {ontoggle: () => folded.childElementCount === 1 && import('./import-report.js').then((made) => folded.append(...made.importReport(report)), (error) => say(error.message))}, h('summary', {}, 'Import report'));
  return folded;
}

/** 2026-01-12 in a file's name, or the day the file was last changed. */
function dateIn(file) {
  const found = /(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])/.exec(file.name);
  const iso = found ? found.slice(1, 4).join('-') : new Date(file.lastModified || Date.now()).toISOString().slice(0, 10);
  return iso <= today() ? iso : today();
}
