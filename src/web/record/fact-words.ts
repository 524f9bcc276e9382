/** The facts that switch evidence items on or off, as statements about an organisation that are true or not. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  'uses-byod': 'People use their own devices for work',
  'has-paper-records': 'We have paper records',
  'uses-mobile-phones': 'People use mobile phones for work',
  'destroys-records-by-third-party': 'Another firm destroys records for us',
  'destroys-records-in-house': 'We destroy records ourselves',
  'uses-unsupported-software': 'We use software that its maker no longer supports',
  'has-own-network-equipment': 'We have network equipment of our own',
  'develops-web-applications': 'We develop web applications',
  'owns-internet-domains': 'We own internet domains',
  'has-medical-devices': 'We have medical devices',
  'has-portable-devices': 'We have laptops or other devices that are carried about',
  'uses-suppliers-for-personal-data': 'Suppliers handle personal data for us',
  'uses-it-suppliers': 'Suppliers provide IT to us',
  'had-incident-in-last-12-months': 'We had an incident in the last 12 months',
  'works-under-nhs-contract': 'NHS organisations buy from us',
  'handles-nhs-patient-data': 'We see, hold or pass on data of NHS patients',
  'connects-to-nhs-systems': 'Our systems connect to NHS systems',
  'organisation-kind': 'What we are',
  staff: 'People who work for us',
  'turnover-gbp': 'Turnover in pounds',
  'supplies-digital-to-care': 'We supply digital services to health and care',
  'had-high-risk-breach-in-last-12-months': 'We had a breach with a high risk to people in the last 12 months',
};

/** A fact by its name in the catalogue, for a person. */
export function factInWords(fact: string): string {
  const plain = fact.replaceAll('-', ' ');
  return FACT_WORDS[fact] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
