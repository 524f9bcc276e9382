import type { SignalsByRule } from './signal.ts';

/** Standards 2 to 4: staff responsibilities, training, and who may reach what. */
export const PEOPLE_AND_ACCESS_SIGNALS: SignalsByRule = {
  '2.1.1': {
    titles: `
      induction; onboarding -offboarding -customer -client -supplier -trust -practice -surgery -hospital -partner -site -live;
      new starter|joiner|employee|staff|hire|recruit -account -leaver;
      starter checklist|pack|guide|form|induction|welcome -leaver -leavers; welcome pack|guide|handbook; orientation;
      first day|week; joining us|checklist *0.8; staff|employee handbook *0.4; probation *0.6; first week|day|morning;
      starting work|here; joining *0.7; joiner -leaver -mover *0.7;
      employee|staff|starter|joiner|hire setup|set|checklist|form|welcome|training -leaver -leaving *0.8`,
    columns: `
      induction; name|starter|employee + start|joined + induction|training|module|completed; starter + start|date`,
    says: `
      induction; first day; first week; new starter; joins; on joining; before access is given; day one; joined on;
      welcome; your manager will; induction completed; starter; week one; first morning; before the login;
      shown how to report; on their first day; new colleague; new colleagues; before given a login; policies read;
      read the policies; e-learning passed; signed off by the manager; buddy; on the first day; within the first week;
      first month; shown how; new people; on starting; starts work; joined us; training on joining; introduced to;
      starter's name; identity checked`,
  },
  '2.2.1': {
    titles: `
      contract employment|clause|staff|employee|template|worker -supplier -processor; employment contract|term|agreement|clause;
      statement_particulars;
      confidentiality agreement|clause|undertaking|declaration|form|statement|code -administrator -admin -privileged -audit -supplier;
      nda staff|employee|contractor|consultant|freelancer|volunteer|director; nda|non_disclosure *0.8;
      volunteer|director|contractor|consultant|freelancer agreement|contract; consultancy agreement;
      human_resource|hr security|policy; code_conduct -administrator -admin *0.8; employee|staff handbook *0.9;
      personnel security; term_employment; staff terms|conditions|responsibilities|confidentiality *0.8; contract clause;
      disciplinary *0.5; screening|vetting policy|procedure|staff|employee *0.7;
      promise|oath|pledge staff|confidentiality|secrecy -admin -administrator *0.7`,
    columns: `
      name|person|employee|staff + contract|agreement|confidentiality + signed|date`,
    says: `
      during and after your employment; after you leave; contract of employment; your employment; the employee;
      the employer; confidentiality, integrity and availability; you must keep; survives termination;
      duty of confidence; disciplinary; undertake to keep; contractor; terms of employment; keep confidential;
      you shall; during your employment; after it ends; breach of this clause; confidential information means;
      gross misconduct; employment is subject; return all property; the Employee shall; the Contractor shall;
      the Consultant; your duties; your contract; terms of your; confidentiality clause; without authority disclose;
      notice period; disclose to any person`,
  },
  '3.1.1': {
    titles: `
      training need; tna; learning need; lna;
      training plan|strategy|requirement|policy|programme|syllabus|standard -incident;
      training awareness|security policy|programme|procedure;
      awareness training|policy|programme -log -record -report -completion; skill matrix|gap;
      competency|competence framework|matrix; training role; learning development|plan; who need training;
      training matrix *0.8; training @policy|plan *0.8; who learn|needs|trained what|need; learn who|what|role *0.8`,
    columns: `
      role + training|course|module|needed;
      role|team|group|job + training|course|learning|needed|required + frequency|often|priority|how`,
    says: `
      training needs; each role; every role; role needs; needs analysis; training required; how often; gap;
      training plan; roles and training; approved the analysis; learning needs; who needs to learn; by job;
      needs to know; roles and the training; for every job; by role; each job; what they know; needs for;
      identified needs; priority groups; refresher every; role requires; training by role; gaps found; where the gaps;
      course for; who must; developers need; board needs; training this year; all roles; levels of training;
      what each role`,
  },
  '3.2.1': {
    titles: `
      training log|record|register|completion|tracker|report|compliance|status|rate|certificate|export|result|stats|list -need -needs -siro -dpo -specialist -induction;
      training annual|refresher|mandatory|staff|year *0.8; training matrix *0.75; elearning report|record|export|completion|certificate;
      data_security_awareness; dsat|dsa training|log|record; awareness completion|record|log|result|tracker|export;
      training @log|register|report|certificate|screenshot -need -specialist -siro -dpo -induction *0.8;
      cyber|gdpr|data|security training log|record|register|completion|certificate; course completion|completed *0.8;
      who done|completed training|course; who finished|completed|passed|trained|done training|course|learning|elearning;
      elfh|e_lfh|esr|moodle|litmos training|export|report|record|certificate`,
    columns: `
      name|person|employee|staff|learner|user|who + course|training|module|title|elearning + complete|completion|date|passed|score|done;
      employee|name|staff|person + training|course + expiry|expires|due|score|status;
      name|person|employee|learner|staff + completed|passed|completion + score|certificate|result|mark;
      name|person|employee|staff + course|training|module + finished|passed|score|certificate`,
    says: `
      data security awareness; completed the training; completion rate; per cent; completed in the last 12 months;
      certificate number; passed; annual refresher; level 1; of staff; completed the module; module completed;
      completed on; pass mark; not yet completed; still to complete; on long-term leave; learners; learner;
      staff completed; completed by; have completed; training year; e-learning; annual training; completion;
      passed with; quiz score; overdue training; everyone has completed; finished the course`,
  },
  '3.3.1': {
    titles: `
      specialist training|course|qualification|certificate|skill; professional qualification|certification;
      qualification register|list|log|security|staff|record *0.8; practitioner certificate|course; cpd log|record *0.8;
      certificate practitioner|cissp|cism|cipp|comptia|bcs; cissp|cism|cipp; course specialist|courses;
      secure coding training|course|certificate *0.8; lead implementer|auditor *0.7`,
    columns: `
      qualification|certification + person|name|holder|who + provider|body|date|awarded;
      person|name + course|qualification + provider|awarding|body`,
    says: `
      BCS; CISSP; CIPP/E; CISM; practitioner certificate; specialist course; awarding body; lead implementer;
      certified; provider; Security+; qualification; practitioner; lead auditor; SANS; ISACA;
      security engineer course; exam; awarded; secure coding course; holds; holds the; renewed to; AWS certified;
      Microsoft certified; postgraduate; professional body; CISMP; security certification; specialist courses;
      attended the course; course for developers; ethical hacker`,
  },
  '3.4.1': {
    titles: `
      siro|dpo|caldicott|ig_lead training|course|certificate|cpd|briefing; lead|leader|leadership training|course|cpd|competence;
      board|director|executive cyber|security|training|briefing training|course|certificate|workshop;
      role|responsible|holder training certificate|record|suitable|holders *0.8; senior_information_risk_owner training|course;
      data_protection_officer training|certificate|course|cpd; competence record|key|role *0.8`,
    columns: `
      role + holder|name|person + course|training|qualification`,
    says: `
      SIRO course; training for the SIRO; DPO training; Caldicott Guardian course; suited to the role; role-holders;
      responsible person has completed; directors attended; board training; senior owners; refresher for the DPO;
      leads have been trained; went on the course; training for directors; SIRO attended; DPO completed;
      course for senior; course for directors; board workshop; board toolkit; board cyber; trained for the role;
      training for their role; Caldicott course; certificate of attendance; leadership course;
      completed the course for; the DPO holds; role asks of; responsible for data security has;
      senior information risk owner course; the training of our leads; directors' training; SIRO training`,
  },
  '4.1.1': {
    titles: `
      staff list|register|role|directory|roster|headcount -training -contact -emergency -handbook;
      people list|register|role|directory; employee list|register|directory|roster; organisation|org chart|structure;
      organogram *0.7; who_who; hr extract|export|list|report|register; payroll list|extract|export;
      starter leaver list|log|register|joiner; headcount; team list|role|directory *0.8; role list *0.8; who_works here|us;
      who|everyone works|people here|team|company *0.7`,
    columns: `
      name|employee|person + job|role|title|position + start|joined|left|leaving|leaver|department|end;
      name|employee|person + job_title|position; name + role|job + contract|employment|status|type`,
    says: `
      job title; started; leaving date; start date; current staff; headcount; employed; contractors included;
      permanent; part-time; full-time; employee number; staff number; line manager; FTE; end date; date started;
      date left; starter date; department; agency; fixed term; team and role; current employees; people employed;
      on the payroll; people who work`,
  },
  '4.2.2': {
    titles: `
      access incident|mismatch; inappropriate|excessive|wrong|unauthorised access incident|report|summary|nil|return;
      access nil|summary return|incident`,
    says: `
      too much access; too little access; access did not match; access rights; inappropriate access; no incidents;
      role did not match; wrong access; caused by access; more than their job; more than they should;
      less access than; nobody could see; had access they should not; reach more than; more than their role;
      kept from what they needed; wrong level of access; could see records; excess permissions; old access;
      kept rights; access they should; rights they should; access was wider; looked at records;
      permissions were wrong; wrongly given; access caused; access permissions`,
  },
  '4.2.4': {
    titles: `
      mover|leaver|jml -list; joiner leaver|mover -list; joiner -list *0.6; leaver process|checklist|procedure|form|policy|leavers|access; leaver;
      leaving company|staff|employee|us|checklist|process|access|people|someone; offboarding; onboarding offboarding;
      access control policy|procedure|standard|management -physical -door; access control -physical -door -premises *0.9;
      access review|recertification|audit|matrix|request|register|list|rights|management|form|permission -subject -sar -privileged -incident -dns -door;
      user access|account|permission|list -privileged -agreement -training; permission review|matrix|audit;
      iam|identity policy|standard|procedure|review|management|matrix|access;
      account review|management|deactivation|provisioning|removal|list|closure|access *0.8; deprovisioning|provisioning;
      starter leaver form|process|procedure|checklist|mover; exit checklist|interview|process; rbac *0.8;
      third_party|supplier access|remote *0.7; who access|log|into what|system; access @policy|procedure -subject -physical *0.6;
      role_based access *0.8; someone|people|somebody leaves|goes|left; last day checklist|list|form|steps;
      goodbye|going|exit checklist|list|form|steps|procedure; access onboarding|termination|lifecycle|provisioning|revocation;
      onboarding termination; termination policy|procedure|checklist|process|access -contract;
      employee|staff|starter setup|set form *0.6; account management|creation|lifecycle user`,
    columns: `
      user|account|username|person|name + system|application + role|access|permission|level|privilege|granted;
      leaver|left|last_day|leaving + account|access|disabled|revoked|removed|closed|mailbox;
      access + reviewed|reviewer|decision|revoked + user|system|account; user + access|permission|role + review|granted|approved`,
    says: `
      joiners, movers and leavers; when someone leaves; shared inboxes; shuts logins; kit back; HR lets IT know; last working day; last day; accounts are closed;
      access is removed; access removed; disabled; revoked; shared mailbox; shared mailboxes; access rights;
      access review; changes role; return equipment; least privilege; line manager tells; permissions; leaver;
      hands back; logins closed; account closed; accounts closed; switch off the login; people who leave; changes job;
      moves team; account is disabled; accounts are disabled; disables the account; groups removed;
      collects the laptop; person's end date; end date; changes team; old rights; rights are taken away;
      quarterly review; dormant accounts; unused accounts; access list; access granted; grants access; HR tells IT;
      ticket is raised; remove access; removed from; rights reviewed; deactivated; same day; access is given;
      request for access; someone leaves; accounts of leavers; accounts reviewed; still needed; joins or leaves;
      user list; leaving date`,
  },
  '4.3.1': {
    titles: `
      privileged access|user|account agreement|undertaking|declaration|confidentiality|form|register|list;
      admin|superuser agreement|undertaking|confidentiality|code|declaration|terms|register|list|account|rights -log -local;
      system_administrator -log; privileged access|user|account management|policy|standard *0.85; pam *0.8;
      it support|provider|msp|managed contract|agreement|confidentiality -questionnaire *0.8; account separation *0.6;
      root|global|domain admin|access *0.8; remote administration *0.6; who admin; administrator|privileged promise|pledge|oath;
      keys kingdom`,
    columns: `
      administrator + agreement|signed|confidentiality; admin|privileged + system|account + signed|agreement|date|since;
      name|person|who + admin|privilege|root + signed|agreement; who|name|person + hold|rights|admin + promise|signed|agreement`,
    says: `
      administrator agreement; higher standard of confidentiality; admin rights; administrator rights;
      privileged users; signed the agreement; admin account; I will use my administrator; root account;
      global administrator; privileged access; system administrators; signed an agreement; promise; promised;
      these rights only; the highest rights; admin promise; given administrator; higher rights; elevated rights;
      elevated access; everyday tasks; separate administrator; course of my duties; my administrator;
      I understand that; I undertake; undertake not; will not use; in confidence; admin accounts;
      agreement for administrators; signed by each; privileged account; engineers with; admin holders; holders of`,
  },
  '4.3.3': {
    titles: `
      acceptable use; aup; acceptable_usage; staff|employee|user|workplace monitor; monitoring notice|statement|banner|reminder;
      internet|email|web use|usage|policy -security *0.9; it use|usage policy|rules|agreement *0.8;
      computer|system use|usage policy|rules|agreement|notice; logon|login banner|message|notice; banner *0.7;
      social_media *0.35; policy acknowledgement *0.5; fair use; what watch|monitor|see staff|use|computers;
      rules using|use computers|systems|email|internet|laptop`,
    says: `
      may be monitored; is monitored; we monitor; can be monitored; personal use; acceptable use; prohibited;
      log-on banner; reminded; web filtering; browsing; misuse; by logging in; reminder goes to;
      mail can be monitored; we can see; what you do on work; use of work systems; may be looked at;
      looked at and recorded; use is logged; private use; personal use is; use of the internet;
      used in an investigation; company laptops; company systems; unacceptable use; games; offensive; gambling;
      you must not; misuse of; use of email; internet connection; monitoring of; not for private; downloading;
      company equipment; must not be used; equipment is for`,
  },
  '4.4.1': {
    titles: `
      audit log|trail; logging -call;
      log management|review|policy|retention|monitoring|access|config|settings -action -incident -training -visitor;
      security monitoring; monitoring logging|security|policy -staff -employee -supplier; siem; administrator log|activity|audit;
      privileged access|account|session management|monitoring|activity|log|policy *0.85; pam *0.8; account separation *0.8;
      remote administration *0.8; cloudtrail|sentinel; break_glass; event logging|monitoring; what administrators did|do|does;
      watching administrators; system audit|monitoring; audits monitoring *0.8; splunk|cloudwatch|wazuh|guardduty|elk *0.8`,
    columns: `
      log + retention|access|reader|enabled|who; admin + action|activity + time|date|when; log_source|source + retention|logged`,
    says: `
      audit log; audit logs; audit trail; logs are kept; log retention; administrator activity;
      administrators' actions; who can see the logs; read the logs; tamper; log entries; logging is on;
      admin activity; log review; security events; CloudTrail; written to; is logged; are logged; logged and;
      logs are; kept for thirteen; who can read; read-only; cannot alter; alter the record; alter the logs;
      administrative actions; log store; append-only; sign-in logs; log analytics; log access; admin actions;
      sessions are recorded; session recording; recorded and; audit records; who did what; log entry; logs held;
      reviewed weekly; logins of administrators`,
  },
  '4.5.3': {
    titles: `
      mfa; multifactor; multi factor; 2fa; two factor|step; passwordless; conditional access; authenticator; second factor|step;
      2sv; passkey|fido2|fido; security key *0.7; single_sign|sso *0.7; strong authentication;
      second lock|key|check|step|factor login|sign|signin|accounts; sign|login|log two|second|strong|extra;
      entra|azure_ad|okta|duo|authenticator mfa|conditional|access|export|policy|sign`,
    columns: `
      mfa; 2fa; multi_factor; user|account|name|system + mfa|2fa|factor|authenticator|multifactor; second_factor|factor|two_step`,
    says: `
      multi-factor authentication; second factor; MFA; MFA is enforced; authenticator app; security key; two-step;
      MFA exceptions; sign-in requires; conditional access; passkeys; second step; two steps; second sign-in step;
      passkey; without a second factor; number matching; blocked without; excluded accounts; require a second;
      require multi-factor; legacy authentication; legacy protocols; methods allowed; emergency account;
      security defaults; phishing-resistant; sign-in from outside; from outside; hardware key; hardware keys;
      second proof; code from an app; one-time code; enforced for all; all users; exceptions approved; push;
      sign-in method; text message code; break-glass`,
  },
  '4.5.4': {
    titles: `
      password -factory -default -router -wifi -network_equipment; passphrase;
      password policy|standard|guidance|rule|guide|manager;
      authentication policy|standard|password -multi -multifactor -passwordless *0.8;
      credential policy|guidance|management|hygiene -default *0.8; three random words; login|logon guidance|rules *0.6;
      1password|lastpass|bitwarden|keeper|dashlane *0.9`,
    says: `
      three random words; password manager; at least 12 characters; characters; never share; password; passwords;
      strong password; reuse; lockout; one account per person; own account; wrong attempts; failed attempts;
      locks the account; not shared; never give; another site; used elsewhere; random words; unique; at least twelve;
      minimum of; changed if; suspected; keep it in the vault; own login; forced change; common passwords;
      twelve characters; ten attempts; blocked list; writing down; kept in the manager`,
  },
};
