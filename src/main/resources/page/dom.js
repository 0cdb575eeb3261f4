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
  element.append(...present(children));
  return element;
}

/** Children without the gaps that conditions leave. */
export function present(children) {
  return [children].flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Puts these children, and nothing else, into an element. */
export function put(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

/** "12 Jan 2026", in the reader's own language. */
export function day(iso) {
  const date = new Date(iso.slice(0, 10) + 'T12:00:00');
  return date.toLocaleDateString(undefined, {day: 'numeric', month: 'short', year: 'numeric'});
}

/** "12 Jan 2026, 14:05" of an instant. */
export function moment(iso) {
  return new Date(iso).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
}

/** Today as 2026-01-31, where the reader is. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

export function plural(n, word, many = word + 's') {
  return Number(n).toLocaleString() + ' ' + (Number(n) === 1 ? word : many);
}

export function number(value) {
  return Number(Number(value).toPrecision(3)).toLocaleString();
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

/** Tells screen readers, and everybody else at the foot of the window, what just happened. */
export function say(words) {
  const place = document.getElementById('said');
  place.textContent = words;
  place.dataset.fresh = 'yes';
  clearTimeout(say.timer);
  say.timer = setTimeout(() => delete place.dataset.fresh, 4000);
}

/** Saves a text or a blob as a file of the reader's. */
export function save(name, content, type = 'text/plain') {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
  const link = h('a', {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A labelled field: field('Date', h('input', {name: 'date'})). */
export function field(label, input, hint = null) {
  return h('label', {class: 'field'}, h('span', {}, label), input, hint ? h('small', {class: 'quiet'}, hint) : null);
}

/** Fetches the style sheet that only some views need; shows them once it is there. */
export function styled() {
  styled.once ??= new Promise((done) => {
    const link = h('link', {rel: 'stylesheet', href: '/page/more.css', onload: done, onerror: () => {
      // The view is readable without it; the next one asks again.
      link.remove();
      styled.once = null;
      done();
    }});
    document.head.append(link);
  });
  return styled.once;
}

/** A question in a window of its own; answers with the value of the button that closed it. */
export function ask(title, content, buttons = [['ok', 'Close']]) {
  return new Promise((resolve) => {
    const box = h('dialog', {'aria-labelledby': 'ask-title'},
      h('form', {method: 'dialog'},
        h('h2', {id: 'ask-title'}, title), content,
        h('p', {class: 'actions'}, buttons.map(([value, label, kind]) => h('button', {value, class: kind || false}, label)))));
    box.addEventListener('close', () => { box.remove(); resolve({answer: box.returnValue, form: box.firstChild}); });
    document.body.append(box);
    box.showModal();
  });
}
