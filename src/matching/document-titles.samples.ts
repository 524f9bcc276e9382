/**
 * How suppliers name and begin their documents, one a line, cells parted by `|`. The last cell holds the item an assessor would file it
 * under first, then others nobody would object to; an empty one means that it speaks to no item. Category 3, version 8.
 */

/** Kind | title | headings | one sentence | items. Written before the matcher was. */
export const PROSE = `
# Standard 1: personal data
certificate | ICO registration certificate 2026 | Registered organisation; Registration number; Expiry | Registration reference ZB123456, tier 1, expires 3 March 2027. | 1.1.1
email | RE: Your data protection fee renewal | Payment received | Thank you for paying the data protection fee to the Information Commissioner. | 1.1.1
screenshot | ICO register entry |  | Register of fee payers: organisation name, registration number, date registered, expiry. | 1.1.1
register | Record of Processing Activities (Article 30) | Controller activities; Processor activities; Transfers | Each activity states its purpose, lawful basis, recipients and retention. | 1.1.2
other | Data flow map | Inbound flows; Outbound flows; Legal basis | Referral data flows from the trust to our hosting region over HTTPS. | 1.1.2
minutes | Management approval of the information asset register and ROPA | Decision | The directors approved the information asset register and the record of processing activities. | 1.1.2
notice | Privacy notice for patients and carers | What data we collect; Who we share it with; Your rights | This notice explains how we use your information. | 1.1.3
notice | Staff and applicant fair processing notice | Why we hold your data; How long we keep it; Your rights | We process your data to employ you. | 1.1.3
notice | Website cookie and privacy statement | Cookies; Your rights; Complaining to the ICO | We use cookies to keep you signed in. | 1.1.3
statement | Letter of appointment: Senior Information Risk Owner | Duties; Term | The board appoints you as SIRO with effect from 1 May 2026. | 1.1.5
other | Information governance structure and organogram | SIRO; Caldicott Guardian; Data Protection Officer | The SIRO is accountable to the board for information risk. | 1.1.5
statement | IG roles and responsibilities | Data protection officer; IG lead; Reporting line | The DPO reports to the chief executive. | 1.1.5
procedure | Consent procedure | Asking for consent; Recording consent; Withdrawal | Consent to share is asked for in plain words and recorded in the app. | 1.1.6
statement | Lawful basis and duty of confidentiality statement | Why we do not rely on consent | We rely on Article 6(1)(e) and 9(2)(h); consent satisfies the common law duty of confidentiality. | 1.1.6
procedure | National data opt-out compliance | Is our use in scope?; Checking opt-outs before disclosure | We do not use confidential patient information for research and planning. | 1.2.4
statement | NDOO position statement | Scope | The national data opt-out does not apply to our processing for individual care. | 1.2.4
policy | Information Security Policy | Purpose; Responsibilities; Access control; Incidents; Compliance | This policy sets out how we protect the confidentiality, integrity and availability of information. | 1.3.1
policy | Data Protection Policy | Principles; Lawful bases; Subject access requests; Breaches | We process personal data in line with UK GDPR and the Data Protection Act 2018. | 1.3.1; 1.3.7
policy | Records Management and Data Quality Policy | Creating records; Accuracy; Audit of data quality | Records are accurate, complete and timely. | 1.3.1
policy | Network Security Policy | Segregation; Firewalls; Wireless; Monitoring | The network is protected against unauthorised access. | 1.3.1; 9.6.1
register | Policy review schedule | Policy; Owner; Last approved; Next review | Each policy is reviewed at least every three years. | 1.3.1
report | Data protection spot check, April | What we looked at; Findings; Actions | Desks were walked at 6pm; two unlocked screens were found. | 1.3.2
report | Internal audit of IG compliance 2026 | Scope; Non-conformities; Corrective actions | The audit checked whether staff follow the data protection policy. | 1.3.2
form | Confidentiality audit checklist | Clear desk; Screen lock; Findings and action owner | Completed by the IG lead each quarter. | 1.3.2
register | Risk register | Risk; Likelihood; Impact; Mitigation; Owner | Ransomware remains the highest scored cyber risk. | 1.3.6
report | Top three data security risks: paper to the board | Ransomware; Supplier failure; Phishing | The board is asked to note the three risks and what we do about each. | 1.3.6
policy | Risk Management Framework | Risk appetite; Scoring; Treatment; Reporting | Information risks are scored for likelihood and impact. | 1.3.6
plan | Risk treatment plan | Risk; Treatment; Owner; Due | Residual risk is accepted by the SIRO. | 1.3.6
procedure | Privacy by design and default procedure | Data minimisation; Default settings; Pseudonymisation | Privacy is considered before any new feature is designed. | 1.3.7
procedure | DPIA procedure | When a DPIA is needed; Screening questions; Sign-off by the DPO | A DPIA is done before processing that is likely to be high risk. | 1.3.8
report | Data Protection Impact Assessment: remote monitoring app | Describe the processing; Necessity and proportionality; Risks; Sign off | The residual risk is low and the DPO has signed off. | 1.3.8
form | DPIA screening checklist | Project; New technology?; Special category data? | If any answer is yes a full assessment is needed. | 1.3.8
policy | Bring Your Own Device Policy | Eligibility; Minimum security; Loss and theft; Leaving | Personal devices must be enrolled before they can reach company email. | 1.3.11
form | BYOD user agreement | My device; What I agree to; Signature | I agree that the company may wipe the work profile on my personal phone. | 1.3.11
procedure | Taking paper records off site | Before you take them; In the car; At home | Papers go in a locked bag and are signed out. | 1.3.12
statement | Paperless working statement | No paper leaves the office | We hold no paper records with personal data and none are taken off site. | 1.3.12
policy | Physical and Environmental Security | Entry controls; Visitors; Server room; Clear desk | Doors are opened with fobs and visitors sign in. | 1.3.13
policy | Clear desk and clear screen policy | Desks; Screens; Printers | Lock your screen and put papers away in a lockable cabinet. | 1.3.13
log | Visitor log | Name; Company; Host; Time in; Time out | Visitors sign in at reception. | 1.3.13
policy | Mobile Device Policy | Screen lock; Lost or stolen phones; Remote wipe | Work phones are locked with a PIN or biometrics. | 1.3.14
procedure | Lost or stolen phone procedure | Report it; Remote wipe | Ring the IT lead, who wipes the handset. | 1.3.14
policy | Data Retention Policy | Retention periods; Disposal; Legal hold | We follow the Records Management Code of Practice 2021. | 1.4.1
register | Retention and disposal schedule | Record type; Keep for; Trigger; Action | Support tickets are kept for two years. | 1.4.1
contract | Confidential waste collection agreement | Services; Security; Audit; Certificates | The contractor shreds to BS EN 15713 and we may audit. | 1.4.2
certificate | Certificate of destruction | Items; Method; Date | Eleven drives were shredded by the contractor. | 1.4.2
procedure | Secure disposal of media and equipment | Paper; Laptops and drives; Cloud data | Drives are wiped with a secure erase before reuse. | 1.4.3
policy | Media sanitisation and destruction procedure | Methods; Verification; Records | We wipe in house to NIST 800-88 and log each item. | 1.4.3; 1.4.2
# Standards 2 and 3: people and training
form | New starter induction checklist | Day one; Data protection; Cyber security; Sign-off | The starter completes data security training before getting access to data. | 2.1.1
procedure | Onboarding guide for new joiners | Welcome; Security training; Reporting incidents | In your first week you complete the induction. | 2.1.1
contract | Contract of employment template | Duties; Confidentiality; Data security; Termination | You must keep data confidential, accurate and available during and after employment. | 2.2.1
form | Staff confidentiality agreement | Undertaking; Signature | I will keep patient information confidential, including after I leave. | 2.2.1
contract | Contractor and consultant NDA | Confidential information; Term | The consultant shall not disclose confidential information. | 2.2.1
policy | Human Resources Security Policy | Screening; Terms of employment; Disciplinary; Termination | Employment terms state information security duties. | 2.2.1; 2.1.1; 4.2.4
report | Training needs analysis 2026 | Roles; Training required; Approval | Each role was considered for the data security training it needs. | 3.1.1
plan | Security training matrix by role | Role; Course; How often | Developers take secure coding; everyone takes level 1. | 3.1.1
policy | Security awareness and training policy | Who is trained; Content; Frequency; Records | All staff complete training each year according to their role. | 3.1.1; 3.2.1
report | Training completion report | Summary; By person | 14 of 14 staff (100%) completed data security awareness level 1. | 3.2.1
log | Staff training log 2025-26 | Name; Course; Completed; Score | Data Security Awareness completed 4 May 2026. | 3.2.1
certificate | Certificate: Practitioner Certificate in Data Protection | Awarded to; Date | Has passed the BCS practitioner course. | 3.3.1; 3.4.1
register | Specialist training and qualifications | Person; Qualification; Provider; Date | CISSP held by the lead engineer. | 3.3.1
certificate | SIRO training certificate | Delegate; Course | Completed the senior information risk owner course. | 3.4.1; 3.3.1
statement | Training of our data security leads | SIRO; DPO; Caldicott Guardian | The SIRO, DPO and Caldicott Guardian have had training suited to their roles. | 3.4.1
# Standard 4: people and access
register | Staff list | Name; Job title; Start date; Leaving date | Current as of 1 October. | 4.1.1
other | Organisation chart | Directors; Engineering; Operations | Who works here and what their role is. | 4.1.1
statement | Nil return: access incidents | Period | There were no incidents caused by inappropriate access rights in the last 12 months. | 4.2.2
procedure | Joiners, movers and leavers process | Joiners; Movers; Leavers; Shared mailboxes | HR tells IT on the day and access is removed within one working day. | 4.2.4
form | Leaver checklist | Accounts closed; Laptop returned; Shared mailbox access | Signed by the line manager on the last day. | 4.2.4
report | Quarterly user access review | Systems reviewed; Removed; Reviewer | Three permissions were revoked. | 4.2.4
policy | Access Control Policy | Granting access; Least privilege; Review of access rights; Removal | Access follows the role and is removed when people leave. | 4.2.4
policy | Identity and access management standard | Identities; Roles; Recertification; Deprovisioning | Accounts are recertified every quarter. | 4.2.4
contract | Privileged access agreement | Administrator duties; Confidentiality; Signature | As an administrator I am held to higher standards of confidentiality. | 4.3.1
form | System administrator code of conduct | I will; I will not; Signed | I will use my admin account for admin tasks only. | 4.3.1
policy | Acceptable Use Policy | Email and internet; Monitoring; Prohibited use | Your use of company systems may be monitored. | 4.3.3
notice | Staff monitoring notice | What we monitor; Why | We remind you that use of our systems may be monitored. | 4.3.3
policy | Email and internet usage | Personal use; Monitoring | Email may be monitored for security. | 4.3.3
policy | Logging and Monitoring Policy | What is logged; Administrator activity; Retention of logs; Who can see logs | Administrator actions are logged in the audit trail. | 4.4.1
screenshot | CloudTrail audit log settings |  | Audit logging on for all administrator actions; log bucket readable by two people. | 4.4.1
policy | Multi-factor authentication policy | Scope; Approved methods; Exceptions | MFA is required on every remotely accessible account. | 4.5.3
screenshot | Conditional access: require MFA for all users |  | Policy on. Users: all. Grant: require multi-factor authentication. | 4.5.3
minutes | Board approval of MFA exceptions | Exceptions; Decision | The board approved two exceptions to multi-factor authentication. | 4.5.3
policy | Password Policy | Length; Password manager; Sharing | Use three random words and never share a password. | 4.5.4
procedure | Password guidance for staff | Choosing; Storing | Use the password manager. | 4.5.4
# Standards 5 and 6: reviews and incidents
report | Post-incident review: misdirected email | Timeline; Root cause; Lessons learned | The process that let it happen was changed. | 5.1.1
report | Root cause analysis of near miss | Five whys; Process change | The near miss came from a workaround. | 5.1.1
log | Action tracker | Action; Source; Owner; Due; Status | Progress is reported to the management meeting. | 5.2.1
minutes | Management review meeting | Open actions; Process problems; Escalations | Overdue improvement actions were escalated to the directors. | 5.2.1
procedure | Data breach reporting procedure | Spotting a breach; Who to tell; ICO within 72 hours; DSPT reporting tool | Report any breach to the DPO at once. | 6.1.1
policy | Information Security Incident Management | Reporting; Triage; Escalation; Closure | All staff report incidents as soon as they notice them. | 6.1.1
plan | Incident Response Plan | Detection; Containment; Eradication; Notification | Personal data breaches are notified to the ICO within 72 hours. | 6.1.1; 7.1.3
log | Security incident and near miss log | Date; What happened; Severity; Reported to; Closed | One misdirected email in March. | 6.1.1
minutes | Extraordinary board meeting about the March data breach | Breach reported to directors; Actions approved | The directors were informed of the breach and approved the remedial actions. | 6.1.2
form | Letter to individuals affected by a breach | What happened; What this means for you; What we are doing | We are writing to tell you about a breach of your personal data. | 6.1.3
procedure | Telling people affected by a high-risk breach (Article 34) | Assess risk; Write the letter | Individuals are told without undue delay. | 6.1.3
policy | Malware Protection Policy | Endpoint protection; Updates; Removable media scanning | Anti-malware runs on all laptops and servers. | 6.2.1
report | Endpoint protection console export | Devices; Definitions; Threats | 22 of 22 devices protected, definitions up to date. | 6.2.1
report | Phishing reports by month | Month; Reported | Staff reported 11 phishing emails in May. | 6.2.6
report | Phishing simulation results Q2 | Click rate; Report rate | Four people clicked in the simulated phishing campaign. | 6.2.6
statement | Known vulnerability incidents: nil return | Period; Statement | No security incident was caused by a known vulnerability. | 6.3.1
policy | Remote Working Policy | Home set-up; Public Wi-Fi; VPN | Do not use public Wi-Fi for work; use your phone as a hotspot. | 6.3.2
notice | Reminder: working from cafes and trains | Free Wi-Fi is not safe | Public Wi-Fi is unsafe for work. | 6.3.2
report | Repeat incident analysis | Method; Result | No incident recurred within three months. | 6.3.5
# Standard 7: continuity
register | Hardware and software inventory | Asset; Serial number; Version; Owner | Reviewed 2 September. | 7.1.1
plan | Business Continuity Plan | Loss of premises; Cyber attack; Loss of internet; Roles | Recovery time objectives are set for each service. | 7.1.2
plan | Disaster Recovery Plan | Invocation; Failover; RTO and RPO | Service is restored in the second region. | 7.1.2
report | Business impact analysis | Critical services; Maximum tolerable downtime | The portal must be back within four hours. | 7.1.2; 7.1.5
plan | Cyber incident playbook: ransomware | First hour; Who to call; Forensics; Insurance | The retainer gives access to forensic support out of hours. | 7.1.3
certificate | Cyber insurance schedule | Insured; Cover; Incident hotline | Incident response helpline 24 hours. | 7.1.3
register | Critical asset and dependency map | System; Tier; Depends on | Tier 1 systems depend on the cloud region and the identity provider. | 7.1.5
policy | Asset Management Policy | Ownership; Lifecycle; Return of assets; Disposal | Every asset has an owner from purchase to disposal. | 7.1.6
report | Tabletop exercise report: ransomware | Scenario; Participants; Outcome; Lessons | The exercise tested the business continuity plan. | 7.2.1
report | DR test 2026 | Objective; Timeline; Result | Failover to the second region took 95 minutes. | 7.2.1; 7.3.4
log | Continuity exercise action log | Issue; Action; Owner; Due | Actions from the tabletop exercise. | 7.2.2
policy | Backup Policy | Schedule; Retention of backups; Encryption; Testing | Databases are backed up nightly and point-in-time recovery is on. | 7.3.1
report | Backup job report September | Jobs; Failures | All daily backup jobs succeeded. | 7.3.1
register | Emergency contact list | Name; Mobile; Email | Printed copy in the grab bag. | 7.3.2
register | BCP call tree | Who rings whom; Deputies | Keep a paper copy at home. | 7.3.2
report | Restore test record | Backup used; Steps; Result | The database was restored to a scratch instance and row counts matched. | 7.3.4
log | Backup restoration test log | Date; System; Result; Time taken | Restored successfully in 41 minutes. | 7.3.4
statement | Immutable backup architecture | Object lock; Separate account | Copies are written to a vault in another account with object lock. | 7.3.6
# Standard 8: unsupported systems and patching
register | Laptop and mobile phone inventory | Device; Serial; Issued to; Date | Every laptop, phone and USB stick is listed. | 8.1.2
report | Software support status | Product; Version; Support ends | All software in use is supported by its maker. | 8.1.4
report | Unsupported systems risk acceptance | System; Why still used; Compensating controls; Sign-off | The board accepted the risk of the legacy server until March. | 8.2.1
screenshot | Windows update ring settings |  | Deferral period 3 days, automatic updates every 7 days on laptops. | 8.3.2; 8.3.5
policy | Patch Management Policy | Sources; Timescales; Exceptions | Critical updates are installed within 14 days. | 8.3.5
report | Monthly patch compliance report | Devices; Missing updates | All critical security updates were installed within 14 days. | 8.3.5; 8.4.2
screenshot | NCSC Early Warning sign-up confirmation |  | Your organisation is registered for Early Warning; domains and IP addresses listed. | 8.3.8
procedure | Server hardening standard | CIS benchmark; Unused services; Baseline | Servers are built from a golden image to the CIS benchmark. | 8.4.1
report | Infrastructure component versions | Server; Operating system version; Last patched | Every server and database runs a supported LTS release. | 8.4.2
policy | Vulnerability Management Policy | Scanning; Severity; Remediation times | Scans run weekly and CVEs are triaged. | 8.4.3; 8.3.5
report | External vulnerability scan | Targets; Findings by severity | No critical vulnerabilities found. | 8.4.3
# Standard 9: IT protection
statement | Confirmation that default passwords were changed | Router; Access points | The factory passwords on the router and switch were changed. | 9.1.1
report | Penetration Test Report | Executive summary; Scope; Findings; CVSS | The CREST tester found two medium issues. | 9.2.1
plan | Pen test remediation plan | Finding; Severity; Owner; Due | The IT lead reviewed the penetration test and agreed fixes. | 9.2.3
policy | Secure Development Policy | OWASP; Code review; Secrets; Testing | All code is reviewed and scanned before release. | 9.3.1
procedure | SDLC | Design; Build; Static analysis; Release | Threat modelling and SAST are part of every release. | 9.3.1
screenshot | Domain registrar account users |  | Two administrators with MFA can change DNS records; registrar lock on. | 9.3.4
register | IP address register | Range; Purpose; Owner; Reviewed | VPC subnets and the static office IP. | 9.3.5
report | TLS scan results | Host; Grade; Protocols | TLS 1.2 and 1.3 only; HSTS on. | 9.3.6
policy | Cryptography Policy | Encryption at rest; Encryption in transit; Key management | Laptops use full disk encryption and traffic uses TLS 1.2 or better. | 9.3.6; 9.5.2
register | Connected medical device register | Device; Maker; Maintenance | No supplier has remote access. | 9.3.8
log | Security findings remediation tracker | Finding; Source; Severity; Due; Closed | Findings from scans and audits, with time to fix. | 9.4.4
policy | Software installation policy | Approved software; Requests; Local admin rights | Standard users cannot install software. | 9.5.1
report | Device encryption status report | Device; BitLocker; FileVault | Encryption is on for all laptops. | 9.5.2
policy | Change Management Policy | Requests; Approval; Rollback; Emergency change | Every change is approved and recorded. | 9.5.3
other | Network diagram and firewall summary | Office; Cloud network | A firewall stands at each boundary. | 9.6.1
report | Firewall rule review | Inbound rules; Reviewer | Two inbound rules were removed. | 9.6.1
# Standard 10: suppliers
register | Supplier register | Supplier; Service; Contact; Personal data | Hosting, email and support desk suppliers. | 10.1.2
notice | List of sub-processors | Name; Purpose; Location | We use these sub-processors to deliver the service. | 10.1.2
policy | Supplier Security Policy | Due diligence; Contract terms; Monitoring; Exit | IT suppliers hold Cyber Essentials or ISO 27001. | 10.2.1; 10.1.2; 10.2.2
report | Supplier due diligence: hosting provider | Certificates; Assessment | ISO 27001 certificate valid to May 2027. | 10.2.1
form | Third party security questionnaire | Certifications; Access control; Incidents | Does the supplier hold Cyber Essentials Plus? | 10.2.1
contract | Data Processing Agreement | Documented instructions; Sub-processors; Audit; Deletion or return | The processor acts only on documented instructions of the controller. | 10.2.2
screenshot | DSPT organisation search: hosting provider |  | Standards Met 2025-26, ODS code 8AB12. | 10.2.5
log | Supplier incident log | Supplier; Date; What happened; Effect on us | One outage at the email provider. | 10.3.1
`;

