import {day, s} from './dom.js';

const WIDTH = 640;
const HEIGHT = 190;
const LEFT = 48;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 34;

/**
 * One indicator over time: dots with their intervals, joined only where both neighbours could be measured.
 * Too little text and a missed session have shapes of their own, so that a gap is never read as a zero.
 */
export function chart(series) {
  const points = series.points;
  const days = points.map((point) => Date.parse(point.date));
  const first = Math.min(...days);
  const last = Math.max(...days);
  const top = niceTop(Math.max(...points.map((point) => point.high ?? point.value ?? 0), 0));
  const x = (i) => first === last ? (LEFT + WIDTH - RIGHT) / 2
    : LEFT + 10 + (WIDTH - LEFT - RIGHT - 20) * (days[i] - first) / (last - first);
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const floor = HEIGHT - BOTTOM;
  return s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'img', 'aria-label': spoken(series)},
    [0, top / 2, top].map((value) => [
      s('line', {class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value)}),
      s('text', {class: 'tick', x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end'}, number(value)),
    ]),
    segments(points).map(([from, to]) =>
      s('line', {class: 'line', x1: x(from), y1: y(points[from].value), x2: x(to), y2: y(points[to].value)})),
    points.map((point, i) => [
      s('text', {class: 'tick', x: x(i), y: HEIGHT - 16, 'text-anchor': 'middle'}, point.number ?? '–'),
      mark(point, x(i), y, floor),
    ]),
    s('text', {class: 'tick', x: LEFT, y: HEIGHT - 2}, day(points[0].date)),
    s('text', {class: 'tick', x: WIDTH - RIGHT, y: HEIGHT - 2, 'text-anchor': 'end'}, day(points[points.length - 1].date)));
}

function mark(point, x, y, floor) {
  const title = s('title', {}, pointWords(point));
  if (point.state === 'missed') {
    return s('g', {class: 'missed'}, title,
      s('line', {x1: x - 4, y1: floor - 12, x2: x + 4, y2: floor - 4}), s('line', {x1: x - 4, y1: floor - 4, x2: x + 4, y2: floor - 12}));
  }
  if (point.state !== 'value') {
    return s('g', {class: 'little'}, title, s('rect', {x: x - 4, y: floor - 12, width: 8, height: 8}));
  }
  const dot = [title,
    point.low === null ? null : s('line', {class: 'interval', x1: x, x2: x, y1: y(point.low), y2: y(point.high)}),
    s('circle', {cx: x, cy: y(point.value), r: 4.5})];
  return s('g', {class: 'dot'}, dot);
}

/** Pairs of neighbours that are both measured. */
function segments(points) {
  const pairs = [];
  for (let i = 1; i < points.length; i++) {
    if (points[i].state === 'value' && points[i - 1].state === 'value') pairs.push([i - 1, i]);
  }
  return pairs;
}

/** What a point says, in words: the dot's tooltip. */
function pointWords(point) {
  return day(point.date) + ', ' + (point.number ? 'session ' : '') + point.text;
}

function spoken(series) {
  return series.label + '. ' + series.points.map(pointWords).join('. ');
}

function niceTop(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value);
}

export function number(value) {
  return Number(value.toPrecision(3)).toLocaleString();
}
