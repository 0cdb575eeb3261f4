// Small multiples: every chart of a client is drawn on the same time axis, so that they can be read
// one under the other. Too little text and a missed session have shapes of their own: a gap is never
// read as a zero.

import {day, number, s} from './dom.js';

// On a phone the drawing is narrower, so that its letters keep their size.
const WIDTH = innerWidth < 900 ? 380 : 640;
const HEIGHT = 104;
const LEFT = 44;
const RIGHT = 14;
const TOP = 10;
const FLOOR = HEIGHT - 14;

/** The common time axis: from the first to the last of these days. */
export function timeAxis(dates) {
  const days = dates.map((date) => Date.parse(date));
  const first = Math.min(...days);
  const last = Math.max(...days);
  return (date) => first === last ? (LEFT + WIDTH - RIGHT) / 2
    : LEFT + 12 + (WIDTH - LEFT - RIGHT - 24) * (Date.parse(date) - first) / (last - first);
}

/** The axis itself: session numbers where there is room for them, the first and last day, and events. */
export function axis(x, points, events) {
  let free = 0;
  const ticks = points.map((point) => {
    const at = x(point.date);
    if (at < free) return null;
    free = at + 18;
    return s('text', {x: at, y: 12, 'text-anchor': 'middle', class: 'label'}, point.number ?? '–');
  });
  const height = events.length ? 46 : 32;
  return s('svg', {viewBox: `0 0 ${WIDTH} ${height}`, class: 'chart', role: 'img',
    'aria-label': 'Time axis: ' + points.map((point) => (point.number ? 'session ' + point.number : 'missed') + ' on ' + day(point.date)).join(', ')
      + events.map((event) => '. ' + day(event.date) + ': ' + event.label).join('')},
  ticks.filter(Boolean),
  s('text', {x: LEFT + 12, y: 27, 'text-anchor': 'start'}, day(points[0].date)),
  s('text', {x: WIDTH - RIGHT, y: 27, 'text-anchor': 'end'}, day(points[points.length - 1].date)),
  eventLabels(x, events));
}

function eventLabels(x, events) {
  let free = 0;
  return events.map((event, i) => {
    const at = x(event.date);
    const next = events[i + 1] ? x(events[i + 1].date) : WIDTH;
    const room = Math.floor((next - at - 8) / 5.6);
    const label = room < 3 || at < free ? '' : event.label.length > room ? event.label.slice(0, room - 1) + '…' : event.label;
    free = at + label.length * 5.6;
    return s('g', {class: 'event-label'}, s('title', {}, day(event.date) + ': ' + event.label),
      s('line', {class: 'event', x1: at, x2: at, y1: 32, y2: 46}), s('text', {x: at + 4, y: 43}, label));
  });
}

/**
 * One series. Points are buttons: one is in the tab order, the arrow keys go on.
 *
 * onPoint(point, element) opens what stands behind a point.
 */
export function multiple(series, x, events, onPoint) {
  const {points} = series;
  const top = series.top ?? niceTop(Math.max(...points.map((point) => point.high ?? point.value ?? 0), 0));
  const y = (value) => TOP + (FLOOR - TOP) * (1 - value / top);
  const drawn = points.map((point, i) => pointMark(point, x(point.date), y, i === points.length - 1));
  const svg = s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'group', 'aria-label': series.label + ', ' + series.unit},
    [0, top / 2, top].map((value) => [
      s('line', {class: value === 0 ? 'base' : 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value)}),
      value === top / 2 ? null : s('text', {x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end'}, series.tick ? series.tick(value) : number(value)),
    ]),
    events.map((event) => s('line', {class: 'event', x1: x(event.date), x2: x(event.date), y1: 0, y2: HEIGHT}, s('title', {}, day(event.date) + ': ' + event.label))),
    segments(points).map(([from, to]) =>
      s('line', {class: 'trend-line', x1: x(points[from].date), y1: y(points[from].value), x2: x(points[to].date), y2: y(points[to].value)})),
    drawn);
  drawn.forEach((element, i) => {
    element.addEventListener('click', () => onPoint(points[i], element));
    element.addEventListener('keydown', (event) => pressed(event, i));
  });
  return svg;

  function pressed(event, i) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPoint(points[i], drawn[i]);
    }
    const to = {ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: drawn.length - 1}[event.key];
    if (to === undefined || !drawn[to]) return;
    event.preventDefault();
    drawn[i].setAttribute('tabindex', -1);
    drawn[to].setAttribute('tabindex', 0);
    drawn[to].focus();
  }
}

function pointMark(point, x, y, tabbed) {
  const at = point.state === 'value' ? y(point.value) : FLOOR - 7;
  return s('g', {class: 'point ' + (point.state === 'missed' ? 'missed' : point.state === 'value' ? '' : 'little'), role: 'button', tabindex: tabbed ? 0 : -1, 'aria-expanded': 'false', 'aria-label': pointWords(point)},
    s('title', {}, pointWords(point)),
    s('circle', {class: 'halo', cx: x, cy: at, r: 12}),
    point.state === 'missed'
      ? [s('line', {x1: x - 4, y1: at - 4, x2: x + 4, y2: at + 4}), s('line', {x1: x - 4, y1: at + 4, x2: x + 4, y2: at - 4})]
      : point.state === 'value'
        ? [point.low === null ? null : s('line', {class: 'interval', x1: x, x2: x, y1: y(point.low), y2: y(point.high)}),
          s('circle', {class: point.entersTrend ? 'dot' : 'dot thin', cx: x, cy: at, r: 4.5})]
        : s('rect', {x: x - 4, y: at - 4, width: 8, height: 8}));
}

/** Pairs of neighbours that are both measured. */
function segments(points) {
  const pairs = [];
  for (let i = 1; i < points.length; i++) {
    if (points[i].state === 'value' && points[i - 1].state === 'value') pairs.push([i - 1, i]);
  }
  return pairs;
}

/** What a point says, in words. */
export function pointWords(point) {
  return day(point.date) + ', ' + (point.number ? 'session ' : '') + point.text.replace(/^(\d+|-)\s+/, '$1: ');
}

/** A line the size of a word: shape only, its words stand beside it. */
export function spark(series) {
  const points = series.points;
  const x = (i) => 4 + 92 * i / Math.max(1, points.length - 1);
  const top = niceTop(Math.max(...points.map((point) => point.value ?? 0), 0));
  const y = (value) => 20 - 16 * value / top;
  return s('svg', {viewBox: '0 0 100 24', class: 'spark', 'aria-hidden': 'true'},
    s('line', {class: 'grid', x1: 2, x2: 98, y1: 21, y2: 21}),
    segments(points).map(([from, to]) => s('line', {class: 'trend-line', x1: x(from), y1: y(points[from].value), x2: x(to), y2: y(points[to].value)})),
    points.map((point, i) => point.state !== 'value' ? null : s('circle', {class: 'dot', cx: x(i), cy: y(point.value), r: 2.6})));
}

function niceTop(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= value * 0.9999);
}
