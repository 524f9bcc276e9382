import type { SignalsByRule } from './signal.ts';

/** Standard 1: who answers for data security, the policies, the checks that they are followed, and the risks. */
export const GOVERNANCE_SIGNALS: SignalsByRule = {
  '1.1.5': {
    titles: `
      siro -training -course -certificate; senior_information_risk_owner -training -course; caldicott -training -course;
      data_protection_officer -training; dpo -training -course; appointment letter|senior|role|security|lead|owner|officer -patient -reminder -messaging -booking;
      letter_appointment; role responsibility|accountability -training *0.9; role appointment;
      governance structure|framework|policy|roles|organogram|charter -outsourcing -supplier -policy_framework *0.9;
      cyber|security|information|data governance -data_protection_policy *0.8;
      information_governance lead|role|structure|framework; group|committee|steering term|charter|membership|constitution;
      ig lead|role|structure|framework|responsibility; term_reference *0.8; accountability;
      job_description security|data|ig|information|lead|dpo|siro|protection; security|isms organisation|leadership|role *0.8;
      raci security|data|information|ig *0.8; appointment director|guardian|board|confirmation|acceptance -patient -reminder -messaging -booking *0.8;
      who responsible|accountable|charge data|security|information|privacy;
      board|director responsibility|lead|champion security|data|cyber; who_does_what;
      who charge|responsible|answers|accountable|leads; named lead|roles|people security|data|ig; hats *0.6`,
    columns: `
      role + holder|name|person + appointed|since|start|deputy;
      role + holder|name|person + responsibility|responsible|accountable`,
    says: `
      senior information risk owner; is appointed; was appointed; hereby appointed; appointed by the board;
      appointed as; holds the role; deputises; deputy; reports to the board; accept this appointment;
      accountable to the board; overall responsibility; board level; caldicott; accountable for information risk;
      board member responsible; confirmed by the board; letter of appointment; named as; takes on the role; role of;
      is our Data Protection Officer; is the SIRO; is our SIRO; responsible for data security; membership; quorum;
      named person; takes over as; stands in for; reports to the board on; accountable director; acts as`,
  },
  '1.3.1': {
    titles: `
      information|data|cyber|it|ict security policy|framework|handbook|manual -incident -supplier -awareness -training;
      infosec policy|framework|handbook; isms policy|framework|manual *0.9; wisp; written information security;
      data_protection policy; gdpr policy|framework|compliance; information_governance policy|framework|handbook|strategy;
      ig policy|framework|handbook; data quality; quality data|record|information policy|procedure|integrity;
      record management|keeping policy *0.9; record_keeping; network security policy|standard;
      data_protection|privacy security policy *0.9; data|information classification|handling|labelling -incident;
      classification policy|scheme|guide *0.9; policy review|approval|register|schedule|tracker|set -index;
      document|documentation control|management policy|procedure|standard *0.9;
      policy|document|controlled_document index|register|list|master|inventory @register|log|other|report *0.8;
      wireless security|policy -public -guest_warning *0.75; communication security policy; data loss prevention|dlp; dlp;
      zero trust; security operation policy *0.75; operation security policy *0.6; legal|regulatory compliance policy *0.8;
      compliance policy *0.7; combined policy; privacy protection policy *0.8;
      staff|employee security|ig|information_governance|cyber handbook *0.7; data_protection|gdpr @policy *0.9;
      information|cyber|security|infosec security|policy @policy *0.4; data handling *0.8; data integrity quality;
      policy approval|review @minutes|register|log|statement; email security policy *0.6;
      artificial|ai policy|security|acceptable *0.35; confidentiality policy;
      privacy management|governance|programme|framework policy|manual|framework *0.8;
      data management policy|standard|procedure *0.8; policy management;
      data|privacy|confidentiality|information policy @policy *0.45; managing|management policies *0.7;
      staff data_security policy; rule_book; rulebook`,
    columns: `
      policy|document + owner + approved|version + review|next;
      policy|document|title + version|issue + approved|approver|review + owner|approved_by|cycle`,
    says: `
      this policy sets out; data quality; accurate and up to date; record keeping; principles of data protection;
      confidentiality, integrity and availability; UK GDPR; Data Protection Act 2018; information security policy;
      data protection policy; network security; policy set; keep records; secure the network; keep data accurate;
      protect personal data; keep information accurate; applies to all staff; this policy applies;
      staff and contractors; policies are approved; approved every year; policies in force; accuracy and completeness;
      accurate and complete; breach of this policy; supporting policies; confidentiality and integrity;
      list of policies; sets out how the company protects; classified as; confidential, internal and public;
      policy is reviewed; version and approval`,
  },
  '1.3.2': {
    titles: `
      spot check; spotcheck; compliance check|audit|walk|walkaround|walkround -supplier -patch; internal audit;
      ig audit|check|walkround|walkabout; confidentiality audit|check; data_protection|gdpr|privacy audit|check|review -impact;
      audit checklist|programme|plan|report|schedule -log -trail -supplier *0.8; isms audit;
      clear_desk|desk check|walk|audit|sweep|inspection; walk round|through|around check; security audit|check *0.8;
      self assessment *0.6; control test|check|effectiveness|assurance *0.8; handling|controls check|review|audit *0.6;
      did|do follow rules|policy; looking|walking round|around office|desks; practice check|audit policy|rules|data;
      walkabout|walkround|walkaround`,
    columns: `
      check + finding|found|result + action; audit + finding|conformity|nonconformity + action;
      area|audit|asked|looked + by|who|auditor + finding|found|result|outcome`,
    says: `
      spot check; we checked; walked; walk-round; clear desk; unlocked screen; non-conformities; minor non-conformity;
      sample of; sampled; what we found; findings and actions; audit programme; internal auditor; auditor;
      we looked at; looked round; went round; visited unannounced; samples taken; what should happen;
      people were asked; screens unlocked; on a desk; left on desks; remind all staff; on the day of the check;
      unannounced; walked the office; on the printer; desks were; desks checked; staff were asked; asked staff;
      staff interviewed; people interviewed; observations; audit scope; audit findings; found unlocked;
      rules are followed; following the rules; passed the check; whiteboard; bins; checked against;
      checks carried out; conforms; opportunity for improvement; do people follow`,
  },
  '1.3.6': {
    titles: `
      risk register|log|list; top risk; three|3|biggest|main|key risk; risk treatment; rtp;
      risk management|framework|policy|strategy|appetite|methodology|procedure|standard -supplier;
      risk assessment|analysis -dpia -supplier -vendor -unsupported -coshh -fire;
      cyber|information|security|ig|data|enterprise|corporate risk -supplier -unsupported -acceptance;
      risk @register|report|minutes|policy|plan|log|procedure -supplier -unsupported -acceptance -legacy *0.75;
      threat assessment|register|landscape *0.7; security|control roadmap|improvement *0.7; what worries|keeps_awake|hurt us;
      threat top|three|biggest|main|ranked|list; siro annual|report|risk report|board *0.8`,
    columns: `
      risk + likelihood|probability; risk + impact + score|rating|level|mitigation|treatment;
      risk + mitigation|treatment|control|action + owner; threat + likelihood|impact|vulnerability`,
    says: `
      top three; three biggest; highest risks; likelihood; risk score; scored; risk appetite; residual; mitigation;
      ransomware; risk owner; treat, tolerate; risk treatment; threats; hurt us most; worries us most; biggest risks;
      what we are doing about; likelihood and impact; inherent; residual risk; controls in place; planned controls;
      heat map; highest scoring; score highest; top risks; biggest; our risks; the risk that; risk is rated; tolerate;
      rated high; risk reviewed; next risk review; threat and`,
  },
};
