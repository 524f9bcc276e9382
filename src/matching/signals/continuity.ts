import type { SignalsByRule } from './signal.ts';

/** Standard 7: knowing the assets and keeping going. */
export const CONTINUITY_SIGNALS: SignalsByRule = {
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
      MacBook; ThinkPad; last reviewed; make, model; make and model; who has it; programs; operating system;
      last seen; stocktake; stock take; inventory; asset number; subscription; warranty; purchased; date bought;
      hardware; software titles; applications in use; servers and; laptops and; installed software; software we use;
      cloud services; products we use; item and; kit we have; machines`,
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
      cannot work as normal; power lost; building lost; held to ransom; if a supplier fails; telling people;
      first day; office is lost; lose the office; power fails; power failure; internet goes down; no internet;
      attacker encrypts; systems are encrypted; time to be back; must be back; work by hand; by hand; on paper until;
      duty director; alternative premises; from home; order of recovery; recovery order; tell customers;
      customers are told; flood; fire; plan is invoked; invoked by; activate; continuity lead; ways of working;
      key suppliers fail; staff absence; pandemic; we cannot get into; how we keep going; recovery times; standby`,
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
      policy number; resources we need; who we would call; incident response team; chain of custody; first hour;
      on retainer; clean laptops; spare laptops; playbooks; forensic firm; authority to; may decide to shut;
      cyber line; insurer's; out-of-band; preserve evidence; response team; on call; law enforcement; Action Fraud;
      help we can call; help lined up; who we call; policy covers; incident commander; incident lead; legal advice;
      press; isolate the`,
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
      relies on; what it needs; crown jewels; leans on; would stop; without it; how critical; what it depends on;
      what stops; restore first; impact of loss; if lost; rely on; essential services; most critical;
      critical service; needs first; upstream; priority order; priority of; hours of loss; supporting systems;
      knock-on; top tier`,
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
      bought; sold; passed on; returned when; handed back; entry right; each asset; has an owner; named owner;
      assets are; labelled; asset is; bought through; custody; sold or; bought by; moved to another; at end of life;
      responsible for assets; asset owners; replacement cycle; handed over; returned by`,
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
      people took part; worked through; people met; simulated; observers; facilitated; plan was followed;
      followed the plan; decisions; exercise objectives; the team met; role play; tested the plan; plan was used;
      test of the plan; acted out; who took part; went well; did not go well; timings; we imagined; imaginary;
      played through; rehearsal; what we tried; scenario was`,
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
      lessons identified; debrief; the exercise showed; exercise; came out of; came up in the exercise; what came out;
      after the exercise; exercise of; lessons; points raised; raised by; improvements; recommended; recommendation;
      follow-up; to be done by; done; open; completed since; lessons from; post-exercise; action from; learnt at`,
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
      copy of the database; backed up in full; full copy; each night; hourly; every hour; every ten minutes;
      kept for days; job report; jobs ran; job fails; failed jobs; copies are; copied; how often;
      retention of backups; copied to; copied daily; copied hourly; databases are; transaction logs; backups succeed;
      backups are checked; weekly full; schedule; stores`,
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
      night number; keep in your wallet; mobile numbers; wallet; duty director; phone numbers; telephone number;
      hotline; 0800; support line; laminated; keep this card; at home; printed on; paper list; ring first;
      number to ring; emergency numbers; home number; out-of-hours number; call in this order; copies are held;
      police; alarm company; landlord`,
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
      compared with the live; counts matched; spare server; last night's copy; to a test; minutes to restore;
      isolated instance; test of the restore; took minutes; target of; all matched; rows; records compared; counts;
      backup used; point in time; time taken; verified by; sample of records; came back; data was complete;
      back-up of; opened correctly; files opened; restored files; restored the; recovered`,
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
      nobody can touch; even we cannot; not attached; vault lock; cannot shorten; cannot delete; nobody can delete;
      off-line; disconnected; other region; different credentials; separate credentials; retention lock; tape; tapes;
      rotated; safe; off-site; overwritten for; locked for; attacker; stolen credentials; reach the copies;
      kept apart; write-protected; delete the backups; backups cannot be; deletion needs`,
  },
};
