/** Elements of HTML, with those older documents still use. Anything else in angle brackets in Markdown is a placeholder such as `<name>`. */
export const HTML_ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption
  center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer
  form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark
  marquee menu meta meter nav noframes noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp
  script section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th
  thead time title tr track tt u ul var video wbr`.split(/\s+/),
);

/** Elements that begin a block of HTML when a Markdown line starts with one. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `address article aside base basefont blockquote body center col colgroup dd details dialog dir div dl dt fieldset figcaption figure
  footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol
  optgroup option p param pre script search section style summary table tbody td template textarea tfoot th thead title tr track
  ul`.split(/\s+/),
);

/** Words such as name, date, title and company are elements or read like ones, yet in a policy `<title>` is a gap to fill in. */
export const PLACEHOLDER_ELEMENTS: ReadonlySet<string> = new Set([
  'title',
  'address',
  'time',
  'data',
  'area',
  'label',
  'section',
  'source',
]);
