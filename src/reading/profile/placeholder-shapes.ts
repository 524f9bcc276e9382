/** How a gap was left: grouped so that a person sees one line per manner of gap, not one per gap. */
export type PlaceholderKind =
  | 'prompt'
  | 'stand-in words'
  | 'stand-in date'
  | 'stand-in number'
  | 'drawn blank'
  | 'broken field'
  | 'instruction';

/**
 * A shape of gap. `anywhere` shapes count inside a sentence; `whole` shapes only when they are all that a cell or a
 * field holds, because in a sentence the same words are ordinary ("pending", "to follow").
 */
export type PlaceholderShape = {
  readonly kind: PlaceholderKind;
  readonly where: 'anywhere' | 'whole';
  readonly pattern: RegExp;
  /** Lower-case text one of which stands in every find, so that the rest is passed over quickly; empty for shapes that are cheap to try. */
  readonly needs: readonly string[];
};

/** First words inside brackets that make them a prompt, wherever they stand. */
const PROMPT_WORDS =
  '(?:insert|enter|add|your|our|specify|state|describe|list|provide|select|choose|delete|complete|confirm|fill|type|give|assign|name|' +
  'full name|first name|surname|date|dates|dd|mm|yy|company|organi[sz]ation|firm|trading|registered|role|title|job|position|post|address|' +
  'postcode|number|no\\.|nr|tb[acdns]\\b|to be|xx|e-?mail|phone|telephone|tel|mobile|contact|link|url|web|version|signature|sign|department|' +
  'team|client|customer|supplier|vendor|provider|product|tool|software|location|site|office|amount|price|cost|£|\\$|year|month|day|time|quarter|' +
  'ref|reference|id\\b|serial|asset|account|person|people|who|what|when|where|why|how|detail|description|brief|short|reason|current|next|last|' +
  'previous|annually|quarterly|monthly|weekly|weekdays|owner|author|approver|manager|director|deputy|witness|senior|chair|signatory|' +
  'if not already|percentage|score|result|outcome|status|certificate|policy number|registration|if applicable|if yes|if no|if any|as applicable|as appropriate|' +
  'optional|yes ?/ ?no|y ?/ ?n|n hours|x hours|x days|x\\b|n\\b|\\d+ (?:days|weeks|months|years) (?:from|after|before))';

/** Last words that do the same: "[Deputy Manager Name]", "[scanner provider]", "[Certificate #]". */
const PROMPT_ENDINGS =
  '(?:name|names|date|dates|number|numbers|no\\.?|#|address|e-?mail|phone|title|role|here|details?|link|url|version|reference|ref|id|owner|' +
  'provider|supplier|person|desk|mailbox|inbox|tbc|tbd|time|signature|amount|location|required|completed|confirmed|required\\?|if applicable|year|month|host)';

const INSIDE_BRACKETS = `(?:[●•·.…_*?#\\s-]*[●•…_?#.]{1,}[●•·.…_*?#\\s-]*|${PROMPT_WORDS}(?![a-z])[^\\[\\]\\n]{0,80}|[^\\[\\]\\n]{1,60}\\b${PROMPT_ENDINGS})`;

/** Words in brackets that are editing or marking, never gaps. */
export const BRACKETED_WORDS_KEPT =
  /^(?:sic|redacted|blank|removed|withheld|deleted|name (?:redacted|withheld|removed)|.{0,40}redacted|anonymi[sz]ed|signed|sgd|seal|internal|external|public|private|confidential|restricted|official(?:-sensitive)?|secret|urgent|important|emphasis added|translated|laughter|inaudible|end|ends|draft|n\/?a|not applicable|none|and|or|re|fwd?|ext|spam|phishing|suspicious|secure|encrypted|info|warn(?:ing)?|error|ok|pass|fail|done|closed|open|x|X|✓|✔|\*+|\s*)$/i;

