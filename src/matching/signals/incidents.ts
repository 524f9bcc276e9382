import type { SignalsByRule } from './signal.ts';

/** Standards 5 and 6: reviews of processes, responding to incidents. */
export const INCIDENT_SIGNALS: SignalsByRule = {
  '5.1.1': {
    titles: `
      lesson learned -exercise -test; capa *0.7; nonconformity|nonconformance report|record *0.7; root cause; rca; post incident|breach|mortem review|report|analysis; postmortem;
      postincident;
      incident review|lookback|investigation|report|retrospective -policy -plan -procedure -supplier -form -log -template -repeat *0.8;
      incident|breach|inc lookback|retrospective|learning|aftermath; near_miss review|analysis|report|learning -log;
      process review *0.8; five whys; why happened; what went wrong -now -if -tell -suppliers; learning incident|breach|event;
      looking back; learned from_mistake|mistake|breach|incident`,
    says: `
      root cause; lessons learned; what happened; why it happened; what we changed; timeline; contributory; five whys;
      near miss; workaround; process was changed; to stop it happening again; the process that; post-incident review;
      went wrong; looking back; what we saw; did it hold; what let it happen; why did; the way work was really done;
      to stop it; turned it off; added a check; happened because; sent to the wrong; cause; underlying cause; why was;
      the process was; what we learned; learned; was changed; changed since; effectiveness; human error;
      review of the incident; after the incident; corrected process; checked that the change; prevent a repeat;
      prevented; blameless; sequence of events; what went well; procedure changed; incident of; lesson; near-miss;
      contributing; process amended`,
    columns: `
      cause|root_cause + change|lesson|fix -severity -reported_ico`,
  },
  '5.2.1': {
    titles: `
      action tracker|log|list|register|plan -exercise -continuity -penetration -pen -pentest -finding -findings -incident -bcp -dr -treatment *0.9;
      actions -exercise -continuity *0.6; improvement plan|log|register|tracker|policy|programme;
      continual|continuous improvement; management review|meeting -risk -breach; management_meeting;
      board|director|leadership|management|senior minute|meeting -risk -breach -mfa -siro *0.7;
      board|director|leadership|management|senior report|paper|pack|update|briefing -risk -breach -mfa -siro *0.5;
      ig|information_governance|governance|security|isms|quality group|committee|board|meeting|forum -term -charter -membership *0.8;
      corrective action|preventive; capa *0.6; capa log|register|tracker|policy|procedure|list; security metric|kpi|kpis|dashboard *0.8; kpi *0.6; board @minutes *0.7;
      progress report security|ig|improvement *0.8; steering|forum|committee|ig_group minute|meeting|notes *0.8; escalation *0.6;
      things|what said|agreed|promised do|done; jobs|tasks|to_do open|list|outstanding|agreed *0.7`,
    columns: `
      action + owner|who|assigned + due|deadline|target|by + status|done|complete|closed|progress; action + owner + status;
      action|task + who|owner + when|by_when|due; improvement + owner|action + status|due`,
    says: `
      actions; open actions; actions from last meeting; overdue; escalated; reported to the board; progress;
      matters arising; RAG; carried forward; due date; present; apologies; process problems; action tracker;
      management meeting; improvement; read out at; said we would; still open; done by; last meeting;
      previous meeting; next meeting; in the room; in attendance; minutes of; minutes agreed; chair; action owners;
      late actions; reported progress; actions closed; actions open; agreed that; it was agreed; noted; meeting held;
      meeting closed; any other business; AOB; open items; date of next; actions gone through; escalated to; behind;
      standing items; improvement actions`,
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
      straight away; tell the; decides whether; must hear; who decides; reporting a mistake; hear about it;
      tell the Data Protection Officer; reported at once; report at once; at once; must be reported;
      sent to the wrong person; loss of; incident form; report form; incident reference; entered in the log;
      reportable; is it reportable; notifiable; reported to the ICO; who to tell; tell your; what to do; severity;
      contain; contained; date discovered; discovered; reported by; reported through; when discovered;
      incident number; types of incident; how many people; describe what happened; person reporting;
      details of the incident; personal data involved; lost or; suspect`,
  },
  '6.1.2': {
    titles: `
      breach|incident management|board|director|siro informed|told|approval|sign|minutes|notification|briefing -policy -procedure -plan *0.9;
      breach|incident board|directors|siro|extraordinary; incident|breach @minutes; incident closure|approval;
      board|directors told|informed breach|incident; directors|board note|paper|told|heard lost|breach|incident|leak`,
    says: `
      the board was told; directors were told; directors were informed; approved the actions; reported to the SIRO;
      informed of the breach; approved the remedial; extraordinary meeting; the SIRO approved; directors heard;
      approved the fixes; approved the three; the directors heard; heard of the breach; board was told; told on;
      told of; directors approved; board approved; remedial steps; remedial actions; informed the directors;
      the SIRO was told; reported to the directors; board noted; directors noted; reported the breach;
      breach was discussed; discussed the incident; incident was reported to the board; agreed the actions`,
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
      high risk to; rights and freedoms; what this means for you; we are sorry; apologise; what you can do; dear;
      I am writing; writing to tell; writing to let; your name; your appointment; very sorry; another patient;
      letter to patients; patients were told; told those; told the patients; wrote to the people;
      wrote to the patients; people concerned; what it means; to you; if you are worried; contact us; we apologise;
      apology; affected were told`,
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
      anti-malware; antivirus; definitions; real-time protection; quarantined; endpoint protection; malware;
      signature; devices protected; threats found; last scan; Defender; tamper protection; endpoints; protected;
      definitions older; real-time scanning; real-time; quarantine; scanning on; healthy; sensor; agent; signatures;
      threats; threats blocked; not seen; last seen; detections; devices reporting; virus; clean; all devices;
      out-of-date definitions; protection on; anti-virus; scans`,
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
      per month; clicked; simulation; reported with the button; fake emails; scam; practice mails; forwarded to;
      messages sent in; sent in; test mail; reported it; malicious; lures; genuine; truly; false alarm; forwarded;
      suspicious messages; report phish; reported messages; phish; phishing test; practice phishing; mails reported;
      sent to the mailbox; phishing mailbox; how many reported; caught out`,
  },
  '6.3.1': {
    titles: `
      known vulnerability|weakness; annual|yearly incident|security statement|return|summary|declaration *0.8;
      nil return -access -supplier *0.7; incident nil|none|annual statement|return|declaration -supplier -access;
      exploit vulnerability; incident summary|statement|return annual|statement|nil|yearly|year *0.8`,
    says: `
      known vulnerability; known vulnerabilities; publicly known; no security incident; no incidents; nil return;
      unpatched; exploited; caused by a known; published vulnerability; in the last twelve months;
      weakness that was already known; already known; known weakness; None in the period; incidents of the year;
      looked through all incidents; a fix was available; fix had been published; already published; already public;
      caused by a vulnerability; no incident was; none of them was; vulnerability exploited; weakness already;
      publicly known weakness; declared; brought about; exploited a; published warning; patch was available; cause was`,
  },
  '6.3.2': {
    titles: `
      public|free|cafe|coffee|hotel|train|guest|unsecured|open wifi|hotspot|internet|network;
      wifi|hotspot -router -password -passwords -default -diagram -guest_network -security *0.7;
      remote working|worker|access policy|guidance|procedure|guide -paper *0.75; remote_working *0.75;
      home working|worker -paper *0.75;
      homeworking *0.75; hybrid working *0.75; working away|remotely|anywhere|travel|cafe|train|home;
      travel|travelling security|data|device|laptop|working|policy *0.8; vpn policy|guidance|use *0.7;
      working train|cafe|hotel|road|airport; away from office|desk -paper -papers *0.7`,
    says: `
      public Wi-Fi; coffee shop; cafes; hotel; trains; free Wi-Fi; use your phone as a hotspot; tether; phone hotspot;
      unsecured networks; public networks; working from home; untrusted network; hotspot; VPN; tethering; hotels;
      airports; on trains; unknown networks; do not connect; public network; wifi in; free wifi; open wifi;
      mobile data; phone's data; networks you do not; other people's wifi; guest wifi; do not join; never join;
      shared wifi; working on the move; away from the office; library wifi; unprotected`,
  },
  '6.3.5': {
    titles: `
      repeat|recurring|recurrence|reoccurrence incident|breach|analysis|event|vulnerability; incident trend; same twice;
      problem management *0.6`,
    says: `
      repeat incident; no repeats; same vulnerability; three calendar months; within three months; recurred;
      happened again; recurring; twice; happened twice; same weakness; three months; the same cause; second time;
      come back; came back; repeated; a repeat; again within; compared quarter; none recurred; did not recur;
      caught twice; another incident; no weakness`,
  },
};
