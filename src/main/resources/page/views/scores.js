// Questionnaires and the client's own scales on the same time axis as the words. They stand beside
// the words and are never added up with them.

import {multiple} from '../chart.js';
import {day, h} from '../dom.js';

export function scores(board, x, events) {
  const rows = [
    ...board.questionnaires.map((one) => questionnaire(one)),
    board.alliance.length ? {label: 'Alliance, as the client rates it', unit: '1 to 10', verdict: '', top: 10, points: board.alliance.map(({rating, dip}) =>
      point(rating.date, rating.rating, rating.rating + ' of 10' + (dip ? ', two or more below earlier ratings' : '') + (rating.comment ? ': “' + rating.comment + '”' : '')))} : null,
    ...board.goals.scaled.filter((one) => one.ratings.length).map((one) => ({label: 'Goal: ' + (one.goal.words || 'in the client’s words'), unit: '−2 to +2', verdict: '', top: 4, tick: (value) => signed(value - 2),
      points: one.ratings.map((rating) => point(rating.date, rating.level + 2, signed(rating.level) + (rating.evidence ? ': “' + rating.evidence + '”' : '')))})),
  ].filter((row) => row && row.points.length > 0);
  if (rows.length === 0 && board.alerts.length === 0) return null;
  return h('section', {},
    h('h2', {}, 'Questionnaires and ratings'),
    board.alerts.map((alert) => h('p', {class: 'notice'}, alert.rule)),
    rows.map((row) => {
      const shown = h('p', {class: 'more', 'aria-live': 'polite'});
      return h('article', {class: 'multiple', 'aria-label': row.label},
        h('div', {}, h('h3', {dir: 'auto'}, row.label), h('span', {class: 'quiet'}, row.unit), row.verdict ? h('p', {class: 'verdict quiet'}, row.verdict) : null),
        multiple(row, x, events, (chosen) => { shown.textContent = day(chosen.date) + ': ' + chosen.text; }), shown,
        h('details', {class: 'more'}, h('summary', {}, 'The figures as a table'), h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Figures of ' + row.label}, h('table', {},
          h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'Date'), h('th', {scope: 'col'}, 'In words'))),
          h('tbody', {}, row.points.map((one) => h('tr', {}, h('td', {}, day(one.date)), h('td', {class: 'words', dir: 'auto'}, one.text))))))));
    }));
}

function questionnaire(one) {
  return {
    label: one.name, unit: one.lowest + ' to ' + one.highest + ', ' + one.better + ' is better',
    verdict: [one.outcome, 'thresholds of ' + one.norm.population + (one.norm.confirmed ? '' : ', not yet looked up in the source')].filter(Boolean).join('; '),
    top: one.highest,
    points: one.scores.map((score) => point(score.date, score.value, score.value + ' of ' + one.highest)),
  };
}

const point = (date, value, text) => ({state: 'value', date, value, low: null, high: null, number: null, entersTrend: true, text});

const signed = (level) => level > 0 ? '+' + level : level < 0 ? '−' + -level : '0';
