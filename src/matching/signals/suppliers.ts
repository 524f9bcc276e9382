import type { SignalsByRule } from './signal.ts';

/** Standard 10: suppliers. */
export const SUPPLIER_SIGNALS: SignalsByRule = {
  '10.1.2': {
    titles: ['supplier|suppliers|vendor|vendors|third_party|processor|processors|subprocessor|subprocessors|contractor list|register|inventory|contacts|directory|log|listing -incident -assurance -dspt -contract -agreement -emergency', 'subprocessor|subprocessors -agreement -contract', 'supply_chain register|list|map', 'contract register|list *0.8', 'data processor|processors -agreement -contract', 'supplier management *0.6', 'supplier|vendor @register|log -incident -assurance -dspt *0.8', 'who use|uses supplier|suppliers|services', 'key supplier|suppliers', 'who helps|supplies|use|uses us|suppliers|services', 'firms|companies|businesses use|help|helping|buy -test'],
    columns: ['supplier|vendor|processor|subprocessor|company|provider ; service|services|provides|purpose|what ; contact|email|phone|personal|data|location|country', 'supplier|vendor|processor|subprocessor ; contact|email|phone', 'supplier|vendor|processor|subprocessor ; service|purpose|product|provides', 'subprocessor|processor ; location|purpose'],
    says: ['suppliers that handle', 'sub-processors', 'account manager', 'what they provide', 'list of suppliers', 'supplier register', 'contact details', 'hosting provider', 'services provided', 'what they do for us', 'firms we use'],
  },
  '10.2.1': {
    titles: [
      'supplier|vendor|third_party|supply_chain|outsourcing|outsourced|msp|provider|processor assurance|diligence|security|assessment|questionnaire|certificate|certificates|certification|policy|relationship|management|review|risk|audit|governance -incident -contract -list -register -agreement -dspt -risk_register', 'due diligence -slavery', 'vendor|supplier management|policy|relationship|relationships', 'outsourcing', 'cloud service|provider assessment|security|assurance|provider *0.9', 'security questionnaire', 'supplier|vendor certificate|certificates|assurance|evidence|accreditation', 'supplier|vendor @policy|procedure|form|report -incident *0.8', 'third_party risk|security', 'assurance tracker|supplier|register *0.8', 'cyber_essentials|iso_27001|soc2 supplier|suppliers|vendor|hosting', 'supplier|suppliers check|checks|checked|checking|vetting|vetted|proof|safe', 'trust suppliers|supplier'],
    columns: ['supplier|vendor|provider ; certificate|certification|iso|cyber|assurance|accreditation|cert|ce ; expiry|expires|number|valid|scope|status|reference', 'supplier|vendor|provider ; assurance|certificate|certification|iso27001|iso', 'supplier|vendor ; assessed|assessment|risk_rating|due_diligence'],
    says: ['Cyber Essentials', 'ISO 27001', 'SOC 2', 'due diligence', 'supplier certificates', 'certificate expires', 'hold Cyber Essentials', 'supplier assurance', 'G-Cloud', 'security questionnaire', 'suppliers must', 'assessed suppliers', 'certificate number', 'certificate seen', 'certificate valid', 'proof seen', 'valid to'],
  },
  '10.2.2': {
    titles: ['data processing|processor agreement|addendum|contract|term|schedule|terms|annex', 'dpa -dpa_2018 -act', 'processor agreement|contract|contracts|terms', 'processing_agreement', 'article 28', 'controller processor', 'data sharing agreement *0.7', 'scc|sccs|idta', 'standard_contractual_clause', 'supplier|vendor contract|contracts|agreement|agreements|terms|review -shredding *0.9', 'contract review|log|tracker -employment -staff *0.8', 'nda|non_disclosure supplier|partner|customer|mutual|third_party|template -staff -employee -contractor -consultant', 'nda template|mutual *0.9', 'confidentiality agreement -staff -employee *0.7', 'dpa @contract', 'uk_addendum'],
    columns: ['processor|supplier|vendor ; dpa|agreement|article|contract|terms ; signed|date|review|place', 'dpa|article_28|processor_terms', 'contract ; signed|expiry|renewal|review ; supplier|vendor|party'],
    says: ['data processing agreement', 'documented instructions', 'the processor shall', 'the controller', 'the processor', 'sub-processors', 'Article 28', 'deletion or return', 'standard contractual clauses', 'on behalf of the controller', 'audits and inspections', 'the parties', 'processor must'],
  },
  '10.2.5': {
    titles: ['dspt supplier|suppliers|status|search|lookup|lookups|check|checks|vendor|result|results|processor -evidence -answers -readiness -improvement', 'supplier|vendor|subprocessor|processor|hosting dspt|toolkit|standards_met', 'dsp_toolkit search|status|supplier', 'organisation search', 'ods supplier|check|lookup *0.8', 'dspt @screenshot'],
    columns: ['supplier|organisation|vendor|processor ; dspt|ods|standards|toolkit ; status|date|checked|met', 'ods|ods_code ; status|standards|supplier|dspt', 'dspt ; supplier|vendor|status'],
    says: ['Standards Met', 'Standards Exceeded', 'ODS code', 'DSPT status', 'organisation search', 'DSPT', 'checked on', 'toolkit search', 'search result', 'published'],
  },
  '10.3.1': {
    titles: ['supplier|suppliers|vendor|third_party|subprocessor|processor|supply_chain|provider incident|incidents|breach|breaches|outage|outages|event|disputes|nil -policy -procedure', 'supplier|vendor incident log|record|register|return|statement', 'trouble|problems|mishaps|wrong suppliers|supplier'],
    columns: ['supplier|vendor|provider ; incident|happened|breach|outage|event ; date|effect|impact|outcome', 'supplier|vendor ; incident|breach|outage', 'supplier|vendor ; happened|touch|affect|ended'],
    says: ['supplier incident', 'supplier told us', 'incident at', 'their incident', 'outage', 'supplier incidents', 'last two years', 'past two years', 'reported to us by', 'our data was not affected', 'affected us', 'effect on us', 'touch us', 'did it affect us', 'asked each supplier', 'at our suppliers'],
  },
};
