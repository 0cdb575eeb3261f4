// The two panes: what speaks for a claim and what speaks against it, of equal width and equal weight.

import * as api from '../api.js';
import {day, h} from '../dom.js';
import {pointWords} from '../chart.js';
import {quoteCard} from './quote-card.js';

export function panes(evidence, labels) {
  return [
    h('div', {class: 'panes'},
      pane('for', 'For “' + evidence.claim + '”', evidence.supports, labels),
      pane('against', 'Against', evidence.opposes, labels)),
    h('p', {class: 'quiet small'}, 'How quotes are chosen: ' + evidence.rule),
  ];
}

function pane(kind, title, side, labels) {
  return h('div', {class: 'pane ' + kind},
    h('h4', {}, title, ' ', h('span', {class: 'quiet'}, side.found + ' found')),
    side.quotes.map((quote) => quoteCard(asQuote(quote), {labels})),
    side.quotes.length === 0
      ? h('p', {class: 'quiet'}, 'Nothing found. ', side.searched)
      : h('details', {}, h('summary', {}, 'Where was searched'), h('p', {class: 'quiet'}, side.searched)));
}

function asQuote(quote) {
  return {
    ...quote, entry: quote.sessionId, role: 'client', codes: [quote.code], text: quote.context,
    marks: [{start: quote.start - quote.contextStart, end: quote.end - quote.contextStart}],
  };
}

/** What stands behind one point of a series. */
export async function pointPanes(series, point, labels) {
  const close = point.sessionId
    ? h('p', {}, h('a', {href: '#/sessions/' + encodeURIComponent(point.sessionId)}, 'Read session ' + point.number))
    : null;
  const head = h('h4', {}, pointWords(point));
  if (point.state !== 'value' || series.evidence === null) return h('div', {class: 'opened'}, head, close);
  const here = await evidenceOf(series, point);
  return h('div', {class: 'opened'}, head, panes(here, labels), close);
}

/** Quotes of the series that stand in this point's session. */
async function evidenceOf(series, point) {
  const held = await api.session(point.sessionId);
  const side = (pane) => {
    const codes = new Set([...pane.searched.matchAll(/[a-z]+\.[a-z0-9_-]+/g)].map(([code]) => code));
    const found = held.codings.filter((coding) => coding.standing !== 'rejected' && codes.has(coding.code) && coding.attributes.polarity === 'affirmed');
    return {
      found: found.length,
      quotes: found.slice(0, 3).map((coding) => ({
        sessionId: held.id, number: held.number, date: held.date, turn: coding.turn, start: coding.start, end: coding.end, code: coding.code,
        context: held.turns[coding.turn].text, contextStart: 0,
      })),
      searched: pane.searched.replace(/^\d+ found: s/, 'S').replace(/ in \d+ meetings?.*$/, '') + ' in session ' + held.number + ', ' + day(held.date),
    };
  };
  return {claim: series.evidence.claim, supports: side(series.evidence.supports), opposes: side(series.evidence.opposes), rule: 'the first of this session, in the order they were said'};
}