/** Brackets that belong to code, data or a citation. */
export const BRACKETED_CODE =
  /^(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]+[A-Z_][A-Za-z_]*|[^\s]*["'{}=;\\|].*|-?\d+:.*|:-?\d+|\.\.\.?)$/;

export const PLACEHOLDER_SHAPES: readonly PlaceholderShape[] = [
  {
    kind: 'prompt',
    where: 'anywhere',
    needs: ['['],
    pattern: new RegExp(`(?<![\\w=/&?.-])\\[\\s*${INSIDE_BRACKETS}\\s*\\](?![(\\[:])`, 'gi'),
  },
  { kind: 'prompt', where: 'whole', needs: ['['], pattern: /^\[[^[\]\n]{1,120}\](?![([:])$/g },
  {
    kind: 'prompt',
    where: 'anywhere',
    needs: ['<'],
    pattern:
      /(?<![\w/=:.@\\-])<<?\s?(?:insert|enter|your|name|full name|date|company|client|customer|supplier|organi[sz]ation|practice|trust|role|job title|title|address|number|version|person|department|telephone|phone|e-?mail|signature|owner|approver|add|tb[cd]|dd\/mm|month|year|day|time|amount|ref|reference|location|site|job|surname|first name|link|contact|manager|deputy|product|system|signature|number of)(?: [^<>\n@]{0,50})?\s?>>?(?![\w/])/gi,
  },
  {
    kind: 'prompt',
    where: 'anywhere',
    needs: ['<<', '«', '{{', '@@'],
    pattern: /<<[A-Za-z][^<>\n]{1,50}>>|«[^»\n]{1,60}»|\{\{\s?[a-z][\w .]{1,50}\}\}|@@[A-Z_]{3,40}@@/gi,
  },
  {
    kind: 'prompt',
    where: 'anywhere',
    needs: ['{', '$', '%c', '%o', '%d', '%y', '%a'],
    pattern:
      /(?<![\w/$.-])\{(?:insert |your |client |company|organi[sz]ation|name|date|role|address|job title)[^{}\n]{0,40}\}|[$%]\{?(?:COMPANY|ORGANI[SZ]ATION|CLIENT|OWNER|APPROVER|DATE|YOUR)(?:_[A-Z]{2,20})?[}%]/gi,
  },
  {
    kind: 'stand-in words',
    where: 'anywhere',
    needs: ['tbc', 'tbd', 'tba', 'tbn', 'todo', 'fixme', 't.b.c'],
    pattern: /(?<![\w/-])(?:TBC|TBD|TBA|TBN|TODO|FIXME|T\.B\.C\.?)(?![\w-])(?! list| comments?\b)/g,
  },
  {
    kind: 'stand-in words',
    where: 'anywhere',
    needs: ['tbc)', 'tbd)', 'tba)', 'tbc]', 'tbd]', 'tba]', 'to be ', '???'],
    pattern:
      /[([](?:[^()[\]]{0,30}\b)?(?:tbc|tbd|tba|to be (?:confirmed|determined|decided|advised|completed|agreed|added))[)\]]|(?<!\?)\?{3,}(?!\?)/gi,
  },
  {
    kind: 'stand-in words',
    where: 'anywhere',
    needs: [
      'to be confirmed',
      'to be determined',
      'to be decided',
      'to be advised',
      'to be added',
      'to be inserted',
      'to be supplied',
    ],
    pattern:
      /(?:\b(?:is|are|was|were)(?: still| yet)?|[:–-]) to be (?:confirmed|determined|decided|advised|added|inserted|supplied)(?=\s*(?:[.;)\]|]|$))/gi,
  },
  {
    kind: 'stand-in words',
    where: 'whole',
    needs: [],
    pattern:
      /^(?:tb[acdns]|(?:(?:[a-z-]+ ){0,2}(?:number|name|date|details|e-?mail|address|contact|signature|approval|reference|version|owner|answer|figure|report|certificate) )?to be (?:confirmed|completed|agreed|determined|decided|advised|added|inserted|supplied|assigned|appointed|announced)|(?:[a-z-]+ ){0,3}to follow|(?:please )?(?:check|ask|confirm|chase) with [^.?]{2,50}\??|(?:please )?(?:check|ask|confirm|verify)\b[^.?]{0,50}\?|\((?:please )?(?:check|ask|confirm|verify|chase|query)\b[^()]{0,60}\)|pending|awaiting(?: \w+)?|xyz|x{3,}|n\. ?surname|not yet (?:known|set|assigned|agreed|decided|named|appointed)|(?:not sure|no idea)\b[^.]{0,30}|don['’]t know(?: yet)?|your name|name here|\?{1,4}|#+)\.?$/gi,
  },
  {
    kind: 'prompt',
    where: 'anywhere',
    needs: [' here'],
    pattern:
      /(?:(?<=^\s*[[(<*]{0,2}|[:.–-]\s[[(<*]{0,2})(?:please )?(?:paste|insert|put|type|add|attach|write|enter|copy)\b(?![^.:;|]*\bnot\b)[^.:;|]{3,70}\bhere\b|\bto (?:go|be (?:pasted|inserted|added|attached|put)) (?:in )?here\b)/gi,
  },
  { kind: 'stand-in number', where: 'anywhere', needs: ['xxx'], pattern: /(?<![\w-])\+?\d[\d ]{3,12}x{3,}(?!\w)/gi },
  { kind: 'stand-in words', where: 'anywhere', needs: ['xxxx'], pattern: /(?<![\w+-])X{4,}(?![\w-])/g },
  {
    kind: 'stand-in words',
    where: 'whole',
    needs: ['xx'],
    pattern: /^(?:[A-Z][A-Z0-9]{0,7}[-/ ]){1,3}(?:\d{2,4}[-/])?X{2,}$/g,
  },
  { kind: 'stand-in words', where: 'whole', needs: ['-xxxx'], pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-x{4,}$/g },
  {
    kind: 'stand-in date',
    where: 'anywhere',
    needs: [
      'xx/',
      'xx-',
      'xx.',
      'xx /',
      'dd/',
      'dd-',
      'dd.',
      'dd /',
      'dd month',
      'ddth',
      '__/',
      '__ /',
      '__-',
      '__.',
      '00/',
      '00-00',
      '00.00',
      '??/',
      'yyyy-mm',
    ],
    pattern:
      /(?<![\w-])(?:XX|DD|__+|00|\?\?)\s?[/.-]\s?(?:XX|MMM?|__+|00|\?\?)\s?[/.-]\s?(?:20\d\d|(?:20)?(?:XXXX|XX|YYYY|YY|__+|0000|\?\?|[0-9]X))(?![\w])|\bYYYY-MM-DD\b|\bDD(?:th)? Month YYYY\b/gi,
  },
  {
    kind: 'stand-in date',
    where: 'anywhere',
    needs: ['20xx', '200x', '201x', '202x', '203x', '20__'],
    pattern: /(?<![\w-])20(?:XX|[0-9]X)(?![\w-])|(?<![\w-])20__(?!\w)/g,
  },
  {
    kind: 'stand-in date',
    where: 'whole',
    needs: [],
    pattern:
      /^(?:0?1\/0?1\/(?:1900|1970)|31\/12\/9999|1900-01-01|1970-01-01|9999-12-31|month,? (?:and )?year|dd[-/ ]mmm?[-/ ]yy(?:yy)?|mm\/yyyy)$/gi,
  },
  {
    kind: 'stand-in number',
    where: 'anywhere',
    needs: [
      'z0',
      'zx',
      'za0',
      'iasme',
      '01234',
      '0123456789',
      '07123',
      '000 ',
      '000-',
      '@your',
      '@example.',
      '@company.',
      '@domain.',
      '@organi',
    ],
    pattern:
      /\bZ(?:0{7}|X{5,7}|[A-Z](?:0{6}|X{4,6}))\b|\bIASME-CEP?-0{4,}\b|\b01234[ -]?567[ -]?890\b|\b0123456789\b|\b07123[ -]?456[ -]?789\b|(?<!\d)\+?(?:44[ -]?)?(?:\(0\)[ -]?)?(?:[1-9]\d{0,3}[ -])?\(?0{3,5}\)?[ -]0{3,4}(?:[ -]?0{3,4})?(?!\d)|\b(?:your|firstname|first\.last|name|user|info|contact|email|someone)@(?:your|example\.|company\.|domain\.|organi[sz]ation)[\w.]*|@(?:your(?:company|domain|organi[sz]ation|practice)|yourcompany)\b[\w.]*/gi,
  },
  { kind: 'stand-in number', where: 'whole', needs: [], pattern: /^(?:0{5,}|9{6,}|12345678|1234567890|ZA123456)$/g },
  {
    kind: 'stand-in words',
    where: 'anywhere',
    needs: [
      'lorem',
      'click or',
      'click here',
      'choose an',
      'sample text',
      'text here',
      'name here',
      'date here',
      'delete as',
      'delete where',
      'example l',
      'example company',
      'example organ',
      'abc ',
      'acme',
      'bloggs',
      'n other',
      'n. other',
      'n.other',
    ],
    pattern:
      /\blorem ipsum\b|\bclick or tap (?:here )?to enter\b|\bclick here to enter\b|\bchoose an item\b|\bsample text\b|\b(?:type|enter) (?:your )?(?:text|name|date) here\b|\binsert text here\b|\bdelete (?:as|where) (?:applicable|appropriate)\b|\bExample (?:Ltd|Limited|Company|Organisation)\b|\bABC (?:Ltd|Limited|Company|Corp)\b|\bAcme (?:Ltd|Limited|Corp|Inc)\b|\bJoe Bloggs\b|\bA\.? ?N\.? Other\b/gi,
  },
  {
    kind: 'broken field',
    where: 'anywhere',
    needs: ['#ref', '#value', '#name', '#div', '#null', '#num', 'error! ', '[object'],
    pattern:
      /#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)|\bError! (?:Reference|Bookmark|No text|Unknown)[^.]{0,40}\.?|\[object Object\]/g,
  },
  { kind: 'broken field', where: 'whole', needs: [], pattern: /^(?:#N\/A|undefined|null|NaN|Invalid Date)$/g },
  {
    kind: 'instruction',
    where: 'anywhere',
    needs: ['author', 'guidance:', 'guidance note', 'instruction', 'delete this', 'remove this', 'logo'],
    pattern:
      /\bnotes? to (?:the )?author\b|\bguidance (?:for|to) (?:the )?author\b|\b(?:delete|remove) this (?:section|text|guidance|paragraph|box|note|page|line|instruction)\b|\binsert (?:company |your |organi[sz]ation )?logo\b|^\[?guidance(?: note)?:|^instructions? for completion:/gi,
  },
  {
    kind: 'drawn blank',
    where: 'anywhere',
    needs: ['___', '......', '………'],
    pattern: /_{3,}(?:[\s/]*_{2,}){0,8}|(?<![\w.])\.{6,}(?![.\s]*\d)|…{3,}/g,
  },
];

/** Lines that speak about gaps or about how dates and numbers are written, rather than leave one. */
export const TALKS_ABOUT_GAPS =
  /\bplaceholders?\b|\bsquare brackets?\b|\bbracketed\b|\bin brackets\b|\breplace (?:all|every|each|the|any)\b|\bfill(?:ed)? in (?:all|every|the|any)\b|\b(?:date|file|number|naming|id) (?:format|convention|style)|\bformat(?:ted)?\b|\bnaming\b|\bconvention\b|\bnumbered\b|\bwritten as\b|\bin the form\b|\bplaceholder\b|\bTBCs\b|\bTBC (?:items|entries|fields|means)\b|\bmerge fields?\b|\bmail[- ]merge\b|\btemplate (?:variables?|fields?)\b|\bvariables?\b|\bstands? for\b|\bsyntax\b|\btokens?\b/i;
