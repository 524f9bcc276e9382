import type { SignalsByRule } from './signal.ts';

/** Standard 10: suppliers. */
export const SUPPLIER_SIGNALS: SignalsByRule = {
  '10.1.2': {
    titles: `
      supplier|third_party|processor|subprocessor|contractor list|register|inventory|contacts|directory|log -incident -assurance -dspt -contract -agreement -emergency;
      subprocessor -agreement -contract; supply_chain register|list|map; contract register|list *0.8;
      data processor -agreement -contract; supplier management *0.6; supplier @register|log -incident -assurance -dspt *0.8;
      who use supplier|services; key supplier; who helps|supplies|use us|suppliers|services;
      firms|companies|businesses use|help|buy -test; firms|companies|outsiders see|handle|hold|touch data|patient|personal;
      who else handles|sees|holds|has data|information`,
    columns: `
      supplier|processor|subprocessor|company|provider + service|provides|purpose|what + contact|email|phone|personal|data|location|country;
      supplier|processor|subprocessor + contact|email|phone; supplier|processor|subprocessor + service|purpose|product|provides;
      subprocessor|processor + location|purpose`,
    says: `
      suppliers that handle; sub-processors; account manager; what they provide; list of suppliers; supplier register;
      contact details; hosting provider; services provided; what they do for us; firms we use; who to phone;
      what they do for; firms that; what they do; data they handle; personal data they; contact; telephone; service;
      hosting; sends; company; companies; firm; firms; provides; where they; who we use; main contact; processors;
      their service; support email; data location; suppliers we use; hold our data`,
  },
  '10.2.1': {
    titles: `
      supplier|third_party|supply_chain|outsourcing|msp|provider|processor assurance|diligence|security|assessment|questionnaire|certificate|policy|relationship|management|review|risk|audit|governance -incident -contract -list -register -agreement -dspt -risk_register -clauses;
      due diligence -slavery; vendor management|policy|relationship; outsourcing;
      cloud service|provider assessment|security|assurance|provider *0.9; security questionnaire;
      supplier certificate|assurance|evidence|accreditation; supplier @policy|procedure|form|report -incident *0.8;
      third_party risk|security; assurance tracker|supplier|register *0.8; cyber_essentials|iso_27001|soc2 supplier|hosting;
      supplier check|vetting|proof|safe; trust suppliers; soc 2|report|type; soc2;
      aws|azure|gcp|google|microsoft|hosting|datacentre certificate|soc|iso|assurance|attestation|27001;
      iso_27001|iso27001 certificate *0.75; supplier soc|iso; suppliers good|safe|trusted|fit|secure`,
    columns: `
      supplier|provider + certificate|iso|cyber|assurance|accreditation|cert|ce + expiry|expires|number|valid|scope|status|reference;
      supplier|provider + assurance|certificate|iso27001|iso; supplier + assessed|risk_rating|due_diligence`,
    says: `
      Cyber Essentials; ISO 27001; SOC 2; due diligence; supplier certificates; certificate expires;
      hold Cyber Essentials; supplier assurance; G-Cloud; security questionnaire; suppliers must; assessed suppliers;
      certificate number; certificate seen; certificate valid; proof seen; valid to; Cyber Essentials number;
      runs out; ISO number; certificate runs out; valid until; IT suppliers; IT supplier; scope of the certificate;
      accredited; assessed; questionnaire returned; evidence of; certified; expiry; approved supplier;
      security of suppliers; supplier checks; before we use; we check; proof; certification; new suppliers;
      supplier is; annual check; cloud provider; ask suppliers`,
  },
  '10.2.2': {
    titles: `
      data processing|processor agreement|addendum|contract|term|schedule|annex; dpa -dpa_2018 -act;
      processor agreement|contract|terms; processing_agreement; article 28; controller processor; data sharing agreement *0.7;
      scc|idta; standard_contractual_clause; supplier contract|agreement|terms|review -shredding *0.9;
      contract review|log|tracker -employment -staff *0.8;
      nda|non_disclosure supplier|partner|customer|mutual|third_party|template -staff -employee -contractor -consultant;
      nda template|mutual *0.9; confidentiality agreement -staff -employee *0.7; dpa @contract; uk_addendum;
      security clause|terms|schedule supplier|partner|contract; information|data sharing agreement|protocol *0.9;
      contract clauses supplier|processor; signed|terms firm|processor|hosting|supplier *0.6`,
    columns: `
      processor|supplier + dpa|agreement|article|contract|terms + signed|date|review|place; dpa|article_28|processor_terms;
      contract + signed|expiry|renewal|review + supplier|party`,
    says: `
      data processing agreement; documented instructions; the processor shall; the controller; the processor;
      sub-processors; Article 28; deletion or return; standard contractual clauses; on behalf of the controller;
      audits and inspections; the parties; processor must; written instructions; hand back; delete at the end;
      on our instructions; nobody else without; acts only on; only on documented; Processor; Controller;
      written authorisation; prior written; engages no other; deletes or returns; delete or return;
      requests from data subjects; subject matter; duration of; nature and purpose; this agreement; the agreement;
      parties; audit rights; notify the Controller; liability; governing law; England and Wales; shall ensure;
      confidentiality of; terms signed; data protection terms; processor terms; signed by both;
      technical and organisational measures; Schedule; Customer; the Supplier shall`,
  },
  '10.2.5': {
    titles: `
      dspt supplier|status|search|lookup|check|result|processor -evidence -answers -readiness -improvement;
      supplier|subprocessor|processor|hosting dspt|toolkit|standards_met; dsp_toolkit search|status|supplier;
      organisation search; ods supplier|check|lookup *0.8; dspt @screenshot; supplier dspt status|check|search|list|review;
      dspt status supplier check`,
    columns: `
      supplier|organisation|processor + dspt|ods|standards|toolkit + status|date|checked|met;
      ods|ods_code + status|standards|supplier|dspt; dspt + supplier|status`,
    says: `
      Standards Met; Standards Exceeded; ODS code; DSPT status; organisation search; DSPT; checked on; toolkit search;
      search result; published; Approaching Standards; ODS; toolkit status; their toolkit; supplier's toolkit;
      checked on the toolkit; organisation code; latest submission; last publication; have published; not published;
      completed a toolkit; toolkit website; DSPT of`,
  },
  '10.3.1': {
    titles: `
      supplier|third_party|subprocessor|processor|supply_chain|provider incident|breach|outage|event|disputes|nil -policy -procedure;
      supplier incident log|record|register|return|statement; trouble|problems|mishaps|wrong suppliers`,
    columns: `
      supplier|provider + incident|happened|breach|outage|event + date|effect|impact|outcome; supplier + incident|breach|outage;
      supplier + happened|touch|affect|ended`,
    says: `
      supplier incident; supplier told us; incident at; their incident; outage; supplier incidents; last two years;
      past two years; reported to us by; our data was not affected; affected us; effect on us; touch us;
      did it affect us; asked each supplier; at our suppliers; wrote to each supplier; asked our suppliers;
      asked each; suppliers told us; told us; supplier reported; notified us; their service was down; was down;
      their servers; attack on; none of our data; our data was; no supplier; suppliers had; had an incident;
      incident at a supplier; fault in our; some of your; your messages; your data; affected customers;
      on behalf of our customers; our provider; breach at; they confirmed; incidents at; outage at; at the supplier`,
  },
};