/** Documents of a company folder that prove nothing the Toolkit asks, in the same cells. */
export const NO_EVIDENCE = `
policy | Annual leave and holiday policy | Entitlement; Booking leave; Carry over | You get 25 days of holiday and bank holidays. |
policy | Expenses policy | Travel; Subsistence; Claims | Claims are paid at the end of the month with receipts. |
plan | Marketing plan | Audience; Channels; Budget | We will sponsor two events and run a newsletter. |
other | README | Folder structure; How to use this folder | This folder holds our compliance documents. |
other | Policy index | Policies; Procedures; Registers | The table lists every document with its owner and link. |
policy | Equality, diversity and inclusion policy | Commitment; Recruitment | We treat everyone fairly. |
procedure | Grievance procedure | Informal stage; Formal stage; Appeal | Raise a grievance with your manager. |
policy | Intellectual property policy | Ownership; Open source | Inventions made at work belong to the company. |
policy | Anti-bribery and corruption policy | Gifts; Hospitality | We do not offer or accept bribes. |
policy | Modern slavery statement | Our supply chain; Due diligence | We have no tolerance of slavery. |
policy | Health and safety policy | Fire; First aid; Display screens | Report accidents in the accident book. |
policy | PCI DSS policy | Cardholder data; Scope | We do not store card numbers. |
other | Product roadmap | Q1; Q2 | Messaging and video calls come next. |
other | Developer set-up guide | Install; Run the app; Deploy | Clone the repository and run the tests. |
policy | Environmental sustainability policy | Energy; Travel | We reduce our carbon footprint. |
minutes | Sales team weekly | Pipeline; Targets | Two demos are booked with new customers. |
`;

