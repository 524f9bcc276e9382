/** Things that take place on a day and leave a record, the more special first. `type` is the fact's type. */
export const EVENTS: readonly {
  readonly id: string;
  readonly type: 'restore-test' | 'exercise' | 'check-done';
  readonly pattern: RegExp;
}[] = [
  {
    id: 'restore test',
    type: 'restore-test',
    pattern:
      /\b(?:(?:test )?restor(?:e|ation)s?(?: from back-?up)?(?: tests?| test(?:ed|ing)| exercise| drill)|back-?up (?:restore )?tests?|restore of|test restores?|restored (?:successfully|from back-?up|the|an?|our)|recovery tests?|back-?ups? (?:was|were|have been|has been|are|is) (?:last |successfully )?tested|tested (?:our|the) back-?ups?|restores?\b|back-?ups? tested\b|(?:last )?(?:brought back|restored) in full)\b/i,
  },
  { id: 'phishing exercise', type: 'check-done', pattern: /\bphishing (?:simulation|test|exercise|campaign)s?\b/i },
  {
    id: 'continuity exercise',
    type: 'exercise',
    pattern:
      /\b(?:table-?top|desk-?top|business continuity|BCP|continuity|disaster recovery|DR|incident response|cyber|ransomware|scenario|response plan)\s?(?:[\w-]+\s){0,3}?(?:exercises?|tests?|rehearsals?|drills?|walk-?throughs?)\b|\btable-?top\b|\b(?:plan|BCP) (?:(?:was|has been) )?(?:last )?(?:tested|exercised|rehearsed)\b|\brehearsals? of (?:this|the|our)(?: \w+){0,2} plan\b|\brehearsed (?:this|the|our)(?: \w+){0,2} plan\b|\b(?:last|latest|most recent) exercise\b|\bexercises?: (?:last )?held\b|\bexercise (?:(?:was|has been|had been) )?held\b|\b(?:it|this) (?:was|has been) (?:last )?(?:exercised|rehearsed)\b/i,
  },
  { id: 'penetration test', type: 'check-done', pattern: /\b(?:penetration|pen)[ -]?test(?:s|ing|ed|ers)?\b/i },
  { id: 'vulnerability scan', type: 'check-done', pattern: /\bvulnerability (?:scan|assessment)s?\b/i },
  {
    id: 'access review',
    type: 'check-done',
    pattern: /\b(?:user |privileged )?access (?:rights )?reviews?\b|\breviews? of (?:user )?access(?: rights)?\b/i,
  },
  { id: 'spot check', type: 'check-done', pattern: /\bspot[ -]checks?\b/i },
  { id: 'internal audit', type: 'check-done', pattern: /\binternal audits?\b/i },
  { id: 'management review', type: 'check-done', pattern: /\bmanagement reviews?\b/i },
  {
    id: 'ROPA review',
    type: 'check-done',
    pattern: /\b(?:ropa|record of processing(?: activities)?)\b[^.]{0,30}\b(?:review|approv)\w*/i,
  },
  { id: 'asset register review', type: 'check-done', pattern: /\basset register\b[^.]{0,30}\breview\w*/i },
  { id: 'risk register review', type: 'check-done', pattern: /\brisk register\b[^.]{0,30}\breview\w*/i },
  { id: 'supplier review', type: 'check-done', pattern: /\bsupplier (?:register )?reviews?\b/i },
  { id: 'training needs analysis', type: 'check-done', pattern: /\btraining needs (?:analysis|assessment)\b/i },
];

/** Reviews that are told from other talk of reviewing only where a log of them is kept. */
export const LOGGED_REVIEWS: typeof EVENTS = ['asset', 'contract', 'policy', 'process', 'risk'].map((what) => ({
  id: `${what} review`,
  type: 'check-done',
  pattern: new RegExp(`\\b${what} reviews? log\\b`, 'i'),
}));

/** Words by which a result says how it went. */
export const SUCCESS =
  /\b(?:success(?:ful(?:ly)?)?|passed|pass|restored in full|met the|met its|no issues|good|worked|matched|complete[d]? (?:without|in full)|ok)\b/i;
export const FAILURE =
  /\b(?:fail(?:ed|ure)?|unsuccessful|not successful|could not be restored|did not meet|part(?:ial(?:ly)?|ly)|incomplete|missed the|exceeded the)\b/i;
