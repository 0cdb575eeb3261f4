// The two panes: what speaks for a claim and what speaks against it, of equal width and equal weight.

import * as api from '../api.js';
import {h, put, say} from '../dom.js';
import {pointWords} from '../chart.js';
import {has} from '../me.js';
import {quoteCard} from './quote-card.js';

function panes(evidence, labels, claim) {
  return [
    h('div', {class: 'panes'},
      pane('for', 'For “' + claim + '”', evidence.supports, labels),
      pane('against', 'Against', evidence.opposes, labels)),
    h('p', {class: 'quiet small'}, 'How quotes are chosen: ' + evidence.rule),
  ];
}

/** In words: claims have names for programs. */
const claimOf = (series) => series.evidence?.claim ?? series.label;

function pane(kind, title, side, labels) {
  return h('div', {class: 'pane ' + kind},
    h('h4', {}, title, ' ', h('span', {class: 'quiet'}, side.found + ' found')),
    side.quotes.map((one) => card(one, labels)),
    side.quotes.length === 0
      ? h('p', {class: 'quiet'}, 'Nothing found. ', side.searched)
      : h('details', {}, h('summary', {}, 'Where was searched'), h('p', {class: 'quiet'}, side.searched)));
}

/** A quote, with the turns around it where they are known. */
function card(one, labels) {
  const quote = one.quote?.quote === undefined ? one : one.quote;
  const shown = quoteCard({
    ...quote, entry: quote.sessionId, role: 'client', codes: [quote.code], text: quote.context,
    marks: [{start: quote.start - quote.contextStart, end: quote.end - quote.contextStart}],
  }, {labels});
  if (one === quote || !one.before && !one.after) return shown;
  const turn = (said) => said ? h('p', {class: 'quiet', dir: 'auto'}, said.role + ': ' + said.text) : null;
  return h('div', {}, shown, h('details', {class: 'around'}, h('summary', {}, 'What was said around it'), turn(one.before), turn(one.after)));
}

/** What stands behind one point of a series; opening it is written down, as reviewing asks for it. */
export async function pointPanes(client, series, point, labels) {
  const close = has('clinician') && point.sessionId && series.kind === 'session'
    ? h('p', {class: 'no-print'}, h('a', {href: '#/sessions/' + encodeURIComponent(point.sessionId)}, 'Read session ' + point.number))
    : null;
  const head = h('h4', {}, pointWords(point));
  if (point.state !== 'value') return h('div', {class: 'opened'}, head, close);
  try {
    return h('div', {class: 'opened'}, head, panes(await api.openEvidence(client, series.claim, point.sessionId), labels, claimOf(series)), close);
  } catch (error) {
    return h('div', {class: 'opened'}, head, h('p', {class: 'notice'}, error.message), close);
  }
}

/** The whole series: its quotes, and what the reviewer and the client say of the finding. */
export function finding(client, series, claim, labels, mayDecide) {
  const body = h('div', {});
  const stands = h('div', {class: 'standing'});
  let opened = false;
  standing(claim);
  return [
    h('details', {class: 'quotes-of', ontoggle: async (event) => {
      if (!event.target.open || opened) return;
      opened = true;
      put(body, h('p', {class: 'quiet', role: 'status'}, 'Opening …'));
      const found = await api.openEvidence(client, series.claim).catch(() => series.evidence);
      put(body, panes(found, labels, claimOf(series)));
    }}, h('summary', {}, 'Quotes for and against “' + series.evidence.claim + '”'), body),
    stands,
  ];

  function standing(now) {
    if (!now) return;
    const alert = h('p', {role: 'alert'});
    const words = h('input', {placeholder: 'in the client’s words', 'aria-label': 'What the client says of it', maxlength: 2000});
    const act = (ask) => async () => {
      try {
        standing(await ask());
        say('Written down');
      } catch (error) {
        alert.textContent = error.message;
      }
    };
    put(stands, h('p', {class: 'tags'},
      now.reviewed ? h('span', {class: 'tag'}, '✓ reviewed') : now.outdated ? h('span', {class: 'tag'}, 'reviewed when it said something else') : null,
      now.status === 'agreed' ? h('span', {class: 'tag'}, '✓ the client agrees') : now.status === 'disputed' ? h('span', {class: 'tag'}, '✕ the client disputes it') : null,
      now.clientsWords ? h('q', {dir: 'auto'}, now.clientsWords) : null),
    mayDecide ? h('details', {class: 'no-print'}, h('summary', {}, 'Review it, or write down what the client says of it'),
      h('p', {class: 'quiet'}, 'A finding can be reviewed once its quotes for and against were opened.'),
      h('p', {class: 'actions'}, h('button', {type: 'button', onclick: act(() => api.reviewClaim(client, series.claim))}, 'Mark as reviewed')),
      h('p', {class: 'actions'}, words,
        h('button', {type: 'button', onclick: act(() => api.clientsWord(client, series.claim, 'agreed', words.value || null))}, 'The client agrees'),
        h('button', {type: 'button', onclick: act(() => api.clientsWord(client, series.claim, 'disputed', words.value || null))}, 'The client disputes it')),
      alert) : null);
  }
}
