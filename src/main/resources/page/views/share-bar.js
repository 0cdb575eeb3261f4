import {s} from '../dom.js';

/** A share from 0 to 1 with its interval, and what to hold it against; the words beside it say the same. */
export function shareBar({k, n, low, high}, mark = null) {
  const x = (share) => 6 + 148 * share;
  return s('svg', {viewBox: '0 0 160 20', class: 'chart share', 'aria-hidden': 'true'},
    s('line', {class: 'base', x1: x(0), x2: x(1), y1: 10, y2: 10}), [0, 1].map((end) => s('line', {class: 'base', x1: x(end), x2: x(end), y1: 5, y2: 15})),
    mark === null ? null : s('line', {class: 'event', x1: x(mark), x2: x(mark), y1: 1, y2: 19}),
    s('line', {class: 'interval', x1: x(low), x2: x(high), y1: 10, y2: 10}), s('circle', {class: 'dot', cx: x(k / n), cy: 10, r: 4.5}));
}

/** 0.301 as 30. A percentage never stands without what it is counted from. */
export const inPercent = (share) => Math.round(100 * share);
