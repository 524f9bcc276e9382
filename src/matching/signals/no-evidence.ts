/** Titles of papers about the folder itself, in the patterns of `Signals.titles`: they list evidence and are none. */
export const FOLDER_TITLES = `
  readme; policy|document|form|register|template|evidence index|list|catalogue -review -approval -supplier -retention; index *0.6;
  table_contents; contents *0.5; changelog; contributing; document map|tree; compliance framework summary|overview|mapping; framework mapping;
  required policy|document; statement_applicability; soa; compliance matrix|mapping; glossary; folder structure|guide;
  scope isms; answer sheet|workbook|pack|export|spreadsheet; diagrams readme`;

/**
 * Titles of documents that every company holds and no evidence item asks for. One speaks to an item only when its title names
 * evidence as exactly (`Expenses of the ICO registration`).
 */
export const BUSINESS_TITLES = `
  holiday|leave|absence|sickness|vacation -leaver *1.3; annual_leave *1.5; maternity|paternity|parental|adoption|bereavement;
  expense|mileage *1.4; equality|diversity|inclusion; grievance *1.4; whistleblowing|whistle_blowing|speak_up; disciplinary *1.5;
  capability performance; appraisal|performance review|policy|management; recruitment|hiring|vacancy|interview -leaver -exit;
  pension|benefit|salary|pay|bonus|overtime *1.3; health_safety *1.3; wellbeing|welfare; harassment|bullying; fire *1.3;
  coshh|first_aid|accident; safeguarding|child_protection *1.2; values|culture|mission company|team;
  capacity management|planning *0.8; dress code; menopause|lone_working; social_media;
  social|party summer|christmas|event|night|lunch; flexible working; driving|vehicle|fleet;
  marketing|brand|tone_voice|style_guide|press|newsletter|campaign -phishing *1.3; tone voice;
  sales|pipeline|pricing|quote|proposal|bid|tender;
  budget|forecast|invoice|accounts_payable|cashflow|finance|financial|procurement_card; purchase_order;
  terms service|sale|use|business -acceptable *1.2; service_level_agreement; sla -remediation *0.7; uptime|status_page;
  customer contract|agreement|order *0.9; sprint|standup|retro|retrospective *0.8; strategy business|company|growth|product;
  business_plan; okr; travel booking; anti_bribery|bribery|corruption|gift|hospitality; modern_slavery|slavery;
  sanction|export_control *1.3; money_laundering; tax;
  environmental|environment policy|statement|sustainability -physical -security *1.2; sustainability|carbon|net_zero|esg;
  quality policy|manual|management -data -record -integrity; quality_policy -data; iso_9001; complaint|feedback *1.2;
  customer satisfaction|survey; case study; testimonial; instructions use; ifu;
  onboarding customer|client|trust|practice|surgery|hospital|partner|site; go_live|golive guide|plan|customer|checklist; live guide|onboarding;
  price list; tariff; job advert|vacancy|ad; intellectual_property *1.2; copyright|trademark|patent; pci|cardholder *1.3; insurance -cyber;
  articles_association|shareholder; meeting_room|room booking|guide; office move|kitchen|cleaning|parking|plants -security;
  canteen|menu|rota -call; purchasing|procurement -security -supplier *0.8; roadmap -control -controls -security;
  backlog -security; release_note; user guide|manual|story|research; getting_started; api reference|documentation|docs -security;
  developer|dev setup|guide|set|environment|onboarding; deployment guide|runbook|instructions|checklist|steps;
  deploy guide|steps; installation guide|manual; product documentation|guide|specification|brochure|spec|overview;
  data_sheet|datasheet|brochure; feature request|spec|list; architecture decision; ot ics|scada;
  clinical_safety|hazard|dcb0129|dcb0160; accessibility; usability; design system|guide -security -secure -privacy;
  interoperability|fhir; license|mit_license -software; objectives security|isms|quality; security overview|whitepaper|faq|pitch;
  video|webinar|podcast`;
