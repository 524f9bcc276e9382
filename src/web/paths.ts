/** Where everything is. Ids are our own and need no escaping; whatever else goes into an address is escaped here. */
const e = encodeURIComponent;
const org = (organisation: string) => `/organisations/${e(organisation)}`;

export const paths = {
  start: '/',
  check: '/check',
  glossary: '/glossary',
  setUp: '/set-up',
  signIn: '/sign-in',
  signOut: '/sign-out',
  newPassword: '/new-password',
  secondFactor: '/sign-in/second-factor',
  passkeySignIn: '/sign-in/passkey',
  providerStart: '/sign-in/provider',
  providerBack: '/sign-in/provider/back',
  confirm: '/confirm',
  account: '/account',
  password: '/account/password',
  enrol: '/account/second-factor',
  removeSecondFactor: '/account/second-factor/remove',
  recoveryCodes: '/account/recovery-codes',
  passkeys: '/account/passkeys',
  removePasskey: '/account/passkeys/remove',
  renamePasskey: '/account/passkeys/rename',
  securityLog: '/account/security-log',
  securityLogFile: '/account/security-log/export',
  endSession: '/account/sessions/end',
  endOtherSessions: '/account/sessions/end-others',
  organisations: '/organisations',
  organisationsFile: '/organisations/standings',
  addOrganisation: '/organisations/add',
  invitation: (token: string) => `/invitations/${e(token)}`,
  home: org,
  members: (organisation: string) => `${org(organisation)}/members`,
  membersFile: (organisation: string) => `${org(organisation)}/members/export`,
  tokensFile: (organisation: string) => `${org(organisation)}/tokens/export`,
  invite: (organisation: string) => `${org(organisation)}/members/invite`,
  withdrawInvitation: (organisation: string) => `${org(organisation)}/members/withdraw`,
  member: (organisation: string, account: string) => `${org(organisation)}/members/${e(account)}`,
  removeMember: (organisation: string, account: string) => `${org(organisation)}/members/${e(account)}/remove`,
  tokens: (organisation: string) => `${org(organisation)}/tokens`,
  revokeToken: (organisation: string) => `${org(organisation)}/tokens/revoke`,
  settings: (organisation: string) => `${org(organisation)}/settings`,
  journal: (organisation: string) => `${org(organisation)}/journal`,
  documents: (organisation: string) => `${org(organisation)}/documents`,
  document: (organisation: string, id: string) => `${org(organisation)}/documents/${e(id)}`,
  plan: (organisation: string) => `${org(organisation)}/plan`,
  items: (organisation: string) => `${org(organisation)}/items`,
  item: (organisation: string, ref: string) => `${org(organisation)}/items/${e(ref)}`,
  registers: (organisation: string) => `${org(organisation)}/registers`,
  register: (organisation: string, register: string) => `${org(organisation)}/registers/${e(register)}`,
  entity: (organisation: string, register: string, id: string) =>
    `${org(organisation)}/registers/${e(register)}/${e(id)}`,
} as const;

/** An address within our own pages, or the start page: nothing that leads elsewhere is ever followed. */
export function ownPath(text: string): string {
  const url = /^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? URL.parse(text, 'http://own.invalid') : null;
  // A path may only become one that leads elsewhere once its dots are taken out: "/..//evil.example".
  return url?.host === 'own.invalid' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : paths.start;
}
