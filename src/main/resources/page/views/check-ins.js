import * as api from '../api.js';
import {day, field, h, put, say, today} from '../dom.js';
import {has} from '../me.js';
import {clientHead} from './client-head.js';

const PROMPTS = [
  ['one_word', 'One word for this week', 'input'],
  ['chapter_title', 'If this week were a chapter, its title', 'input'],
  ['one_question', 'How has it been since we last met?', 'textarea'],
];

/** What the client writes or says between sessions, entered in a few seconds, and shown as it was said. */
export async function checkIns(id) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, 'check-ins');
  const shown = h('div', {});
  const fresh = async () => put(shown, timelines(await api.orNone(api.board(id), null), take, takeWords));
  const take = async (entry) => {
    try {
      await api.withdraw(id, entry);
      await fresh();
      say('Taken back');
    } catch (error) {
      say(error.message);
    }
  };
  /** Entries of the client's words stay on record and can be put back. */
  const takeWords = async (entry) => {
    try {
      await api.retract(entry);
      await fresh();
      shown.prepend(h('p', {class: 'notice', role: 'status'}, 'Taken back. ', h('button', {type: 'button', class: 'plain', onclick: () => api.reinstate(entry).then(fresh, (error) => say(error.message))}, 'Put it back')));
    } catch (error) {
      say(error.message);
    }
  };
  await fresh();
  return [clientHead(who, 'check-ins'),
    has('clinician') ? h('div', {class: 'entries'}, h('section', {}, h('h2', {}, 'New check-in'), checkIn(id, fresh)), also(id, fresh)) : null,
    shown];
}

/** The forms of everything else, fetched when somebody wants one. */
function also(id, fresh) {
  const box = h('section', {}, h('h2', {}, 'Also'), h('p', {}, h('button', {type: 'button', onclick: async () => {
    try {
      const forms = (await import('./measures.js')).measures(id, fresh);
      box.replaceWith(forms);
      forms.querySelector('summary').focus();
    } catch (error) {
      say(error.message);
    }
  }}, 'Alliance, a goal, a score, something from outside …')));
  return h('div', {}, box, h('p', {}, h('a', {href: '#/clients/' + encodeURIComponent(id) + '/profile'}, 'What change would be, groups, reviews, norms')));
}

