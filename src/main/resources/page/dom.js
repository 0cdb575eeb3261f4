// Builds elements. Strings always become text nodes, so a client's words can never become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** h('p', {class: 'note'}, 'text', child, null) */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG elements. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** "12 Jan 2026", in the reader's own language. */
export function day(iso) {
  const date = new Date(iso + 'T12:00:00');
  return date.toLocaleDateString(undefined, {day: 'numeric', month: 'short', year: 'numeric'});
}

/** A text with the given [start, end) stretches marked. Offsets count UTF-16 units, as JavaScript does. */
export function marked(text, spans, mark = (words) => h('mark', {}, words)) {
  const parts = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    parts.push(text.slice(at, span.start), mark(text.slice(span.start, span.end), span));
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.filter((part) => part !== '');
}
