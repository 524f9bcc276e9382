/**
 * Documents by a bare title, and documents in plain words: one a line, cells parted by `|`. The last cell holds the item an assessor
 * would file it under first, then others nobody would object to; an empty one means that it speaks to no item. Category 3, version 8.
 */

/** Title | items: names out of published template sets and of what tools export, with nothing below them. */
export const BARE_TITLES = `
Access Onboarding and Termination Policy | 4.2.4, 2.1.1
Application Security Policy | 9.3.1
Availability Policy | 7.1.2
System Change Policy | 9.5.3
Data Classification Policy | 1.3.1
Code of Conduct Policy | 2.2.1
Confidentiality Policy | 1.3.1, 2.2.1
Business Continuity Policy | 7.1.2
Cyber Risk Assessment Policy | 1.3.6
Datacenter Policy | 1.3.13
Software Development Lifecycle Policy | 9.3.1
Disaster Recovery Policy | 7.1.2
Encryption Policy | 9.5.2, 9.3.6
Security Incident Response Policy | 6.1.1
Log Management Policy | 4.4.1
Removable Media and Cloud Storage Policy | 8.1.2
Office Security Policy | 1.3.13
Policy Training Policy | 3.1.1
Privacy Management Policy | 1.3.1
Remote Access Policy | 6.3.2, 4.5.3
Risk Assessment Policy | 1.3.6
Vendor Management Policy | 10.2.1
Workstation Policy | 9.5.1, 6.2.1, 8.4.1, 1.3.13, 9.5.2, 4.3.3
HR and Personnel Security | 2.2.1
Facility Access and Physical Security | 1.3.13
Mobile Device Security and Storage Media Management | 1.3.14, 8.1.2
Configuration and Change Management | 9.5.3
Breach Investigation and Notification | 6.1.1, 6.1.3
Threat Detection and Prevention | 6.2.1, 8.4.3, 8.3.8, 4.4.1
Data Management Policy | 1.3.1, 1.1.2
Third Party Security Policy | 10.2.1
Asset Inventory Management | 7.1.6, 7.1.1
Policy Management | 1.3.1
Compliance Audits | 1.3.2
System Audits, Monitoring and Assessments | 4.4.1, 1.3.2
Roles and Responsibilities | 1.1.5
Information Classification and Handling | 1.3.1
Operating Procedures for IT Management | 8.3.5, 9.5.3, 8.4.1
Teleworking Policy | 6.3.2
Disposal and Destruction Policy | 1.4.3
Procedures for Working in Secure Areas | 1.3.13
Information Transfer Policy | 9.3.6
Secure Engineering Principles | 9.3.1
Security Clauses for Suppliers and Partners | 10.2.2, 10.2.1
Confidentiality Statement | 2.2.1
Corrective Action Form | 5.2.1, 5.1.1
Internal Audit Checklist | 1.3.2
Management Review Minutes | 5.2.1
Training and Awareness Plan | 3.1.1
BIA Questionnaire | 7.1.5, 7.1.2
Exercising and Testing Plan | 7.2.1
Post Incident Review Form | 5.1.1
Inventory of Assets | 7.1.1
Staff Data Security Policy | 1.3.1
Staff Confidentiality Code of Conduct | 2.2.1
Data Breach Reporting Form | 6.1.1
Caldicott Guardian appointment letter | 1.1.5
Easy read privacy notice | 1.1.3
IAR and ROPA | 1.1.2
Subject Access Request Policy | 1.1.3, 1.3.1
Information sharing agreement | 10.2.2, 1.1.6
Digital asset register | 7.1.1
Cookie Policy | 1.1.3
Terms of Service |
Service Level Agreement |
Safeguarding policy |
Complaints policy |
Clinical safety case report |
Hazard log |
DTAC assessment |
Uptime report |
Software release notes |
Social media policy |
Recruitment policy |
Company values |
Lone working policy |
Procurement policy |
Fire risk assessment |
Sprint retrospective |
Customer contract |
SOP-07 Backup and Recovery | 7.3.1
SOP 12 - User account management | 4.2.4
POL-IT-003 Malware | 6.2.1
ISMS-DOC-A08 Capacity management |
IT Security Policy | 1.3.1
IT Disaster Recovery Runbook | 7.1.2
Cyber Essentials Plus Certificate | 9.2.1, 10.2.1
Cyber incident tabletop - facilitator notes | 7.2.1
ISO 27001 certificate AWS | 10.2.1
AWS SOC 2 report review | 10.2.1
Azure AD conditional access export | 4.5.3
Intune device compliance report | 9.5.2, 8.1.2, 1.3.14, 8.3.5
Microsoft Secure Score | 8.4.1
Dependabot alerts summary | 8.4.3
Qualys scan Q3 | 8.4.3
ZAP baseline scan report | 9.3.1
Sophos Central report | 6.2.1
KnowBe4 phishing campaign | 6.2.6
eLfH training export | 3.2.1
GDPR training certificates | 3.2.1
SSL Labs report | 9.3.6
DNS zone access review | 9.3.4
AWS Backup vault lock | 7.3.6
RDS restore evidence | 7.3.4
Leaver form - J Smith | 4.2.4
New employee setup form | 2.1.1, 4.2.4
Key holder list | 1.3.13
Shredding certificate May | 1.4.2
Laptop wipe log | 1.4.3
ICO fee receipt | 1.1.1
Data protection impact assessment (video consultations) | 1.3.8
DPO appointment | 1.1.5
SIRO annual report to board | 1.3.6, 5.2.1, 1.1.5
Top risks for board Q2 | 1.3.6
Data security and protection annual spot check | 1.3.2
National Data Opt-Out Policy | 1.2.4
Consent form review | 1.1.6
Privacy by Design checklist | 1.3.7
BYOD register | 1.3.11
Pen test letter of attestation | 9.2.1
Penetration test findings action plan | 9.2.3
Patch report - servers | 8.4.2, 8.3.5
Windows 10 end of life plan | 8.1.4, 8.2.1
Legacy server risk acceptance form | 8.2.1
Approved software list | 9.5.1, 7.1.1
Firewall rules export | 9.6.1
VPC and subnet plan | 9.3.5
Router password change record | 9.1.1
Change log 2026 | 9.5.3
Vulnerability tracker | 8.4.3, 9.4.4
Supplier breach notifications log | 10.3.1
Supplier DSPT status check | 10.2.5
Subprocessors | 10.1.2
AWS DPA | 10.2.2
IT support contract with Acme IT | 4.3.1, 10.2.2
Admin confidentiality agreement - Acme IT | 4.3.1
Login banner screenshot | 4.3.3
Emergency contacts card | 7.3.2
Contact cascade | 7.3.2
Business continuity test report | 7.2.1
BC exercise actions | 7.2.2
Incident response runbook | 7.1.3, 6.1.1
Near miss log | 6.1.1
Lessons learned log | 5.1.1
Breach notification letter template | 6.1.3
Board paper: data breach March | 6.1.2
Incident summary statement 2025-26 | 6.3.1, 6.1.1, 4.2.2
`;

