// A turn's words with its codings drawn under them. Codings may overlap: each gets a lane of its own.

import {h} from '../dom.js';
import {constructOf, lineOf} from '../constructs.js';

/** The children of a turn's paragraph; line(coding) names the class of its line. */
export function words(turn, codings, current, line = (coding) => lineOf(constructOf(coding.code))) {
  if (codings.length === 0) return [turn.text];
  const lanes = laneOf(codings);
  const parts = [];
  let at = 0;
  for (const edge of edges(turn.text, codings)) {
    if (edge > at) {
      const here = codings.filter((coding) => coding.start <= at && coding.end >= edge);
      const text = turn.text.slice(at, edge);
      parts.push(here.length === 0 ? text : piece(text, here, lanes, current, line));
    }
    at = edge;
  }
  return parts;
}

function edges(text, codings) {
  const all = new Set([0, text.length]);
  for (const coding of codings) all.add(coding.start).add(coding.end);
  return [...all].sort((a, b) => a - b);
}

/** Words under one or more lines. Read aloud as a button; reached with j and k, or in the list of marks. */
function piece(text, here, lanes, current, line) {
  const lined = [...here].sort((a, b) => lanes.get(a) - lanes.get(b)).reduce((inner, coding) => h('span', {
    class: ['line', line(coding), 'lane-' + Math.min(3, lanes.get(coding)), 'is-' + coding.standing].join(' '),
  }, inner), text);
  const chosen = current && here.includes(current);
  return h('span', {
    class: 'mark' + (chosen ? ' chosen' : ''), role: 'button', tabindex: -1, 'data-codings': here.map((coding) => coding.id).join(' '),
  }, lined);
}

function laneOf(codings) {
  const lanes = new Map();
  const ends = [];
  for (const coding of [...codings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    let lane = ends.findIndex((end) => end <= coding.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = coding.end;
    lanes.set(coding, lane);
  }
  return lanes;
}

/** Where the reader has selected words: {turn, start, end}, or null. Selections across turns are cut at the first. */
export function selected(list) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = range.startContainer.parentElement?.closest('.turn p') ?? null;
  if (!from || !list.contains(from)) return null;
  const before = document.createRange();
  before.selectNodeContents(from);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const whole = document.createRange();
  whole.selectNodeContents(from);
  const text = whole.toString();
  const end = from.contains(range.endContainer) ? start + range.toString().length : text.length;
  return trimmed({turn: Number(from.closest('.turn').dataset.turn), start, end}, text);
}

function trimmed(span, text) {
  let {start, end} = span;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return end > start ? {...span, start, end} : null;
}

/** The edge of the next or the last word, for moving a span's ends without a mouse. */
export function wordEdge(text, at, step) {
  if (step > 0) {
    const found = /^[^\p{L}\p{N}]*[\p{L}\p{N}'’]+/u.exec(text.slice(at));
    return found ? at + found[0].length : text.length;
  }
  const found = /[\p{L}\p{N}'’]+[^\p{L}\p{N}]*$/u.exec(text.slice(0, at));
  return found ? found.index : 0;
}
