// From treatment to research: what waits for whom, and the identity card that names are looked up on.

import * as api from '../api.js';
import * as gate from '../api-release.js';
import {ask, day, field, h, plural, put, say} from '../dom.js';
import {has} from '../me.js';

/** The queue of reviewers, the riskiest first, and what a privacy officer may let go. */
export async function release() {
  const shown = h('div', {});
  await fresh();
  return [
    h('h1', {}, 'Release to research'),
    h('p', {class: 'quiet'}, 'The program masks what identifies; a reviewer reads the whole session and decides what it was unsure of; a privacy officer lets it go.'),
    shown,
  ];

  async function fresh() {
    const [mine, all] = await Promise.all([has('reviewer') ? gate.reviews() : null, has('privacy_officer') ? gate.releases() : null]);
    put(shown,
      mine === null ? null : h('section', {}, h('h2', {}, 'To review'), mine.length === 0 ? nobody('No client is assigned to you who consents to research. An administrator ties clients to reviewers.') : [undrafted(mine), table(mine, true)]),
      all === null ? null : h('section', {}, h('h2', {}, 'To let go'), all.length === 0 ? nobody('No client consents to research at the moment. The clinician writes the consent down.') : table(all, false)));
  }

  function nobody(words) {
    return h('div', {class: 'empty'}, h('p', {}, words));
  }

  /** Sessions that no draft is there of, or an old one, by client. */
  function undrafted(items) {
    const clients = new Map(items.filter((one) => one.state === 'undrafted' || !one.current).map((one) => [one.client, one.pseudonym]));
    return [...clients].map(([client, name]) => h('p', {class: 'notice'}, h('bdi', {}, name), ': ', plural(items.filter((one) => one.client === client && (one.state === 'undrafted' || !one.current)).length, 'session'), ' not de-identified, or changed since. ',
      act('De-identify', () => gate.draft(client), 'Done: what waits is listed below'), ' ', h('a', {href: '#/release/' + encodeURIComponent(client) + '/card'}, 'Identity card')));
  }

  function table(items, mine) {
    return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': mine ? 'Sessions to review' : 'Sessions to let go'}, h('table', {class: 'wide'},
      h('thead', {}, h('tr', {}, ['Session', 'Where it stands', 'Waits', 'Risk', 'Approved'].map((words) => h('th', {scope: 'col'}, words)))),
      h('tbody', {}, items.map((one) => h('tr', {},
        h('td', {}, h('strong', {dir: 'auto'}, one.pseudonym), ', session ' + one.number, h('div', {class: 'quiet small'}, day(one.date)), h('div', {}, todo(one, mine))),
        h('td', {}, STATES[one.state], one.current || one.state === 'undrafted' ? null : h('div', {class: 'quiet small'}, 'changed since: research does not read it')),
        h('td', {}, one.state === 'undrafted' ? '–' : one.waiting),
        h('td', {}, one.waiting ? one.risk + ' of 100' : '–', one.telling ? h('div', {class: 'quiet small'}, plural(one.telling, 'telling turn')) : null),
        h('td', {}, one.approved + ', takes ' + one.needed))))));
  }

  function todo(one, mine) {
    if (!mine) return letting(one);
    return one.state === 'undrafted' ? null : h('a', {href: '#/review/' + encodeURIComponent(one.session), 'aria-label': 'Review ' + one.pseudonym + ', session ' + one.number}, one.state === 'released' ? 'read' : 'review');
  }

  function letting(one) {
    if (one.state === 'released') {
      return act('Call back', async () => {
        const {answer} = await ask('Call this session back?', h('p', {}, 'Research reads it no more, at once. It has to be reviewed and released again. Copies that left are out of reach.'), [['go', 'Call it back', 'danger'], ['no', 'Cancel']]);
        return answer === 'go' && gate.recall(one.session);
      }, 'Called back', one);
    }
    return one.state === 'in_review' && one.waiting === 0 && one.approved >= one.needed && one.current
      ? act('Release', () => gate.release(one.session), 'Released', one, 'small main') : h('span', {class: 'quiet small'}, 'not reviewed yet');
  }

  /** A button; where `run` answers false, nothing was done and nothing is said. */
  function act(words, run, done, one = null, kind = 'small') {
    return h('button', {type: 'button', class: kind, 'aria-label': one ? words + ': ' + one.pseudonym + ', session ' + one.number : null, onclick: async (event) => {
      event.target.disabled = true;
      try {
        if (await run() === false) {
          event.target.disabled = false;
          event.target.focus();
          return;
        }
        await fresh();
        say(done);
      } catch (error) {
        event.target.disabled = false;
        say(error.message);
      }
    }}, words);
  }
}

const STATES = {undrafted: 'not de-identified', draft: 'de-identified, nobody has looked', in_review: 'in review', released: 'released'};

const LINES = [
  ['names', 'Names of the client'], ['nicknames', 'Nicknames'], ['partner', 'Partner'], ['kin', 'Relatives'], ['friends', 'Friends and others'], ['clinicians', 'Clinicians'],
  ['employers', 'Employers'], ['schools', 'Schools'], ['organisations', 'Other organisations'], ['places', 'Places'], ['streets', 'Streets'], ['addresses', 'Addresses'], ['postcodes', 'Postcodes'],
  ['phones', 'Telephone numbers'], ['emails', 'E-mail addresses'], ['numbers', 'Numbers of records, accounts, licences'], ['dob', 'Date of birth'], ['dates', 'Other dates that identify'],
];

/** What is known to identify a client, one on each line: sealed under a key of its own, never shown to research. */
export async function card(client) {
  const known = await gate.card(client);
  const alert = h('p', {role: 'alert'});
  const mayChange = has('clinician');
  const who = mayChange ? await api.client(client).catch(() => null) : null;
  const form = h('form', {onsubmit: async (event) => {
    event.preventDefault();
    const said = new FormData(form);
    const lines = Object.fromEntries(LINES.map(([name]) => [name, said.get(name).split('\n').map((line) => line.trim()).filter(Boolean)]));
    try {
      const kept = await gate.keepCard(client, lines);
      alert.textContent = '';
      say('Kept, ' + plural(kept.lines, 'line'));
    } catch (error) {
      alert.textContent = error.message;
    }
  }},
  h('div', {class: 'card-lines'}, LINES.map(([name, words]) => {
    const text = h('textarea', {name, rows: Math.min(6, (known[name] ?? []).length + 2), dir: 'auto', spellcheck: 'false', readonly: !mayChange, autocomplete: 'off'});
    text.value = (known[name] ?? []).join('\n');
    return field(words, text);
  })), alert, mayChange ? h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Keep the card')) : null);
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, mayChange ? h('a', {href: '#/clients/' + encodeURIComponent(client) + '/privacy'}, '← ' + (who?.pseudonym ?? 'Consent and privacy')) : h('a', {href: '#/release'}, '← Release')),
    h('h1', {}, 'Identity card'),
    h('p', {class: 'quiet'}, 'What could tell who the client is, one on each line. It is sealed under a key of its own, and used for one thing only: to find these words in transcripts before anything goes to research. Sessions on their way are read again with it.'),
    form,
  ];
}
