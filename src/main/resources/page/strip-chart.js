// A problem's course through the stages of assimilation: what a person confirmed is solid, what the
// machine only suggests is hollow. Falling back is part of it and is not drawn as an alarm.

import {day, s} from './dom.js';

const WIDTH = innerWidth < 900 ? 380 : 640;
const HEIGHT = 150;
const LEFT = 24;
const TOP = 10;
const FLOOR = HEIGHT - 14;

export const STAGES = ['warded off', 'unwanted thoughts', 'vague awareness', 'problem stated', 'understanding', 'working through', 'solution found', 'mastered'];

/** x as in chart.js: from a date to a place. */
export function strip(problem, x, onPassage) {
  const y = (stage) => FLOOR - (FLOOR - TOP) * stage / 7;
  const steps = problem.sessions;
  return s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'group', 'aria-label': 'Stages of “' + problem.words + '”, 0 to 7'},
    STAGES.map((_, stage) => [
      s('line', {class: stage === 0 ? 'base' : 'grid', x1: LEFT + 20, x2: WIDTH - 14, y1: y(stage), y2: y(stage)}),
      s('text', {x: LEFT + 12, y: y(stage) + 4, 'text-anchor': 'end'}, stage),
    ]),
    steps.slice(1).map((to, i) => s('line', {class: 'trend-line', x1: x(steps[i].date), y1: y(steps[i].median), x2: x(to.date), y2: y(to.median)})),
    steps.map((step) => s('line', {class: 'interval', x1: x(step.date), x2: x(step.date), y1: y(step.low), y2: y(step.high)})),
    [...problem.passages].sort((a, b) => (a.confirmed === null ? 0 : 1) - (b.confirmed === null ? 0 : 1)).map((passage) => dot(passage, x(passage.date), y, onPassage)));
}

function dot(passage, x, y, onPassage) {
  const stage = passage.confirmed ?? passage.suggested;
  if (stage === null) return null;
  const words = day(passage.date) + ', session ' + passage.number + ': ' + (passage.confirmed === null ? 'perhaps stage ' : 'stage ') + stage
    + (passage.confirmed === null ? ', suggested' : ', confirmed') + ' “' + passage.quote + '”';
  const element = s('g', {class: 'point', role: 'button', tabindex: 0, 'aria-label': words},
    s('title', {}, words), s('circle', {class: 'halo', cx: x, cy: y(stage), r: 12}),
    s('circle', {class: passage.confirmed === null ? 'dot thin' : 'dot', cx: x, cy: y(stage), r: 4.5}));
  element.addEventListener('click', () => onPassage(passage));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPassage(passage);
  });
  return element;
}