/** CSV files: file name | columns | a row | items. The title is the file name, as for any table without one. */
export const TABLES = `
ROPA.csv | Processing activity; Purpose; Lawful basis; Data subjects; Recipients; Retention | Referrals; Care; Art 6(1)(e); Patients; Trust; 8 years | 1.1.2
iar-2026.csv | Information asset; Owner; Location; Personal data?; Protection | Patient database; CTO; London; Yes; Encrypted | 1.1.2
data-flows.csv | From; To; Data; Method; Lawful basis | Trust; Platform; Referrals; API; Art 6 | 1.1.2
risks.csv | ID; Risk; Likelihood; Impact; Score; Mitigation; Owner | R1; Ransomware; 3; 5; 15; Backups; CTO | 1.3.6
spot-checks.csv | Date; Checked by; What was checked; Finding; Action | 2026-03-01; A Lee; Clear desk; None; - | 1.3.2
retention.csv | Record type; Retention period; Starts; Disposal action | Tickets; 2 years; Closure; Delete | 1.4.1
disposals.csv | Asset; Serial; Disposed on; Method; Wiped by | Laptop 4; C02X; 2026-01-04; Secure erase; B Shah | 1.4.3; 7.1.6; 1.4.2
inductions.csv | Name; Start date; Induction completed; Data security module | C Roe; 2026-02-01; 2026-02-02; Yes | 2.1.1
training.csv | Employee; Course; Date completed; Score; Certificate | D Fox; Data Security Awareness; 2026-05-01; 90%; yes | 3.2.1
tna.csv | Role; Training needed; Frequency; Priority | Developer; Secure coding; Yearly; High | 3.1.1
people.csv | Name; Job title; Department; Start date; Leaving date | E Jones; Developer; Engineering; 2024-01-02;  | 4.1.1
user-access.csv | User; System; Role; Granted; Last reviewed | E Jones; CRM; Editor; 2024-01-03; 2026-06-01 | 4.2.4
leavers.csv | Name; Last day; Accounts disabled; Equipment returned | F Hall; 2026-03-31; 2026-03-31; Yes | 4.2.4
admin-accounts.csv | Administrator; System; Agreement signed | G Cole; Azure; 2026-01-05 | 4.3.1
mfa-status.csv | User; System; MFA enabled; Method | E Jones; Microsoft 365; Yes; Authenticator app | 4.5.3
actions.csv | Action; Raised; Owner; Due date; Status | Update starter form; 2026-02-01; H Dean; 2026-03-01; Done | 5.2.1
incidents.csv | Date discovered; Description; Severity; Reported to ICO; Root cause; Closed | 2026-03-02; Misdirected email; Low; No; Autocomplete; 2026-03-05 | 6.1.1
phishing.csv | Month; Phishing emails reported | 2026-04; 7 | 6.2.6
assets.csv | Asset tag; Type; Make and model; Serial number; Operating system; Assigned to | A1; Laptop; ThinkPad; PF1; Windows 11; E Jones | 7.1.1; 8.1.2
software.csv | Software; Version; Vendor; Licence; Owner | Slack; SaaS; Slack; 14 seats; CTO | 7.1.1
dependencies.csv | System; Criticality; Depends on; RTO | Portal; High; Identity provider; 4 h | 7.1.5
contacts.csv | Name; Role; Mobile; Email; Out of hours | A Lee; SIRO; 07700 900123; a@example.com; yes | 7.3.2
restores.csv | Date of test; Backup restored; Result; Duration; Tester | 2026-06-01; Database; Success; 40 min; E Jones | 7.3.4
support-dates.csv | Product; Version; End of support; Action | Ubuntu; 22.04; 2027-04; None | 8.1.4
vulnerabilities.csv | CVE; CVSS; Component; Found; Fixed | CVE-2026-1; 7.5; openssl; 2026-02-02; 2026-02-08 | 8.4.3; 9.4.4
changes.csv | Change; Requested by; Approved by; Date; Rollback; Result | Open port; E Jones; CTO; 2026-02-02; Close; OK | 9.5.3
encryption.csv | Device; User; Disk encryption; Checked | A1; E Jones; BitLocker on; 2026-06-01 | 9.5.2
suppliers.csv | Supplier; Service provided; Contact; Personal data handled | Hostco; Hosting; help@example.com; Yes | 10.1.2
supplier-assurance.csv | Supplier; Certificate; Certificate number; Expiry date | Hostco; ISO 27001; IS 123; 2027-01-01 | 10.2.1
processor-contracts.csv | Processor; DPA signed; Article 28 terms; Review date | Hostco; 2025-01-01; Yes; 2026-01-01 | 10.2.2
`;

/** The lines of a table of samples as cells; lines that begin with `#` are headings. */
export function samplesOf(table: string): string[][] {
  const lines = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}