/** Title | text | items: people who write as they speak and never use the words of the Toolkit. */
export const PLAIN_WORDS = `
The fee letter | Thank you for your payment. Your organisation remains on the public register of controllers until 4 June 2027. Reference ZA998877. | 1.1.1
What we hold and why | Each row says which information we hold, the reason, the legal ground, who gets it and how it is looked after. Agreed by the directors on 3 May 2026. | 1.1.2
About your information | When you use the app we collect your name and readings. You can ask for a copy, ask us to correct it or complain to the Information Commissioner. | 1.1.3
Hats we wear | Priya answers to the board for information risk. Tom is our data protection officer. Both were appointed on 1 April 2026 by board minute. | 1.1.5
Asking before sharing | Before we pass anything to a carer we ask the patient and write down the answer. They can change their mind at any time. | 1.1.6
Planning and research uses | We looked at whether patients' choice not to have their data used beyond their own care touches us. It does not: we pass nothing on for research. | 1.2.4
Rule book | Covers how we protect personal data, keep records, keep data accurate and secure the network. Approved by the board, version 4, next review 2028. | 1.3.1
Thursday walkabout | Went round at lunch. Three screens unlocked, one file on a desk. Action: remind all. Agreed by the IG lead. | 1.3.2
What keeps us awake | Our three worst are a ransom attack, losing our hosting firm and someone clicking a bad link. For each: what we do, who owns it. | 1.3.6
Less is more | Every new feature starts by asking what is the least data we need. Defaults are private. Only roles that need it can see it. | 1.3.7
Before we build | Any project using patient data answers eight questions first. If two are yes, the DPO helps write an assessment of risks to people, signed by the director. | 1.3.8
Your phone, our email | If you read work mail on your own mobile you must have a lock code, let us remove our data and tell us if you lose it. | 1.3.11
Notes in the car | Visit notes go in the zipped bag, never on the seat, and come back to the cabinet the same day. | 1.3.12
The front door | Fobs for staff, a book for visitors, an alarm at night, cupboards locked. | 1.3.13
If your work phone goes missing | Ring IT at once. We can wipe it from afar. All have six-digit codes. | 1.3.14
Keeping times | Call recordings 6 months, contracts 6 years after they end, patient readings 8 years. Based on the national records code. | 1.4.1
The shred van | The firm comes monthly, shreds in front of us and leaves a certificate. We may visit their depot. Contract last looked at in March. | 1.4.2
End of life for laptops | We overwrite the drive with the tool, note the serial, date and who did it, then give the machine to charity. | 1.4.3
Your first morning | Before you get a login you do the data module, read how to report a mistake and sign. | 2.1.1
Clause 9 | You must keep what you learn about patients confidential, accurate and available only to those entitled, during your employment and after it ends. | 2.2.1
Who learns what | For each job we list the courses they need and how often. Agreed by the IG lead on 2 June. | 3.1.1
eLearning results May | Everyone but one finished the data security module: 19 of 20, 95 per cent. Names and dates below. | 3.2.1
Courses beyond the basics | Ana passed the CISSP in 2025. Tom took the practitioner certificate in data protection. | 3.3.1
Schooling for the people in charge | The SIRO went on the one-day course for senior owners. The DPO did her practitioner refresher. | 3.4.1
Everyone who works here | Name, job, since when, left when. Contractors included. | 4.1.1
Wrong doors | In the last year nobody could see more than their job needed, and no incident came from that. | 4.2.2
Goodbye list | Close mail, chat, code host and shared mailbox logins by 5pm on the last day. Collect the laptop. | 4.2.4
Promise of those with the keys | I hold administrator rights. I will not look at data without a reason. Signed by each admin and our IT firm. | 4.3.1
We may look | Work laptops and mail can be monitored. This reminder goes to all staff each January. | 4.3.3
Watching the admins | Everything an administrator does in the console is written to a log only two directors can read. Kept one year. | 4.4.1
Two locks on every door | Every login needs a password and a code from an app. Two exceptions, agreed by the board. | 4.5.3
Picking a good one | Three random words, a manager to store them, never the same twice, never shared. | 4.5.4
Why the letter went to the wrong house | Autocomplete. We turned it off and added a check. Learned: ask before sending. | 5.1.1
Things we said we would do | Task, who, by when, done. Read out at each directors' meeting. | 5.2.1
Something went wrong: what now | Tell the DPO straight away. She decides within a day if the ICO and the trust must hear. We use the NHS tool. | 6.1.1
Directors' note on the lost laptop | The directors heard of the breach on 4 May and approved the three fixes. | 6.1.2
Dear patient | We are sorry. Your appointment details were sent to someone else. This is what happened and what you can do. | 6.1.3
Virus guards | Every laptop and server has Defender on, definitions from today, none missing. | 6.2.1
Bad mails tally | How many suspicious emails colleagues reported, month by month. | 6.2.6
None to report | No incident in the year to June 2026 came through a weakness that was publicly known. | 6.3.1
Free internet isn't free | Do not join the cafe or hotel network. Use your phone's hotspot. | 6.3.2
Twice bitten | We looked for the same cause within three months. There was none. | 6.3.5
Kit and programs | Make, model, serial, version, who has it. Looked through in May. | 7.1.1
When it all stops | If we are hacked, lose power, the internet or the office: who leads, how we work on, how fast we must be back. | 7.1.2
Ready bag | Spare laptop, insurer's hotline, forensic firm on retainer, passwords in a sealed envelope. | 7.1.3
Crown jewels | Ranked by how badly we'd be hurt without it, with what each leans on. | 7.1.5
Cradle to grave | Each machine has an owner from the day we buy it until it is wiped or sold. We swap at five years. | 7.1.6
The day we pretended to be hacked | Two hours, six people, made-up ransom note. The plan mostly worked. Lessons at the end. | 7.2.1
After the pretend hack | What came out, who fixes it, by when. | 7.2.2
Copies | The database is copied every night and every five minutes. Kept 35 days. Sam checks the job each morning. | 7.3.1
Blue card | Print and keep in your wallet. Mobile numbers of directors, hosting firm, insurer. | 7.3.2
Bringing it back | On 4 March we restored last night's copy to a spare server. 22 minutes. Counts matched. | 7.3.4
The copy nobody can touch | Locked for 30 days in another account. Even we cannot delete it. Not attached to our network. | 7.3.6
Who has which laptop | Serial, person, given on, returned on. Memory sticks are banned. | 8.1.2
In date? | Everything we run and when its maker stops fixing it. | 8.1.4
The old server paper | We still run it because the scanner needs it. It gets no fixes any more. Fenced off. The board accepted this until March. | 8.2.1
How often laptops update | Every seven days, forced after two. | 8.3.2
Keeping up to date | Operating systems and apps update themselves; critical fixes within 14 days; Sam checks the report each Monday. | 8.3.5
Warnings from the national centre | We signed up our domains with the NCSC. Alerts go to Sam, who notes what was done. | 8.3.8
How a server is born | From one script. Nothing running that isn't needed, default accounts gone, only port 443 open. Checked against the CIS list. | 8.4.1
What our servers run | Operating system, database version, patched when, supported until. | 8.4.2
Known holes | We scan every week and get told of new CVEs in our libraries. Today: none critical. | 8.4.3
New passwords for the boxes | The router, switch and wifi points had their factory passwords changed on 3 May. | 9.1.1
What the testers found | Five days in April, the web app and the office network, two highs. | 9.2.1
Fixing what the testers found | Each finding, who, by when, retested. | 9.2.3
How we write safe code | Two people look at each change. Scanners run on every build. OWASP top ten checked before release. | 9.3.1
Who can move our web address | Two people at the registrar, both with a second step. The domain is locked. | 9.3.4
Our numbers on the internet | 10.1.0.0/16 in the cloud, one fixed address at the office. Looked at every six months. | 9.3.5
On the wire | All traffic is TLS 1.2 or newer. Mail to the NHS is encrypted on the way. | 9.3.6
Clinic kit on the network | Blood pressure monitors, maker, who services them, whether the maker can dial in. | 9.3.8
Weak spots and when they were closed | Found by, how bad, due, closed. | 9.4.4
Ask before you install | Laptops refuse programs that aren't on the list. Ask IT. | 9.5.1
Scrambled disks | All 20 laptops show FileVault on. Recovery keys are held by IT. | 9.5.2
Change diary | What, who asked, who said yes, how to undo it. | 9.5.3
Where the walls are | The cloud network lets in only 443. The office router blocks everything from outside. | 9.6.1
Firms that see patient data | Name, what they do for us, who to phone there. | 10.1.2
Are our suppliers any good? | Each IT supplier's Cyber Essentials or ISO number and when it runs out. | 10.2.1
Paper signed with the texting firm | They act only on our written instructions, bring in nobody else without asking and hand back or delete at the end. | 10.2.2
Toolkit standing of our suppliers | Looked up on 4 May: Standards Met, code 8XY12. | 10.2.5
Trouble at suppliers | In the last two years two of our suppliers told us of incidents. Neither touched our data. | 10.3.1
Bike shed rules | Lock your bike. No scooters indoors. |
Lunch rota | Who brings lunch on Fridays. |
How to book a demo | Send the link, pick a slot, invite the sales lead. |
Brand colours | Use the dark green and the logo with space around it. |
Pension letter | Your contributions go up in April. |
How to claim a train ticket | Send the receipt to finance within a month. |
`;
