// What the constructs are called and how their marks look: each has a line of its own shape, so that
// nobody needs to tell colours apart.

import {codebook, codebooks} from './api.js';
import {h} from './dom.js';

const KNOWN = {
  safety: ['Safety talk', 'boxed'],
  emotion: ['Feelings', 'solid line'],
  agency: ['Agency', 'dashed line'],
  self: ['Self-talk', 'wavy line'],
  talk: ['Talk of change', 'thick line'],
  assimilation: ['Stages of a problem', 'double line'],
  coherence: ['Coherence of stories', 'dotted line'],
};

export const ORDER = Object.keys(KNOWN);

export const constructOf = (code) => code.split('.')[0];

export function constructLabel(construct) {
  return KNOWN[construct]?.[0] ?? construct;
}

export function constructShape(construct) {
  return KNOWN[construct]?.[1] ?? 'fine dashed line';
}

/** The class that draws the construct's line. */
export function lineOf(construct) {
  return 'line-' + (KNOWN[construct] ? construct : 'other');
}

export function byOrder(one, other) {
  const place = (construct) => (ORDER.indexOf(construct) + ORDER.length + 1) % (ORDER.length + 1);
  return place(one) - place(other) || one.localeCompare(other);
}

/** Labels of all codes: names.get('emotion.fear') is "Fear". */
export async function codeLabels() {
  const books = await codebooks();
  return new Map(books.flatMap((book) => book.codes.map((code) => [code.id, code.label])));
}

/** One code with its definition, or null where no codebook has it any more. */
export async function codeCard(id) {
  const book = await codebook(constructOf(id)).catch(() => null);
  return book?.codes.find((code) => code.id === id) ?? null;
}

/** Where a coding comes from: a cue of a codebook, what was learned from people here, or a person. */
export function sourceOf(rater) {
  return {human: 'person', model: 'model'}[rater.split(':')[0]] ?? 'rule';
}

/** A code by its label, with its construct's line under it, and where it comes from if that is known. */
export function codeTag(id, labels, from = null) {
  return h('span', {class: 'tag', title: id}, h('span', {class: 'sample ' + lineOf(constructOf(id))}, labels.get(id) ?? id),
    from === null ? null : h('span', {class: 'quiet'}, ' · ' + from));
}
