// How far this practice's own people bear a code out: never without how many it rests on.

import {h} from '../dom.js';

const STATES = {not_measured: 'not measured here', too_few: 'too few judged here', exploratory: 'exploratory', tentative: 'tentative', firm: 'firm', unknown: 'not measured here'};
const WEAKEST = ['exploratory', 'not_measured', 'unknown', 'too_few', 'tentative', 'firm'];

const stateOf = (one) => one?.state ?? one?.band ?? 'unknown';

/** A code's standing in a tag and in words. */
export function badge(one) {
  return h('p', {class: 'quiet measured'}, h('span', {class: 'tag is-' + stateOf(one)}, STATES[stateOf(one)] ?? stateOf(one)), ' ', one?.says === STATES[stateOf(one)] ? null : one?.says ?? figures(one));
}

/** A series stands no firmer than the weakest of the codes it rests on. */
export function weakest(codes, badges, labels) {
  if (codes.length === 0) return null;
  const states = codes.map((code) => stateOf(badges.get(code)));
  const state = WEAKEST.find((one) => states.includes(one)) ?? 'unknown';
  return h('details', {class: 'badges'}, h('summary', {}, h('span', {class: 'tag is-' + state}, STATES[state] ?? state)),
    h('ul', {class: 'plain-list'}, codes.map((code) => h('li', {class: 'small'}, h('strong', {}, labels.get(code) ?? code), badge(badges.get(code))))));
}

function figures(one) {
  const share = (of, words) => of && of.n ? words + ' ' + of.k + ' of ' + of.n + ' (95 % interval ' + Math.round(100 * of.low) + ' to ' + Math.round(100 * of.high) + ' %)' : null;
  const said = [share(one?.precision, 'people here confirmed'), share(one?.recall, 'it found, of what people marked,'), typeof one?.alpha === 'number' ? 'two people agree on it with alpha ' + one.alpha.toFixed(2) : null].filter(Boolean).join('; ');
  return said ? said[0].toUpperCase() + said.slice(1) + '.' : 'Nobody has decided about its marks yet.';
}
