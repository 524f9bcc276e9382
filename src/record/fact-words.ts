/** What is kept of a fact that somebody was asked about and does not know yet. */
export const NOT_KNOWN = 'not-known';

/** Begins the name under which it is kept that an organisation says to hold a certificate. */
const HELD = 'says-it-holds-';

/** The name under which it is kept that an organisation says to hold a certificate. */
export function certificateFact(certificate: string): string {
  return `${HELD}${certificate}`;
}

/** Facts about an organisation as statements: how it is said when they are true, and when they are not. */
const FACT_WORDS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  'uses-byod': ['People use their own devices for work', 'Nobody uses their own devices for work'],
  'has-paper-records': ['We have paper records', 'We have no paper records'],
  'uses-mobile-phones': ['People use mobile phones for work', 'Nobody uses a mobile phone for work'],
  'destroys-records-by-third-party': ['Another firm destroys records for us', 'No other firm destroys records for us'],
  'destroys-records-in-house': ['We destroy records ourselves', 'We do not destroy records ourselves'],
  'uses-unsupported-software': [
    'We use software that its maker no longer supports',
    'We use no software that its maker no longer supports',
  ],
  'has-own-network-equipment': ['We have network equipment of our own', 'We have no network equipment of our own'],
  'develops-web-applications': ['We develop web applications', 'We do not develop web applications'],
  'owns-internet-domains': ['We own internet domains', 'We own no internet domains'],
  'has-medical-devices': ['We have medical devices', 'We have no medical devices'],
  'has-portable-devices': [
    'We have laptops or other devices that are carried about',
    'We have no laptops or other devices that are carried about',
  ],
  'uses-suppliers-for-personal-data': [
    'Suppliers handle personal data for us',
    'No supplier handles personal data for us',
  ],
  'uses-it-suppliers': ['Suppliers provide IT to us', 'No supplier provides IT to us'],
  'had-incident-in-last-12-months': [
    'We had an incident in the last 12 months',
    'We had no incident in the last 12 months',
  ],
  'had-high-risk-breach-in-last-12-months': [
    'We had a breach with a high risk to people in the last 12 months',
    'We had no breach with a high risk to people in the last 12 months',
  ],
  'works-under-nhs-contract': ['NHS organisations buy from us', 'No NHS organisation buys from us'],
  'handles-nhs-patient-data': [
    'We see, hold or pass on data of NHS patients',
    'We do not see, hold or pass on data of NHS patients',
  ],
  'connects-to-nhs-systems': ['Our systems connect to NHS systems', 'Our systems do not connect to NHS systems'],
  'supplies-digital-to-care': [
    'We supply digital services to health and care',
    'We do not supply digital services to health and care',
  ],
  [certificateFact('cyber-essentials-plus')]: ['We hold Cyber Essentials Plus', 'We do not hold Cyber Essentials Plus'],
  [certificateFact('iso-27001')]: ['We hold ISO/IEC 27001:2022', 'We do not hold ISO/IEC 27001:2022'],
  [certificateFact('nhsmail')]: ['We use NHSmail', 'We do not use NHSmail'],
  [certificateFact('psn')]: ['We hold a PSN certificate', 'We do not hold a PSN certificate'],
};

/** Facts as somebody is asked about them. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'uses-byod': 'Do people use their own devices for work?',
  'has-paper-records': 'Do you have paper records?',
  'uses-mobile-phones': 'Do people use mobile phones for work?',
  'destroys-records-by-third-party': 'Does another firm destroy records for you?',
  'destroys-records-in-house': 'Do you destroy records yourselves?',
  'uses-unsupported-software': 'Do you use software that its maker no longer supports?',
  'has-own-network-equipment': 'Do you have network equipment of your own?',
  'develops-web-applications': 'Do you develop web applications?',
  'owns-internet-domains': 'Do you own internet domains?',
  'has-medical-devices': 'Do you have medical devices?',
  'has-portable-devices': 'Do you have laptops or other devices that are carried about?',
  'uses-suppliers-for-personal-data': 'Do suppliers handle personal data for you?',
  'uses-it-suppliers': 'Do suppliers provide IT to you?',
  'had-incident-in-last-12-months': 'Did you have an incident in the last 12 months?',
  'had-high-risk-breach-in-last-12-months': 'Did you have a breach with a high risk to people in the last 12 months?',
  'works-under-nhs-contract': 'Do NHS organisations buy from you, or will they soon?',
  'handles-nhs-patient-data': 'Do you see, hold or pass on data of NHS patients?',
  'connects-to-nhs-systems': 'Do your systems connect to NHS systems, such as NHS login or NHSmail?',
};

/** Facts that are more than yes or no, as the name of a field. */
const NAMES: Readonly<Record<string, string>> = {
  'organisation-kind': 'What we are',
  staff: 'People who work for us',
  'turnover-gbp': 'Turnover in pounds',
};

/** Whether there are words for a fact, so that it can be asked about. */
export function isFactWithWords(fact: string): boolean {
  return Object.hasOwn(FACT_WORDS, fact);
}

/** A fact by its name in the catalogue, for a person. */
export function factInWords(fact: string): string {
  return NAMES[fact] ?? factSaid(fact, true);
}

/** A fact as a question to the organisation: “Do you have paper records?” */
export function factAsked(fact: string): string {
  return QUESTIONS[fact] ?? `${factInWords(fact)}?`;
}

/** What somebody says who says yes or no to a fact: “We have no paper records”. */
export function factSaid(fact: string, value: boolean): string {
  const plain = fact.replaceAll('-', ' ');
  const [yes, no] = FACT_WORDS[fact] ?? [plain.charAt(0).toUpperCase() + plain.slice(1), `“${plain}” is not so for us`];
  return value ? yes : no;
}
