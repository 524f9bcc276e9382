import type { SignalsByRule } from './signal.ts';

/** Standards 5 to 7: reviews of processes, incidents, and keeping going. */
export const INCIDENTS_AND_CONTINUITY_SIGNALS: SignalsByRule = {
  '5.1.1': {
    titles: `
      lesson learned -exercise -test; root cause; rca; post incident|breach|mortem review|report|analysis; postmortem;
      postincident;
      incident review|lookback|investigation|report|retrospective -policy -plan -procedure -supplier -form -log -template -repeat *0.8;
      incident|breach|inc lookback|retrospective|learning|aftermath; near_miss review|analysis|report|learning -log;
      process review *0.8; five whys; why happened; what went wrong -now -if -tell -suppliers; learning incident|breach|event;
      looking back; learned from_mistake|mistake|breach|incident`,
    says: `
      root cause; lessons learned; what happened; why it happened; what we changed; timeline; contributory; five whys;
      near miss; workaround; process was changed; to stop it happening again; the process that; post-incident review;
      went wrong; looking back; what we saw; did it hold; what let it happen; why did; the way work was really done;
      to stop it; turned it off; added a check; happened because`,
    columns: `
      cause|root_cause + change|lesson|fix -severity -reported_ico`,
  },
  '5.2.1': {
    titles: `
      action tracker|log|list|register|plan -exercise -continuity -penetration -pen -pentest -finding -findings -incident -bcp -dr -treatment *0.9;
      actions -exercise -continuity *0.6; improvement plan|log|register|tracker|policy|programme;
      continual|continuous improvement; management review|meeting -risk -breach; management_meeting;
      board|director|leadership|management|senior minute|report|paper|meeting|pack|update|briefing -risk -breach -mfa -siro *0.7;
      corrective action|preventive; capa; security metric|kpi|kpis|dashboard *0.8; kpi *0.6; board @minutes *0.7;
      progress report security|ig|improvement *0.8; steering|forum|committee|ig_group minute|meeting|notes *0.8; escalation *0.6;
      things|what said|agreed|promised do|done; jobs|tasks|to_do open|list|outstanding|agreed *0.7`,
    columns: `
      action + owner|who|assigned + due|deadline|target|by + status|done|complete|closed|progress; action + owner + status;
      action|task + who|owner + when|by_when|due; improvement + owner|action + status|due`,
    says: `
      actions; open actions; actions from last meeting; overdue; escalated; reported to the board; progress;
      matters arising; RAG; carried forward; due date; present; apologies; process problems; action tracker;
      management meeting; improvement; read out at; said we would; still open; done by`,
  },
  '6.1.1': {
    titles: `
      incident management|response|reporting|policy|procedure|process|plan|handling|log|register|form|tracker -supplier -vendor -repeat -access -notification_template -retrospective -lookback;
      breach reporting|procedure|policy|log|register|management|response|process|form|notification|assessment -supplier -affected -individual -letter -board -minutes;
      security|data|cyber|information|privacy incident|breach -supplier -training -letter -affected *0.9;
      incident -supplier -review -access -repeat -repeated *0.6; near_miss log|register|report;
      how|what|where report breach|incident|problem|mistake; irp *0.9; event log incident|security *0.6;
      breach|incident @procedure|policy|plan|log|register|form -supplier *0.8; 72 hours; if something goes wrong;
      how|what|who|where report|tell|do breach|incident|wrong|problem; if|when something|things|it goes|go wrong;
      mistakes|slips log|record|register|book; something|things|anything wrong now|if|when|what`,
    columns: `
      incident + severity|reported|date|closed|root|impact|discovered;
      breach + reported|ico|severity|date|affected|notified|subjects;
      discovered|detected|found|reported + ico + closed|cause|severity|what;
      what_happened + severity|ico|reported|cause|closed -supplier;
      date + incident|event|happened|near_miss + cause|action|reported|closed;
      happened|known|found|spotted + reportable|ico|told; what|happened + reportable|ico`,
    says: `
      report an incident; report a breach; within 72 hours; 72 hours; tell the DPO; DSPT incident reporting;
      reporting tool; incident log; personal data breach; near misses; notify the ICO; as soon as;
      report it straight away; without undue delay; containment; data security incident; incident response;
      straight away; tell the; decides whether; must hear; who decides; reporting a mistake; hear about it`,
  },
  '6.1.2': {
    titles: `
      breach|incident management|board|director|siro informed|told|approval|sign|minutes|notification|briefing -policy -procedure -plan *0.9;
      breach|incident board|directors|siro|extraordinary; incident|breach @minutes; incident closure|approval;
      board|directors told|informed breach|incident; directors|board note|paper|told|heard lost|breach|incident|leak`,
    says: `
      the board was told; directors were told; directors were informed; approved the actions; reported to the SIRO;
      informed of the breach; approved the remedial; extraordinary meeting; the SIRO approved; directors heard;
      approved the fixes; approved the three; the directors heard; heard of the breach`,
  },
  '6.1.3': {
    titles: `
      breach|incident letter|notification affected|individual|people|subject|patient|customer|template|letter -form -ico;
      notification individual|affected|data_subject|customer incident|breach;
      letter affected|individuals|people|patient breach|incident|data; article 34; duty candour; candour;
      customer incident|breach notification|template|letter|notice;
      telling people|individuals|patients|customers|affected breach|affected|incident; data_subject notification; breach letter;
      incident|breach @notice|email *0.7; apology`,
    says: `
      we are writing to tell you; affected individuals; people affected; individuals affected; told the people;
      high risk to; rights and freedoms; what this means for you; we are sorry; apologise; what you can do; dear`,
  },
  '6.2.1': {
    titles: `
      malware; antimalware; antivirus; anti virus|malware; endpoint protection|security|detection|console|defence; virus;
      edr|xdr; defender *0.9; av report|status|console|policy; threat detection|prevention|protection -intelligence *0.9;
      sophos|crowdstrike|sentinelone|malwarebytes|bitdefender|webroot|eset|kaspersky|mcafee|norton; malicious code|software`,
    columns: `
      device|endpoint|machine|host + antivirus|malware|antimalware|definition|protection|defender|agent|scan;
      definitions|signature + device|endpoint|host`,
    says: `
      anti-malware; antivirus; definitions; real-time protection; quarantined; endpoint protection; malware; signature;
      devices protected; threats found; last scan; Defender; tamper protection`,
  },
  '6.2.6': {
    titles: `
      phish -training -awareness -incident; suspicious email|mail;
      phishing report|count|stats|statistics|simulation|test|exercise|campaign|number|result; simulated phishing;
      reported email|phish; dodgy|junk|odd|strange|fake|scam|suspect email|mail|messages;
      phish numbers|monthly|month|count|tally; knowbe4|hoxhunt|phishme|gophish`,
    columns: `
      month + phish|suspicious|reported|emails; phish + reported|clicked|count|number; month + reported;
      month + reported|button|clicked|practice`,
    says: `
      phishing emails; reported phishing; suspicious emails; phishing reports; report button; emails reported;
      per month; clicked; simulation; reported with the button; fake emails; scam; practice mails; forwarded to`,
  },
  '6.3.1': {
    titles: `
      known vulnerability|weakness; annual|yearly incident|security statement|return|summary|declaration *0.8;
      nil return -access -supplier *0.7; incident nil|none|annual statement|return|declaration -supplier -access;
      exploit vulnerability; incident summary|statement|return annual|statement|nil|yearly|year *0.8`,
    says: `
      known vulnerability; known vulnerabilities; publicly known; no security incident; no incidents; nil return;
      unpatched; exploited; caused by a known; published vulnerability; in the last twelve months;
      weakness that was already known; already known; known weakness; None in the period`,
  },
  '6.3.2': {
    titles: `
      public|free|cafe|coffee|hotel|train|guest|unsecured|open wifi|hotspot|internet|network;
      wifi|hotspot -router -password -passwords -default -diagram -guest_network -security *0.7;
      remote working|worker|access policy|guidance|procedure|guide -paper *0.9; remote_working; home working|worker -paper;
      homeworking; hybrid working; working away|remotely|anywhere|travel|cafe|train|home;
      travel|travelling security|data|device|laptop|working|policy *0.8; vpn policy|guidance|use *0.7;
      working train|cafe|hotel|road|airport; away from office|desk -paper -papers *0.7`,
    says: `
      public Wi-Fi; coffee shop; cafes; hotel; trains; free Wi-Fi; use your phone as a hotspot; tether; phone hotspot;
      unsecured networks; public networks; working from home; untrusted network; hotspot; VPN`,
  },
  '6.3.5': {
    titles: `
      repeat|recurring|recurrence|reoccurrence incident|breach|analysis|event|vulnerability; incident trend; same twice;
      problem management *0.6`,
    says: `
      repeat incident; no repeats; same vulnerability; three calendar months; within three months; recurred;
      happened again; recurring; twice; happened twice; same weakness`,
  },
  '7.1.1': {
    titles: `
      asset register|list|inventory|log|export -information -disposal -medical -critical -owner -data;
      hardware software|register|inventory|list|asset;
      software register|inventory|list|asset|licence|catalogue -development -support -unsupported;
      it|digital|ict asset|inventory|equipment -disposal -management_policy; it inventory|assets; cmdb;
      configuration_management_database; saas|cloud|application|system list|register|inventory|services -status *0.9; hw sw;
      sbom; bill_materials; equipment|kit list|register|inventory *0.7;
      asset @register|log|report -information -disposal -critical *0.8; infrastructure inventory|list *0.7;
      system catalogue|register|overview *0.6; kit|equipment|machines|hardware programs|software|apps`,
    columns: `
      asset + serial|model|tag|make + owner|assigned|user|location; software + version|vendor|licence;
      hardware|software + owner|version|location|reviewed;
      asset|item|name|device + type|category + version|os|operating|model|vendor|make -medical; asset + type + owner;
      application|service|saas + vendor|owner|plan|licence|version`,
    says: `
      hardware and software; asset register; serial; version; laptops; servers; licences; SaaS; software in use;
      MacBook; ThinkPad; last reviewed; make, model; make and model; who has it; programs`,
  },
  '7.1.2': {
    titles: `
      business_continuity -test -exercise -contact -action; bcp|bcm|bcdr -test -exercise -contact -action -actions;
      continuity plan|policy|management|strategy|procedure -test -exercise -action -actions -report;
      disaster_recovery plan|policy|procedure|strategy -test -exercise; dr plan|policy|strategy|procedure -test; drp;
      disaster recovery -test -exercise *0.85; contingency; business_impact_analysis; bia;
      resilience|redundancy policy|plan|strategy|resilience; crisis plan|management|communication; keep going|running|trading;
      emergency plan|procedure -contact *0.8; supply continuity *0.6; recovery plan -test -risk *0.8; outage plan|procedure *0.7;
      if|when|what everything|things|it|office|systems stops|fails|down|lost; keep going|running|trading|service;
      availability policy|plan|management; capacity availability *0.7`,
    says: `
      business continuity; loss of premises; loss of power; power cut; loss of internet; invoke the plan; invocation;
      recovery time objective; RTO; cyber attack; ransomware; scenario; continuity team; minimum service;
      who does what; if the office; stand down; manual workaround; critical activities; back within;
      cannot work as normal; power lost; building lost; held to ransom; if a supplier fails; telling people; first day`,
    columns: `
      service|system|activity + rto|back|recovery + rpo|lose|loss`,
  },
  '7.1.3': {
    titles: `
      incident|cyber resource|retainer|playbook|runbook|team|kit|readiness|preparedness; cyber insurance;
      insurance cyber|certificate|policy|schedule|liability *0.7; playbook; incident runbook|playbook|retainer; csirt|cirt;
      forensic; grab bag|box; ransomware playbook|plan|response|runbook;
      cyber incident|attack|emergency plan|response|pack|readiness *0.8; incident response plan *0.45;
      hacked -pretended -pretend -mock *0.8; evidence handling; incident ready|prepared|readiness;
      ready|prepared attack|hack|breach|incident|emergency; attack|hacked|breach box|kit|help|resources|first_hour`,
    columns: `
      resource + contact|provider|where|supplier; need|resource + where|who|arranged`,
    says: `
      retainer; incident hotline; cyber insurance; insurer; forensic; out of hours; playbook; spare laptop; war room;
      policy number; resources we need; who we would call; incident response team; chain of custody; first hour`,
  },
  '7.1.5': {
    titles: `
      critical asset|system|service|dependency|register|map|list|rating; dependency -software -package -scan -update;
      asset priority|criticality|importance|dependency|tier|ranking|prioritisation; crown jewel; what matters|most important;
      matters most; service tier; single point failure; important system|asset|service; business_impact_analysis *0.7;
      system ranking|importance; what matters|needs_what; relies what; most important systems|services|assets|things`,
    columns: `
      critical|importance|tier|priority|rank + depend|dependency|needs|relies;
      asset|system|service + criticality|importance|tier|rank + depend|dependency|owner|relies; depends_on|dependencies|relies`,
    says: `
      depends on; dependencies; criticality; tier 1; most important; single point of failure; rank; importance;
      relies on; what it needs; crown jewels; leans on; would stop; without it`,
  },
  '7.1.6': {
    titles: `
      asset management|lifecycle|handling|ownership|owner|policy|procedure -information_register -mobile; asset life;
      lifecycle asset|equipment|hardware|device|kit;
      equipment|kit|device lifecycle|issue|return|handover|reuse|policy|refresh -medical *0.8; hardware refresh|lifecycle;
      return_asset; asset handover|transfer|return|reuse|issue; decommission *0.7; asset disposal *0.6; asset @policy|procedure;
      cradle|birth grave; asset inventory management *0.9`,
    columns: `
      asset|device|item + returned|transferred|reissued|reused|status + to|date|from`,
    says: `
      asset owner; lifecycle; life cycle; purchase to disposal; reuse; refresh; obsolete; return of assets; reissued;
      transferred; from purchase; retired; owners of assets; from the day we buy; we replace; every five years; swap;
      bought; sold; passed on`,
  },
  '7.2.1': {
    titles: `
      continuity|bcp|bc|bcm|dr|drp|disaster|recovery|resilience|ransomware|cyber|incident test|exercise|rehearsal|drill|simulation|walkthrough -backup -restore -action -actions -log_action -phishing -penetration;
      tabletop -action -actions; table_top|desktop exercise|test|session|report;
      exercise report|record|debrief|notes|writeup|outcome -action -actions; exercise -action -actions -phishing -training *0.8;
      exercise_in_box; scenario exercise|test|session; failover test|report; disaster_recovery test|exercise|drill;
      simulation -phishing *0.6; war game|gaming;
      rehearsal|practice|practise|dry_run continuity|plan|attack|outage|emergency|disaster|ransomware;
      pretend|mock attack|outage|incident|emergency; pretend|mock|practised hacked|attack|outage|fire|flood|down`,
    columns: `
      exercise + scenario|result|outcome|participants|date; scenario + result|outcome|participants|date -treatment`,
    says: `
      exercise; scenario; participants; took part; tabletop; inject; injects; the plan was tested; facilitator;
      what went well; failover; played; exercise took; lessons; debrief; we pretended; rehearsed; practised; made-up;
      dry run; role-played; at the table; pretended; ransom note; the plan worked; plan mostly worked;
      people took part`,
  },
  '7.2.2': {
    titles: `
      exercise|tabletop|continuity|bcp|dr|drill|debrief action|finding|issue|lesson|improvement|followup|follow;
      after action|exercise; aar; debrief *0.7; dr|continuity|exercise test action|findings|lessons;
      after|from pretend|exercise|rehearsal|drill|tabletop`,
    columns: `
      exercise + action|issue + owner|due|status; issue + action + owner + due|by|when|timescale|target;
      came_out|learned|showed + who|owner + when|due|by|done|closed;
      issue|lesson|finding + action + owner|who + due|when|deadline|status`,
    says: `
      from the exercise; actions from the exercise; exercise actions; exercise findings; raised at the exercise;
      lessons identified; debrief; the exercise showed; exercise; came out of; came up in the exercise; what came out`,
  },
  '7.3.1': {
    titles: `
      backup -restore -restoration -test -tests -testing -immutable -offline -offsite -drill;
      backup policy|procedure|plan|strategy|schedule|standard|report|job|status|statement;
      backup restore|recovery policy|procedure|plan|runbook|standard|guide; backup *0.7; data backup; snapshot *0.7;
      backup retention; copies data|database|systems|nightly|daily -offline -locked *0.8;
      veeam|acronis|datto|backup_job -restore *0.8; copies -locked -hard -paper *0.55`,
    columns: `
      backup + frequency|schedule|retention|kept|often; job|backup + status|result|success|failed + date|size|start -restored;
      system|data|database + backup|backed + how_often|frequency|retention|kept;
      system|data|what + how_often|often|frequency + kept|keep|retention`,
    says: `
      backed up; backups run; nightly; daily backup; snapshots; point-in-time; backup jobs; kept for; backup schedule;
      backup failed; retained for; copies; backup report; order of restore; incremental; copied every night;
      every night; copies are kept; who checks the backup; is copied; copied every; each morning; job ran;
      copy of the database`,
  },
  '7.3.2': {
    titles: `
      emergency contact|phone|number|card; call tree|cascade|sheet|list|round -log;
      contact list|sheet|card|tree|annex -supplier -customer -client -marketing -press; phone|telephone tree|list|cascade;
      contacts -supplier -customer -client -sales *0.8; cascade list; battle box; grab folder|file|bag|sheet;
      red|printed folder|sheet|contact|list *0.7; out_hours contact|list; who call|ring|phone; ring round; who ring|call|phone;
      ring|phone first|who|list|round; wallet card`,
    columns: `
      name|who|contact|organisation + phone|mobile|telephone + email|role|deputy|when|hours -supplier_service;
      phone|mobile|telephone + alternative|backup|home|out|deputy; who|name + day|daytime + night|evening|weekend`,
    says: `
      printed copy; printed copies; paper copy; hard copy; emergency contacts; call tree; ring; grab bag; mobile;
      out of hours; keep at home; copies held by; telephone; who to call; who to ring; on paper; page printed;
      night number; keep in your wallet; mobile numbers; wallet`,
  },
  '7.3.4': {
    titles: `
      restore test|drill|log|record|report|check|exercise|evidence|result|certificate;
      restore @report|log|form|screenshot|register; backup test|verification|drill|validation -policy;
      recovery test|drill -disaster -dr -continuity; test_restore; backup restore log|test|record|results|evidence;
      restore -policy -procedure *0.8; data recovery test|drill; dr test *0.6; disaster_recovery test *0.6;
      bring|brought|getting back data|backup|database; proof|prove backup|restore|copies;
      restore rehearsed|practised|practice|tried;
      rds|database|snapshot|server|veeam restore|recovery test|evidence|drill|restore; bring|brought back`,
    columns: `
      restore + date|result|outcome|test|duration|success; backup|restore + test + result|outcome|success|passed;
      test + backup|database|system + restored|result|duration|recovered`,
    says: `
      restored from; restore test; test restore; restored to; row counts; checksum; data came back;
      restored successfully; restore took; time to restore; records matched; restore completed; were restored;
      was restored; integrity check; brought back; got it back; put back; counted; rows matched;
      compared with the live; counts matched; spare server; last night's copy; to a test; minutes to restore`,
  },
  '7.3.6': {
    titles: `
      immutable|immutability|offline|airgap|offsite|isolated|vault|ransomware_proof backup|copy|storage|recovery|vault; air gap;
      backup offline|immutable|offsite|vault|isolation|architecture|location|storage|protection; object lock;
      backup separate|account|region; where copies|backups live|kept|stored|held; worm;
      where copies|backups live|kept|stored|held|go; locked|offline|safe|separate copy; vault lock;
      veeam|wasabi|backblaze|acronis immutable|offsite|lock|copy|vault`,
    columns: `
      backup|copy + immutable|immutability|offline|lock|account|location`,
    says: `
      object lock; immutable; separate account; another account; different account; off the network; offline;
      air-gapped; not permanently connected; unplugged; cannot be deleted; write once; different region;
      deletion protection; file sync; ransomware could; cannot reach; vault; the copies; offline copy;
      changed or deleted; locked copy; second account; in a safe; disk in; compliance mode; cannot be changed;
      nobody can touch; even we cannot; not attached`,
  },
};
