/** File | title | kind | text | items: what a company of a dozen people keeps, as in `CODED_TITLES`, with titles that half say what they are. */
export const SMALL_COMPANY = `
tests.xlsx | Tests | register | Date; What we restored; From; Took; Checked by; OK? // 4 Mar; orders db; nightly 3 Mar; 38 min; TB; yes // 2 Jun; file share; 2 Jun 01:00; 12 min; AL; yes | 7.3.4
Register.xlsx | Register | register | ID; Threat; Chance (1-5); Effect (1-5); Score; What we do about it; Owner // R1; Phishing leads to account takeover; 4; 4; 16; MFA, training; CTO | 1.3.6
Statement for the Trust.docx | Statement for the Trust | statement | Oakleaf Digital confirms that all patient data held for the Trust is encrypted on the wire using TLS 1.2 or above, that emails carrying patient details go through NHSmail, and that file exchange is by SFTP. | 9.3.6
response-to-icb.md | Response to the ICB | email | You asked who is accountable for data security here. Our SIRO is Hannah Marsh, Operations Director, appointed by the board on 2 February 2026. Our Caldicott function is provided by Dr Lowe, and the DPO service is bought from Privacy Partners. | 1.1.5
office rules.txt | Office rules | other | Last one out: lights, windows, alarm. Nobody lets a stranger in behind them. Deliveries wait in the lobby. Lock your screen whenever you get up, put papers in the cabinet at night. The keys are with Jo and Sam only. | 1.3.13
Laptops.csv | Laptops | register | Asset; User; BitLocker; Checked // L1; Jo; On; 3/5/26 // L2; Sam; On; 3/5/26 | 9.5.2
Laptops 2.csv | Laptops | register | Asset tag; Serial; Issued to; Date out; Date back // L1; 5CX; Jo; 3/5/25;  | 8.1.2
joiners.md | Joiners | procedure | On day one the new person reads the security and data protection policies, takes the e-learning and is shown how to spot phishing and how to report an incident. The line manager ticks each step on the checklist; access to live data is only given afterwards. | 2.1.1
exit.md | When people go | procedure | HR lets IT know a week before. On the final afternoon IT shuts the person's logins, removes them from shared inboxes, and gets the kit back. The form is filed. | 4.2.4
third parties.csv | Third parties | register | Name; Service; Personal data?; Where; Contract end; Contact email // Mailjet; email; names, emails; EU; 2027; x@y | 10.1.2
certs.csv | Certificates | register | Supplier; Scheme; Cert no; Expires // AWS; ISO 27001; 123; 2027 // Node IT; CE Plus; 77; 2026-12 | 10.2.1
toolkit check.md | Toolkit check | report | Searched on dsptoolkit.nhs.uk on 3 June 2026. Mailjet - not registered, equivalent assurance asked for. Node IT Ltd, ODS code 8KX11, Standards Met 2025/26. | 10.2.5
IT report June.pdf | Monthly IT report | report | Prepared by Node IT. Patching: 38 of 39 machines up to date, one laptop 21 days behind and chased. Critical updates released on 10 June were on all machines by 17 June. Firmware on the two switches updated. | 8.3.5
AV.png | AV console | screenshot | Protected 39. Needs attention 0. Definitions up to date 39. Threats blocked in the last 30 days 3. | 6.2.1
board 0426.docx | Board 04/26 | minutes | Attending: HM, DL, PQ. 1. Minutes of 01/26 agreed. 2. Matters arising: action 14 closed, action 15 late. 3. Risk: no change. 4. Incident of 3 March. 5. Dates. | 5.2.1
incident 3 march board.docx | Board note, incident of 3 March | minutes | The board heard what happened on 3 March, when a spreadsheet was emailed to the wrong practice. It agreed the three steps proposed and asked for a note when they are finished. | 6.1.2
Review 3 March.docx | Review of 3 March | report | A spreadsheet with 40 patients was sent to the wrong practice. It happened because addresses fill themselves in. The sender was in a hurry and there was no second check. We switched off the feature and now send links, not attachments. In May we looked whether people do. | 5.1.1
log 2026.csv | Log 2026 | log | No; Date; What happened; How found; Severity; Reported to ICO?; Closed // 1; 3 Mar; email to wrong practice; recipient rang; medium; no; 10 Mar | 6.1.1
how we look after paper.md | How we look after paper | policy | Visit sheets with names are kept in a zipped case when travelling, go straight back to the office, and are never left on a seat or in the boot overnight. At home they are locked away from family. | 1.3.12
phones.md | Phones | policy | Every work phone has a six digit code and locks itself. If yours goes missing tell IT at once, day or night; it will be wiped over the air. Do not put your own SIM in it. | 1.3.14
using your own.md | Using your own | policy | You may use a phone of your own for mail if it has the company portal app. Laptops of your own are not allowed. We can remove company mail from it when you leave. | 1.3.11
monitoring.md | A word about monitoring | notice | We record which websites are opened on our laptops and can read work mail where there is a reason to. A bit of personal use is fine. Nothing illegal, nothing offensive. | 4.3.3
admins.md | Admins | form | I hold domain admin rights. I will use my separate admin login only for admin work. I will not look into people's files or mailboxes unless asked in writing, and keep what I see to myself. Signed: T Bell | 4.3.1
Sign-in.csv | Sign-in | register | System; Internet facing; Second step; Method; Exception approved // M365; yes; on; app; - // AWS; yes; on; key; - | 4.5.3
password guidance.pdf | Choosing well | notice | Pick three random words. Let the password manager make the rest. Not the same one twice. Nobody, not even IT, will ask you for it. | 4.5.4
TNA.xlsx | Training | register | Role; Needs; How often; Course; Priority // Developers; secure coding; yearly; OWASP course; 1 | 3.1.1
training.xlsx | Training | register | Name; Team; Data security e-learning done; Score; Next due // Jo; Ops; 3 May 26; 90; 3 May 27 | 3.2.1
courses.xlsx | Courses | register | Person; Qualification; Body; Awarded; Renew by // Tom; CISMP; BCS; 2024; - // Jo; CIPP/E; IAPP; 2025; 2027 | 3.3.1
people.xlsx | People | register | First name; Surname; Job title; Start date; End date; FTE // Jo; Hill; Ops manager; 2021-02-01; ; 1.0 | 4.1.1
what if.md | What if | plan | What if there is no power? What if the office is shut? What if the internet is down or we are hit by ransomware? For each: who takes charge, how customers are told, how we carry on, and how soon each service has to be back. | 7.1.2
exercise june.md | June exercise | report | Six of us sat down for an hour and half with a scenario: the hosting account is taken over on a Friday night. We talked through the plan step by step. The contact list was out of date. Good: decisions quick. | 7.2.1
exercise june to do.md | To do after June | log | 1. Update contact list - Sam - 30 June. 2. Second person for the hosting account - Tom - 15 July. 3. Print the plan - Jo - done. | 7.2.2, 5.2.1
copies.md | Where our copies live | statement | Database copies go to a bucket in another cloud account in Dublin with object lock set to 35 days. Our everyday logins cannot reach it. A monthly copy is on a disk in the bank. | 7.3.6
jobs.csv | Jobs | log | Backup job; Started; Finished; Result; Size // orders; 01:00; 01:14; success; 12 GB | 7.3.1
what we run.csv | What we run | register | Software; Version; Supported until; Plan // Ubuntu; 20.04; April 2025; upgrade in May // Windows; 11; 2031; - | 8.1.4
servers.csv | Servers | register | Server; OS; Database; Last patched; Support ends // web1; Ubuntu 22.04; -; 3 June; 2027 // db1; RDS; Postgres 16; auto; 2028 | 8.4.2
server setup.md | Setting up a server | procedure | Start from the hardened AMI. Remove what is not needed. No password logins over SSH. Security groups opened only by pull request. Run the CIS script and keep the output. | 8.4.1
inspector.pdf | Inspector findings | report | Critical 0. High 2 (CVE-2026-0771 openssl, CVE-2026-1190 curl). Medium 9. Scan of 18 images and 6 instances on 14 June. | 8.4.3
findings.csv | Findings | register | Finding; Source; Severity; Opened; Due; Closed; Owner // openssl; Inspector; High; 14 Jun; 28 Jun; 20 Jun; TB | 9.4.4
report.pdf | Security assessment of the Oakleaf portal | report | Commissioned by Oakleaf Digital. Carried out 7 to 11 April by two testers. Scope: portal, API, mobile app. Out of scope: denial of service. Summary of findings: 0 critical, 1 high, 4 medium. Recommendations follow. | 9.2.1
portal fixes.csv | Portal fixes | log | Ref; Issue from test; Rating; Fix; Who; Retest // H1; IDOR; High; ownership check; TB; passed 2 May | 9.2.3
building software.md | How we build software | procedure | Work is planned with a threat model. Every merge needs a review by another engineer. Semgrep and Dependabot run in the pipeline; we do not release with a high finding. Secrets live in the vault. | 9.3.1
network.pdf | Our network | report | Internet - firewall - office LAN (staff, guest kept apart). VPC: public subnet holds the load balancer, app and data in private subnets. Inbound only 443. Rules looked over on 4 May. | 9.6.1
ranges.csv | Ranges | register | CIDR; VPC; Purpose; Reviewed // 10.0.0.0/16; prod; app; May 26 | 9.3.5
domains.csv | Domains | register | Domain; Registrar; Who can change it; 2FA; Expires // oakleaf.example; Gandi; Tom, Jo; yes; 2028 | 9.3.4
wifi box.md | The box in the cupboard | statement | The broadband router and the two access points were set up by Node IT in March 2025. The passwords printed on the labels no longer work; the new ones are in the vault. | 9.1.1
installing.md | Installing things | policy | You have a standard account and cannot install software yourself. Ask in the IT channel. If it is on the list you get it the same day; if not, the CTO decides. | 9.5.1
changes.csv | Changes | log | No; Change; Asked by; Approved by; Date live; Rolled back? // 44; Postgres 15 to 16; TB; HM; 3 May; no | 9.5.3
ask us.md | What we do with what you tell us | notice | Oakleaf is the data controller for this website. We keep your name and email to answer you, for one year. You can ask to see it or have it deleted. If we get it wrong, complain to the ICO. | 1.1.3
what we hold.csv | What we hold | register | Data; About whom; Why; Legal basis; Shared with; How long // contact details; patients; reminders; contract; SMS firm; 2 years | 1.1.2
keeping.csv | Keeping | register | Record; Years; Counted from; Then // Contracts; 6; end; shred | 1.4.1
shredding.pdf | Terms of service: shredding | contract | We collect your locked sacks monthly, shred them to BS EN 15713 within 24 hours and send a certificate of destruction. | 1.4.2
old kit.csv | Old kit | log | Item; Serial; Wiped how; Date; By; Went to // Laptop; 5CX; Blancco; 3 May; TB; recycler | 1.4.3
DPIA 3.docx | Reminder calls | form | Describe the processing: automated calls to patients. Is it necessary and proportionate? Risks to individuals: calls to the wrong number. Measures. DPO advice: go ahead. Signed off 4 May. | 1.3.8
agreement mailjet.pdf | Agreement with Mailjet | contract | The processor shall process personal data only on the controller's documented instructions and shall not engage another processor without prior authorisation. On termination it shall delete or return the data. | 10.2.2
suppliers incidents.md | Asked around | statement | In May we asked all eleven suppliers if they had suffered a breach or a cyber attack in the past two years. Ten said no. SMS Direct had an outage in 2025 after a ransomware attack; our data was not touched. | 10.3.1
early warning.eml | RE: Welcome to Early Warning | email | Thanks for registering. We will notify you when we see your IP addresses or domains in our threat feeds. | 8.3.8
update settings.png | Windows Update for Business | screenshot | Ring: Broad. Quality update deferral 4 days. Deadline 3 days. Grace 1 day. | 8.3.2
phish june.md | Phish of the month | report | 34 reports came in with the button in June, up from 22. Nine were real. Well done to support. | 6.2.6
medical.csv | Clinic kit | register | Device; Manufacturer; Maintained by; Network; Remote access // Spirometer; MIR; MIR; clinic vlan; no | 9.3.8
matters.csv | What matters most | register | Service; Rank; Depends on; Owner // Booking; 1; db, SMS; Tom | 7.1.5
crisis box.md | Crisis box | plan | In the red box: clean laptop, list of numbers, insurer's policy number, forensic firm's hotline, roles for the first hour. The retainer with CyberAid runs until March. | 7.1.3
numbers.pdf | Numbers | form | Print me. Hannah 07700 900001. Tom 07700 900002. Hosting 0800 496 0001. Insurer 0800 496 0002. Police 101. | 7.3.2
customer contract.pdf | Master services agreement | contract | The Customer shall pay the charges within thirty days of invoice. The Supplier shall provide the Service with reasonable skill and care. Service credits apply where availability falls below 99.5 per cent in a month. Either party may terminate on ninety days' notice. |
roadmap.md | Roadmap | plan | Q1: new calendar. Q2: integration with GP systems. Q3: patient app redesign. Q4: reporting. We will talk to ten practices before each. Design reviews are on Tuesdays. |
handover.md | Support rota | other | Monday Jo, Tuesday Sam, Wednesday Tom. If you swap, change the calendar. Phones are answered from eight to six. Use the script for opening and closing a call. |
safety case.md | Clinical safety case | report | Hazard 3: reminder sent for a cancelled appointment. Cause: late cancellation. Existing control: check one hour before. Residual risk: acceptable. Clinical safety officer: Dr Lowe. DCB0129. |
user manual.pdf | Oakleaf Reminders: user manual | other | To send a message, open the patient list and tick the names. Choose a template. Press Send. To see replies open the inbox. To reset your password click the link on the sign in page. Administrators can add users under Settings. |
release 5.md | What is new in 5.1 | other | Faster search. You can now export the calendar. We fixed a bug where the clock was an hour out. Minor improvements to security and performance. |
menopause.md | Menopause at work | policy | We want everyone to feel able to talk to their manager. Adjustments can include a desk fan, changes of hours or working from home. Confidential advice is available by telephone. |
parental.md | Time off for families | policy | You may take up to 52 weeks. Tell us fifteen weeks before. Your pension carries on. Keeping in touch days are agreed with your manager. |
travel.md | Getting about | policy | Book trains in advance, standard class. Mileage is 45p. Hotels up to 120 pounds. Claim within a month with receipts. Hire cars need a director's approval. |
case.md | Better mornings at Hillside | other | Hillside Surgery cut missed appointments by a third. Dr Patel says patients like being able to reply. The practice looks after 11,000 people and went live in three weeks. |
pitch.pdf | Why Oakleaf | other | Trusted by 200 practices. Secure, simple, supported. Hosted in the UK, Cyber Essentials certified, integrates with EMIS and SystmOne. Talk to us for a demo. |
onboarding plan.md | Getting started with Oakleaf | procedure | Step 1 kick-off call. Step 2 we set up your accounts. Step 3 training for your staff by video. Step 4 test messages. Step 5 go live. Your project manager is with you throughout. |
sustainability.md | Green plan | plan | We aim for net zero by 2035. We measure energy and travel each year, repair laptops rather than replace them and choose hosting that runs on renewable power. |
slavery.md | Modern slavery statement | statement | We do not tolerate slavery in our supply chain. We ask suppliers about their practices and review the answers each year. Approved by the board. |
away day.eml | Away day | email | Thursday 4 June at the barn. Bring wellies. We will talk about the year ahead, then there is a barbecue. Tell Jo what you do not eat. |
complaints.md | Complaints | policy | We reply within three working days and send a full answer in twenty. If you are still unhappy you may go to the ombudsman. We keep a record of complaints and learn from them. |
finance.csv | Invoices | register | Invoice; Customer; Amount; Due; Paid // 1001; Hillside; 990; 1 May; yes |
sprint.md | Retro 14 | other | Went well: release on time. Did not: flaky tests. Try: pairing on Mondays. Actions: Sam to fix the build, Jo to ask design for icons. |
sla.md | Service levels | other | Support hours 8 to 6 Monday to Friday. Priority 1: answer in 30 minutes, fix in 4 hours. Priority 2: answer in 2 hours. Planned downtime is announced five days ahead. |
stories.csv | Backlog | register | Story; As a; I want; So that; Points // 12; receptionist; to sort the list; I find people; 3 |
`;
