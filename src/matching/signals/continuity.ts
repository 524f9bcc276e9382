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
