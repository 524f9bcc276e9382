/**
 * What a page is looked at for within the browser. As text, because tests are checked without the types of a browser. Each
 * gives the list of what is wrong, as the beginning of the element's own markup.
 */
const SHARED = `
  const told = (el) => el.cloneNode(false).outerHTML.slice(0, 160) + ' ' + (el.textContent ?? '').trim().slice(0, 40);
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
  const hiddenFromSight = (el) => el.closest('[class*=visually-hidden], .nhsuk-skip-link') !== null || (el.offsetWidth <= 1 && el.offsetHeight <= 1) || (el.closest('thead') !== null && el.closest('thead').clientWidth <= 1);
  const wordsOf = (el) => { const range = document.createRange(); range.selectNodeContents(el); return range.getBoundingClientRect(); };
  const FOCUSABLE = 'a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select, textarea, summary, [tabindex="0"]';
  const stops = () => [...document.querySelectorAll(FOCUSABLE)].filter((el) => {
    if (!shown(el)) return false;
    if (el.type !== 'radio') return true;
    const group = [...document.getElementsByName(el.name)].filter((one) => one.form === el.form);
    return el === (group.find((one) => one.checked) ?? group[0]);
  });
  const all = () => [...document.body.querySelectorAll('*')];
`;
const check = (body: string) => `(() => { ${SHARED} ${body} })()`;

/** The page scrolls sideways, or words are cut off at the edge of what holds them. Tables and drawings may scroll in a region of their own. */
export const CUT_OFF = check(`
  const found = [];
  if (document.documentElement.scrollWidth > window.innerWidth) {
    const wide = all().filter((el) => shown(el) && !hiddenFromSight(el) && !el.closest('.app-scrolls, svg') && el.getBoundingClientRect().right > window.innerWidth + 1);
    found.push('wider than the window: ' + (wide[0] ? told(wide[0]) : ''));
  }
  for (const el of all()) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(el);
    if (!shown(el) || hiddenFromSight(el) || el.closest('svg, select, textarea, input')) continue;
    const cuts = overflowX === 'hidden' || overflowX === 'clip' || overflowY === 'hidden' || overflowY === 'clip' || textOverflow === 'ellipsis';
    if (cuts && (el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)) found.push('cut off: ' + told(el));
    const scrolls = (overflowX === 'auto' || overflowX === 'scroll') && el.scrollWidth > el.clientWidth + 1;
    if (scrolls && !(el.tabIndex === 0 && el.matches('section[aria-label], [role=region][aria-label]'))) found.push('scrolls without a name or the keyboard: ' + told(el));
  }
  for (const el of document.querySelectorAll('button, .nhsuk-tag, a.nhsuk-button, label, legend, th'))
    if (shown(el) && !hiddenFromSight(el) && ![...el.querySelectorAll('*')].some(hiddenFromSight) && getComputedStyle(el).display !== 'inline' && wordsOf(el).right > el.getBoundingClientRect().right + 1) found.push('words stand out of: ' + told(el));
  return found;
`);

/** Something stays in its place while the page moves below it, and may so hide what has the focus. */
export const STICKS = check(`
  return all().filter((el) => shown(el) && ['fixed', 'sticky'].includes(getComputedStyle(el).position)).map(told);
`);

/** Too small to hit: less than 24 pixels either way, and not a link within a sentence or a line of links. */
export const TOO_SMALL = check(`
  return stops().filter((el) => {
    if (hiddenFromSight(el) || el.classList.contains('nhsuk-skip-link')) return false;
    const label = ['radio', 'checkbox'].includes(el.type) ? el.labels?.[0] : undefined;
    const { width, height } = (label ?? el).getBoundingClientRect();
    if (width >= 23.5 && height >= 23.5) return false;
    // Within words, its height is that of the line.
    const around = el.closest('p, li, td, dd, dt, h1, h2, h3, h4, legend, label, figcaption, div');
    const words = (around?.textContent ?? '').trim().length > (el.textContent ?? '').trim().length + 1;
    return !(el.tagName === 'A' && getComputedStyle(el).display === 'inline' && words);
  }).map(told);
`);

