// What is written down beside the client's own answers.

import * as api from '../api.js';
import * as beside from '../api-measures.js';
import {field, h, put} from '../dom.js';
import {date, form} from './check-ins.js';

/** A goal, a rating, an alliance rating, a score, an event: each a short form behind a fold. */
export function measures(id, fresh) {
  const keep = async (entry) => { await beside.addMeasure(id, entry); await fresh(); };
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
      if (!questionnaire.length) put(questionnaire, (await beside.questionnaires()).map((one) => h('option', {value: one.id}, one.name + ' (' + one.lowest + ' to ' + one.highest + ')')));
    }),
    fold('Something from outside', form(null, [
      field('Kind', h('select', {name: 'category'}, ['medication', 'job', 'loss', 'move', 'illness', 'relationship', 'other'].map((value) => h('option', {value}, value)))),
      text('what', 'What happened', {required: true}), date(),
    ], (said) => keep({kind: 'context', date: said.date, category: said.category, what: said.what}))));
}