export function form(title, fields, send) {
  const alert = h('p', {role: 'alert'});
  const box = h('form', {class: 'file', onsubmit: async (event) => {
    event.preventDefault();
    try {
      await send(Object.fromEntries(new FormData(box)));
      const day = box.elements.date.value;
      box.reset();
      box.elements.date.value = day;
      alert.textContent = '';
      say('Kept');
    } catch (error) {
      alert.textContent = error.message;
    }
  }}, title ? h('h3', {}, title) : null, fields, alert, h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Keep')));
  return box;
}

export const date = () => field('Date', h('input', {type: 'date', name: 'date', value: today(), max: today(), required: true}));

function checkIn(id, fresh) {
  return form(null, [
    PROMPTS.map(([name, words, kind]) => h('p', {}, field(words, h(kind, {name, maxlength: kind === 'input' ? 200 : 20000, rows: kind === 'textarea' ? 3 : null, autocomplete: 'off', dir: 'auto'})))),
    date(),
    h('p', {class: 'quiet'}, 'The client’s own words. What is left empty is not kept.'),
  ], async (said) => {
    const given = PROMPTS.filter(([name]) => said[name].trim());
    if (given.length === 0) throw new Error('Write down at least one answer.');
    for (const [prompt] of given) await api.addCheckIn(id, {date: said.date, prompt, text: said[prompt].trim()});
    await fresh();
  });
}

function timelines(board, take, takeWords) {
  if (board === null) return h('p', {class: 'notice'}, 'What is written down beside sessions cannot be shown to this account.');
  const nothing = board.checkIns.length + board.oneWords.length + board.chapterTitles.length + board.alliance.length + board.context.length + board.goals.scaled.length + board.goals.described.length === 0;
  if (nothing) return h('div', {class: 'empty'}, h('p', {}, 'Nothing yet. One word a week, in the client’s own words, is enough to begin: “stuck”, later “hopeful”, later “strong”.'));
  const back = (entry, take) => has('clinician') ? h('button', {type: 'button', class: 'plain small', 'aria-label': 'Take back the entry of ' + day(entry.date), onclick: () => take(entry.id)}, 'take back') : null;
  const own = has('clinician');
  // To others the words are not sent: then there is nothing to show but how often.
  const line = (title, note, entries, words, take) => entries.length === 0 ? null : h('section', {}, h('h2', {}, title), h('p', {class: 'quiet'}, note),
    !own && !entries.some((entry) => words(entry).replace(/[“”]/g, '')) ? h('p', {}, silent(entries)) : h('ol', {class: 'words-line', 'aria-label': title}, entries.map((entry) => h('li', {}, h('strong', {dir: 'auto'}, words(entry)), h('span', {class: 'quiet small'}, day(entry.date)), back(entry, take)))));
  return [
    own ? null : h('p', {class: 'notice'}, 'What the client said or wrote here is shown to the clinician only; you see when, and figures.'),
    line('One word', 'As the client said it, oldest first. No line is drawn through words.', board.oneWords, (entry) => entry.word, takeWords),
    line('Chapter titles', 'What the client would call the time. Let the client say what it means.', board.chapterTitles, (entry) => '“' + entry.title + '”', takeWords),
    goals(board.goals),
    line('Alliance', own ? 'The number never goes without what contributed to it.' : 'What contributed to it is between the client and the clinician.', board.alliance.map(({rating}) => rating), (entry) => entry.rating + (entry.comment ? ' · ' + entry.comment : own ? ' (nothing written down about why)' : ''), take),
    line('From outside', 'What happened beside the therapy. Nothing is claimed about causes.', board.context, (entry) => (entry.what || entry.category), take),
    board.checkIns.length === 0 ? null : h('section', {}, h('h2', {}, 'Answers'), !own ? h('p', {}, silent(board.checkIns)) : h('ul', {class: 'plain-list'}, [...board.checkIns].reverse().map((entry) => h('li', {},
      h('figure', {class: 'quote'}, h('blockquote', {dir: 'auto'}, entry.words), h('figcaption', {}, h('a', {href: '#/sessions/' + encodeURIComponent(entry.id)}, day(entry.date)), entry.prompt.replaceAll('_', ' '), back(entry, takeWords))))))),
  ];
}

/** "8 times, from 17 Jan to 27 Mar 2026": when there were words that are not shown. */
function silent(entries) {
  const days = entries.map((entry) => entry.date).sort();
  return days.length === 1 ? 'Once, on ' + day(days[0]) + '.' : days.length + ' times, from ' + day(days[0]) + ' to ' + day(days.at(-1)) + '.';
}

function goals({scaled, described}) {
  if (scaled.length + described.length === 0) return null;
  return h('section', {}, h('h2', {}, 'Goals'), h('ul', {class: 'consents plain-list'},
    scaled.map(({goal, ratings}) => h('li', {class: 'file'}, h('h3', {dir: 'auto'}, goal.words || 'A goal'), !goal.levels.some(Boolean) ? null : h('ol', {start: -2, class: 'quiet'}, goal.levels.map((level, i) => h('li', {value: i - 2, dir: 'auto'}, level))),
      h('p', {}, ratings.length ? ratings.map((rating) => day(rating.date) + ': ' + (rating.level > 0 ? '+' + rating.level : String(rating.level).replace('-', '−'))).join(' → ') : 'Not rated yet.'))),
    described.map(({goal, ratings}) => h('li', {class: 'file'}, h('h3', {dir: 'auto'}, goal.words || 'A goal'),
      h('p', {}, ratings.length ? ratings.map((rating) => day(rating.date) + ': ' + rating.stage.replaceAll('_', ' ')).join(' → ') : 'Not rated yet.')))));
}