/** Whatever can be pressed or filled in says what it is. */
export const NAMELESS = check(`
  return stops().filter((el) => {
    const by = (el.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('');
    const words = el.getAttribute('aria-label') ?? (by || [...(el.labels ?? [])].map((one) => one.textContent).join('') || el.textContent);
    return (words ?? '').trim() === '';
  }).map(told);
`);

/** Moves, although whoever looks asked for as little as can be. */
export const MOVES = check(`
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  return [
    ...document.getAnimations().map((one) => 'runs: ' + (one.effect?.target ? told(one.effect.target) : '')),
    ...all().filter((el) => {
      const { transitionDuration, transitionProperty, animationName, animationDuration } = getComputedStyle(el);
      return (transitionProperty !== 'none' && seconds(transitionDuration) > 0) || (animationName !== 'none' && seconds(animationDuration) > 0);
    }).map(told),
  ];
`);

/** Begins to write down what the focus comes to. \`focusMet\` then tells. */
export const WATCH_FOCUS = check(`
  const look = (el) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, borderWidth, color } = getComputedStyle(el);
    const near = [...(el.labels ?? [])].map((one) => { const s = getComputedStyle(one, '::before'); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderWidth].join(); });
    const inner = el.firstElementChild ? getComputedStyle(el.firstElementChild).boxShadow + getComputedStyle(el.firstElementChild).backgroundColor : '';
    return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, backgroundColor, borderColor, borderWidth, color, inner, ...near].join();
  };
  document.activeElement?.blur();
  const expected = stops();
  const plain = new Map(expected.map((el) => [el, look(el)]));
  window.focusMet = { expected, met: [], wrong: [] };
  document.addEventListener('focusin', ({ target }) => {
    window.focusMet.met.push(target);
    if (look(target) === plain.get(target)) window.focusMet.wrong.push('shows no focus: ' + told(target));
  });
  return expected.length;
`);

/** What was wrong with the way of the focus: the order, what it never came to, what did not show it or lay behind something. */
export const FOCUS_WRONG = check(`
  const { expected, met, wrong } = window.focusMet;
  if (!expected[0]?.classList.contains('nhsuk-skip-link')) wrong.push('the skip link is not first');
  expected.forEach((el, at) => { if (met[at] !== el) wrong.push('after ' + at + ': ' + (met[at] ? told(met[at]) : 'nothing') + ' in the place of ' + told(el)); });
  for (const el of expected) {
    if (el.classList.contains('nhsuk-skip-link')) continue;
    el.focus();
    const { left, top, width, height } = el.getClientRects()[0];
    const at = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    const own = at && (el.contains(at) || at.contains(el) || [...(el.labels ?? [])].some((one) => one.contains(at)) || at.closest('a, button, summary, label') === el);
    if (!own) wrong.push('lies behind ' + (at ? told(at) : 'nothing') + ': ' + told(el));
  }
  return wrong.slice(0, 5);
`);

/** Shapes and words of drawings that cannot be told from the paper in colours that the reader chose. */
export const LOST_IN_FORCED_COLOURS = check(`
  const light = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    if (colour === 'none' || a === 0) return undefined;
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor) ?? 1;
  const apart = (colour, than) => {
    const one = light(colour);
    return one !== undefined && (Math.max(one, than) + 0.05) / (Math.min(one, than) + 0.05) >= 3;
  };
  return [...document.querySelectorAll('main svg :is(rect, path, circle, line, polygon, text)')].filter((el) => {
    if (!shown(el) || el.closest('defs, pattern, marker, .app-qr') || el.classList.contains('app-chart__grid') || el.classList.contains('app-chart__area')) return false;
    const { fill, stroke, strokeWidth } = getComputedStyle(el);
    if (fill.startsWith('url(')) return false;
    const isLine = el.tagName === 'line';
    return !(!isLine && apart(fill, paper)) && !(parseFloat(strokeWidth) > 0 && apart(stroke, paper)) && !el.matches('.app-chart__number, .app-flow-map__number');
  }).map(told);
`);

/** Sets words as far apart as WCAG 1.4.12 has it. In a way that a page's security policy says nothing about. */
export const SPACE_OUT = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = [sheet];
})()`;
export const SPACE_BACK = 'document.adoptedStyleSheets = [];';
