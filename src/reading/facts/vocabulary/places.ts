/** Countries as documents name them, by ISO 3166 code. EEA members that rarely matter here share `EEA`. */
const COUNTRIES: readonly (readonly [string, RegExp])[] = [
  [
    'GB',
    /\b(?:UK|U\.K\.|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|London|Cardiff|Manchester|eu-west-2|uk ?south|uk ?west|europe-west2)\b/,
  ],
  ['IE', /\b(?:Ireland|Dublin|eu-west-1|north ?europe|Irish)\b(?<!Northern Ireland)/],
  ['DE', /\b(?:Germany|Frankfurt|eu-central-1|germany ?west ?central|europe-west3|German)\b/],
  ['NL', /\b(?:Netherlands|Amsterdam|west ?europe|europe-west4|Dutch)\b/],
  ['FR', /\b(?:France|Paris|eu-west-3|France ?Central)\b/],
  ['SE', /\b(?:Sweden|Stockholm|eu-north-1)\b/],
  [
    'US',
    /\b(?:US|USA|U\.S\.(?:A\.)?|United States(?: of America)?|America|us-(?:east|west|central)-?\d?|east us(?: ?2)?|west us(?: ?2)?|us-east1|(?:North(?:ern)?|N\.) Virginia|Virginia,? USA?|Oregon|California|Ohio)\b/,
  ],
  ['IN', /\b(?:India|Mumbai|Bangalore|Bengaluru|Hyderabad|Chennai|ap-south-1|central india)\b/],
  ['AU', /\b(?:Australia|Sydney|Melbourne|ap-southeast-2)\b/],
  ['CA', /\b(?:Canada|Toronto|ca-central-1)\b/],
  ['SG', /\b(?:Singapore|ap-southeast-1)\b/],
  ['PH', /\b(?:Philippines|Manila)\b/],
  ['ZA', /\b(?:South Africa|Cape Town|Johannesburg)\b/],
  ['IL', /\b(?:Israel)\b/],
  ['UA', /\b(?:Ukraine)\b/],
  ['PK', /\b(?:Pakistan)\b/],
  ['CN', /\b(?:China|Hong Kong)\b/],
  ['PL', /\b(?:Poland|Warsaw)\b/],
  ['ES', /\b(?:Spain|Madrid|Barcelona)\b/],
  ['RO', /\b(?:Romania)\b/],
  ['EEA', /\b(?:EEA|EU|European Union|European Economic Area|Europe)\b(?!\s?(?:GDPR|law|AI Act|directive|regulation))/],
];

/** The countries a text names, in the order of the list. */
export function countriesIn(text: string): string[] {
  // "CONTACT US" names no country.
  const shouted = text.length > 8 && !/[a-z]/.test(text);
  return COUNTRIES.filter(([code, pattern]) => !(shouted && code === 'US') && pattern.test(text)).map(([code]) => code);
}
