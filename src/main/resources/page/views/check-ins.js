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
  const fresh = async () => put(shown, timelines(await api.orNone(api.board(id), null), take));
  const take = async (entry) => {
    try {
      await api.withdraw(id, entry);
      await fresh();
      say('Taken back');
    } catch (error) {
      say(error.message);
    }
  };
  await fresh();
  return [clientHead(who, 'check-ins'),
    has('clinician') ? h('div', {class: 'entries'}, h('section', {}, h('h2', {}, 'New check-in'), checkIn(id, fresh)), measures(id, fresh)) : null,
    shown];
}

function form(title, fields, send) {
  const alert = h('p', {role: 'alert'});
  const box = h('form', {class: 'file', onsubmit: async (event) => {
    event.preventDefault();
    try {
      await send(Object.fromEntries(new FormData(box)));
      for (const element of box.elements) if (element.type !== 'date' && element.tagName !== 'SELECT') element.value = '';
      alert.textContent = '';
      say('Kept');
    } catch (error) {
      alert.textContent = error.message;
    }
  }}, title ? h('h3', {}, title) : null, fields, alert, h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Keep')));
  return box;
}

const date = () => field('Date', h('input', {type: 'date', name: 'date', value: today(), max: today(), required: true}));

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

/** A goal, a rating, an alliance rating, a score, an event: each a short form behind a fold. */
function measures(id, fresh) {
  const keep = async (entry) => { await api.addMeasure(id, entry); await fresh(); };
  const text = (name, label, rest = {}) => h('p', {}, field(label, h('input', {name, maxlength: 500, autocomplete: 'off', dir: 'auto', ...rest})));
  const questionnaire = h('select', {name: 'questionnaire'});
  const goal = h('select', {name: 'goal', required: true});
  const fold = (title, make, opened) => h('details', {class: 'block', ontoggle: (event) => event.target.open && opened?.()}, h('summary', {}, title), make);
  return h('section', {}, h('h2', {}, 'Also'),
    fold('How we worked together (alliance)', form(null, [
      h('fieldset', {}, h('legend', {}, '1 not at all, 10 very well'), h('div', {class: 'scale'}, Array.from({length: 10}, (_, i) => h('label', {class: 'check'}, h('input', {type: 'radio', name: 'rating', value: i + 1, required: true}), i + 1)))),
      text('comment', 'What contributed to it', {required: true}), date(),
    ], (said) => keep({kind: 'alliance', date: said.date, rating: Number(said.rating), comment: said.comment}))),
    fold('A goal', form(null, [
      text('words', 'In the client’s words', {required: true}),
      h('p', {class: 'quiet'}, 'What would it look like? Leave all five empty to follow the goal in words only.'),
      ['much less than hoped (−2)', 'less than hoped (−1)', 'as hoped (0)', 'better (+1)', 'much better (+2)'].map((label, i) => text('level' + i, label)), date(),
    ], (said) => {
      const levels = [0, 1, 2, 3, 4].map((i) => said['level' + i].trim());
      if (levels.every((level) => level === '')) return keep({kind: 'described_goal', date: said.date, words: said.words});
      if (levels.some((level) => level === '')) throw new Error('A scaled goal takes all five levels; leave all of them empty for a goal in words.');
      return keep({kind: 'scaled_goal', date: said.date, words: said.words, levels});
    })),
    fold('Where a goal stands', form(null, [
      field('Goal', goal), h('p', {}, field('Level', h('select', {name: 'level'}, ['-2', '-1', '0', '1', '2'].map((level) => h('option', {value: level, selected: level === '0'}, level.replace('-', '−')))))),
      text('evidence', 'What shows it'), date(),
    ], (said) => keep(said.goal.startsWith('d:')
      ? {kind: 'described_rating', date: said.date, goal: said.goal.slice(2), stage: ['not_yet_started', 'not_yet_started', 'beginning', 'noticeable_shift', 'fully_realised'][Number(said.level) + 2], evidence: said.evidence}
      : {kind: 'scaled_rating', date: said.date, goal: said.goal.slice(2), level: Number(said.level), evidence: said.evidence})), async () => {
      const {goals} = await api.board(id);
      const options = [...goals.scaled.map((one) => ['s:' + one.goal.id, one.goal.words]), ...goals.described.map((one) => ['d:' + one.goal.id, one.goal.words])];
      put(goal, options.length ? options.map(([value, words]) => h('option', {value}, words)) : h('option', {value: ''}, 'write a goal down first'));
    }),
    fold('A questionnaire’s score', form(null, [
      field('Questionnaire', questionnaire), h('p', {}, field('Total', h('input', {name: 'value', type: 'number', step: 'any', required: true}))), date(),
      h('p', {class: 'quiet'}, 'Totals only: the wording of the items stays with their owners.'),
    ], (said) => keep({kind: 'score', date: said.date, questionnaire: said.questionnaire, value: Number(said.value)})), async () => {
      if (!questionnaire.length) put(questionnaire, (await api.questionnaires()).map((one) => h('option', {value: one.id}, one.name + ' (' + one.lowest + ' to ' + one.highest + ')')));
    }),
    fold('Something from outside', form(null, [
      field('Kind', h('select', {name: 'category'}, ['medication', 'job', 'loss', 'move', 'illness', 'relationship', 'other'].map((value) => h('option', {value}, value)))),
      text('what', 'What happened', {required: true}), date(),
    ], (said) => keep({kind: 'context', date: said.date, category: said.category, what: said.what}))));
}

function timelines(board, take) {
  if (board === null) return h('p', {class: 'notice'}, 'What is written down beside sessions cannot be shown to this account.');
  const nothing = board.checkIns.length + board.oneWords.length + board.chapterTitles.length + board.alliance.length + board.context.length + board.goals.scaled.length + board.goals.described.length === 0;
  if (nothing) return h('div', {class: 'empty'}, h('p', {}, 'Nothing yet. One word a week, in the client’s own words, is enough to begin: “stuck”, later “hopeful”, later “strong”.'));
  const back = (entry) => has('clinician') ? h('button', {type: 'button', class: 'plain small', 'aria-label': 'Take back the entry of ' + day(entry.date), onclick: () => take(entry.id)}, 'take back') : null;
  const line = (title, note, entries, words, own) => entries.length === 0 ? null : h('section', {}, h('h2', {}, title), h('p', {class: 'quiet'}, note),
    h('ol', {class: 'words-line', 'aria-label': title}, entries.map((entry) => h('li', {}, h('strong', {dir: 'auto'}, words(entry)), h('span', {class: 'quiet small'}, day(entry.date)), own ? back(entry) : null))));
  return [
    line('One word', 'As the client said it, oldest first. No line is drawn through words.', board.oneWords, (entry) => entry.word, false),
    line('Chapter titles', 'What the client would call the time. Let the client say what it means.', board.chapterTitles, (entry) => '“' + entry.title + '”', false),
    goals(board.goals),
    line('Alliance', 'The number never goes without what contributed to it.', board.alliance.map(({rating}) => rating), (entry) => entry.rating + (entry.comment ? ' · ' + entry.comment : ' (nothing written down about why)'), true),
    line('From outside', 'What happened beside the therapy. Nothing is claimed about causes.', board.context, (entry) => (entry.what || entry.category), true),
    board.checkIns.length === 0 ? null : h('section', {}, h('h2', {}, 'Answers'), h('ul', {class: 'plain-list'}, [...board.checkIns].reverse().map((entry) => h('li', {},
      h('figure', {class: 'quote'}, h('blockquote', {dir: 'auto'}, entry.words), h('figcaption', {}, h('a', {href: '#/sessions/' + encodeURIComponent(entry.id)}, day(entry.date)), entry.prompt.replaceAll('_', ' '))))))),
  ];
}

function goals({scaled, described}) {
  if (scaled.length + described.length === 0) return null;
  return h('section', {}, h('h2', {}, 'Goals'), h('ul', {class: 'consents plain-list'},
    scaled.map(({goal, ratings}) => h('li', {class: 'file'}, h('h3', {dir: 'auto'}, goal.words), h('ol', {start: -2, class: 'quiet'}, goal.levels.map((level, i) => h('li', {value: i - 2, dir: 'auto'}, level))),
      h('p', {}, ratings.length ? ratings.map((rating) => day(rating.date) + ': ' + (rating.level > 0 ? '+' + rating.level : String(rating.level).replace('-', '−'))).join(' → ') : 'Not rated yet.'))),
    described.map(({goal, ratings}) => h('li', {class: 'file'}, h('h3', {dir: 'auto'}, goal.words),
      h('p', {}, ratings.length ? ratings.map((rating) => day(rating.date) + ': ' + rating.stage.replaceAll('_', ' ')).join(' → ') : 'Not rated yet.')))));
}
