import type { SignalsByRule } from './signal.ts';

/** Standard 8: keeping systems supported, patched and known. */
export const UPKEEP_SIGNALS: SignalsByRule = {
  '8.1.2': {
    titles: `
      laptop|phone|tablet|usb|device|endpoint list|register|inventory|log|issue|out|tracker|allocation|export|holder -medical -encryption -personal -lost -mfa -wipe -disposal;
      device register|inventory|list|log|allocation|assignment|issue -medical -encryption -own; end_user device;
      removable media|storage register|log|inventory|list|policy|control; usb|memory stick|register|log|policy|drive;
      removable media; kit issue|list|out|allocation|holder; equipment issue|allocation|loan|log;
      loan equipment|laptop|device|kit; mdm export|inventory|list; device @register|log -medical -encryption;
      who laptop|device|phone|kit|which; laptops|phones|devices|kit lent|loaned|given|handed|signed`,
    columns: `
      device|laptop|type|item|asset + serial|tag|identifier|imei + holder|issued|assigned|user|who|returned;
      holder|issued|assigned + device|laptop|phone|item|serial; imei|serial + issued|returned|holder|user;
      usb|media|stick + holder|issued|serial; serial + returned|since|issued|lent`,
    says: `
      issued to; holder; serial number; returned; laptop; phone; tablet; memory stick; USB; signed for; IMEI;
      removable media; who has it; given; given out; handed out; issued; memory sticks; tablets; on loan; in store;
      in stock; spare; assigned to; serial; whose; lost devices; held by; devices issued; devices in use; removable;
      with whom; handed back on`,
  },
  '8.1.4': {
    titles: `
      unsupported|supported software|system|status|date|version|end|matrix|list -acceptance -contract -agreement -customer -desk -risk -risk_paper;
      end_life|end_support -acceptance; eol|eos; software support|lifecycle|currency|status|versions;
      legacy system|software|policy|list -acceptance -risk *0.8; obsolete|outdated software|system|list; support_date;
      version check|status|inventory *0.7; unsupported policy|software|procedure -acceptance -accepted *0.9;
      still|out|in_date support; support ends|until|runs|expires|running_out;
      windows_10|windows_server end|eol|retirement|upgrade|plan *0.8; endoflife; in_date;
      out_of_date|outofdate software|systems|list; software|system|product list|register|inventory *0.5`,
    columns: `
      product|software|system|name|item|component + support|eol|eos|end_life|end_support + version|date|action|until;
      end_support|support_end|supported_until|eol|end_life; version + support|eol|eos`,
    says: `
      end of support; support ends; supported until; end of life; supported by its maker; in support;
      all software is supported; vendor support; extended support; still supported; security updates until;
      still in support; security fixes until; paid support; stops being supported; stops fixing; maker stops;
      runs out of support; supported versions; ends support; support date; out of support; end-of-life date;
      upgrade due; move to; to be replaced; maker's support; maker supports; version in use; versions in use;
      what is supported; products; no longer supported; reaches end of life; vendor ends; retired by; sunset`,
  },
  '8.2.1': {
    titles: `
      risk acceptance|waiver|exception -mfa;
      unsupported|legacy|obsolete|old|eol|end_life risk|paper|acceptance|exception|system|things|kit *0.9;
      old things|systems|software|kit|still; still run|use|using|have; legacy risk|acceptance|system *0.9; technical debt *0.6;
      risk waiver; exception register|paper|list|log -mfa *0.7; old|ageing server|systems|machine|box -list *0.9;
      still use|using|run old|windows|legacy`,
    columns: `
      unsupported|legacy|system|product|software + risk + accepted|approved|approver|why|reason|mitigation|control|until;
      system|item + why|reason + risk + accepted|plan|action|end|replace`,
    says: `
      risk is accepted; accepted the risk; unsupported; no longer supported; still used because; why we still;
      compensating controls; will be replaced; replace by; legacy; out of support; no longer receives; isolated;
      still run; accepted by; cannot yet move; why we keep; kept apart; no longer gets fixes; last updates;
      until it is replaced; gets no fixes; no fixes; still run it; fenced off; still need it; because the;
      no longer fixes; gets no updates; cannot be replaced; replacement is; cut off from; risk until; accept the risk;
      accept until; asked to accept; old system; kept because; why it is still; still needed; runs on; end of support;
      support ended; what could go wrong; what we do meanwhile; migrate; migration; own subnet; no route;
      until replaced; directors accept; decision of; cannot be upgraded; exposure is`,
  },
  '8.3.2': {
    titles: `
      patch|update interval|ring|frequency|cadence|cycle|schedule|days|window|settings; update ring;
      automatic|auto update setting|interval|config; autoupdate; patch_tuesday; how_often|days update|patch`,
    says: `
      update ring; deferral; days between; every seven days; every 7 days; automatic updates; patch wave;
      update interval; rings; between rounds; deadline for installation; deferred; deadline; restart; round;
      rounds of updates; check in; days apart; grace period; pilot; pilot ring; broad ring; quality updates;
      feature updates; update policy; interval; every week; weekly updates; automatic installation; active hours;
      updates every`,
  },
  '8.3.5': {
    titles: `
      patch -cycle -interval -ring -server; patch management|policy|procedure|compliance|report|status|standard;
      update management|policy|software|security|procedure|report|status -staff -board -meeting -early -weekly *0.8;
      patch|update|fix vulnerability management|policy|procedure|standard|handling|process; patch vulnerability|management;
      update vulnerability;
      software|security update *0.9; operation security *0.7; windows|mac update|patch *0.7; keep up date software;
      keep up_to_date|uptodate|current|updated software|systems|machines|everything;
      operating procedure it|system|management *0.7; wsus; intune compliance|update *0.6`,
    columns: `
      patch|update|kb + device|system|released|installed|status|date; device|system|host + missing|patch|updates|installed`,
    says: `
      patches; patching; updates are installed; within 14 days; critical updates; security updates; critical patches;
      patch status; missing updates; automatic updates; firmware; patched within; third-party applications;
      installed within; fixes are; critical fixes; fourteen days; go on within; updates are automatic; automatically;
      that are behind; are behind; monthly report; patches are; applied within; emergency patch; maintenance window;
      days of release; released by; updates installed; patched; out-of-date software; install updates;
      high and critical; updates to; browsers; applications are updated; latest version`,
  },
  '8.3.8': {
    titles: `
      early warning; early_warning; ncsc alert|registration|service|sign|signup|warning|mynsc|myncsc; myncsc;
      cyber|threat|security alert|advisory|bulletin|intelligence|notification|handling -incident *0.8; threat intelligence;
      active cyber defence; carecert|high_severity alert; cisp *0.8`,
    columns: `
      alert + received|date + action|done|handled|outcome`,
    says: `
      Early Warning; NCSC; MyNCSC; threat intelligence; alerts from the NCSC; signed up to; alert received;
      alert contact; our domains; threat feed; indicators of compromise; signing up to; signed up;
      domains and addresses; alerts are; alerts will be; alert was; warnings; notice from; subscribed; acknowledged;
      looked at within; bulletins; acted on; cyber alerts; security bulletin; advisory; alert number; indicator`,
  },
  '8.4.1': {
    titles: `
      hardening; secure|security configuration|build|baseline -development; build standard|guide|baseline|sheet;
      configuration baseline|standard|hardening|secure|review|check; cis benchmark; baseline security|configuration|build|server;
      cloud security|configuration|posture|controls|standard -provider -supplier;
      server|infrastructure|cloud|azure|aws|gcp|kubernetes|container|m365|microsoft365|office365|google_workspace security|hardening|build|configuration|baseline|gap|posture;
      microsoft 365|security|office *0.8; terraform|iac *0.7; cspm; infrastructure security|protection|gap *0.8;
      gold|golden image; secure score; how|what build|built|lock servers|machines|cloud; locking down servers|cloud|systems;
      how server|machine born|built|made|set; server recipe|birth|template|image`,
    columns: `
      setting|control|benchmark|check + baseline|configured|status|result|value|standard;
      iam|policy|role + resource|service|permission -job -person`,
    says: `
      hardened; hardening; CIS benchmark; baseline; unused services; services are switched off;
      default accounts removed; secure configuration; golden image; infrastructure as code; build standard;
      locked down; configuration drift; security group; base image; never by hand; only the ports; jump box; drift;
      from our image; closed unless; not installed; server starts; default accounts gone; nothing running; CIS list;
      only port; from one script; built by script; one image; built from; services not needed; not needed are removed;
      are removed; default accounts; ports; left open; CIS; build; configuration is; IAM; policy as code;
      security hub; root login; SSH; bastion; guardrails; public access; encryption by default; settings are;
      templates; misconfiguration; configuration checks; server builds; security settings; disabled by default;
      unneeded; standard build; cloud accounts; landing zone; tenant settings; checked against; approved image`,
  },
  '8.4.2': {
    titles: `
      server|infrastructure|database|cloud|component|platform patch|version|support|update;
      infrastructure component|inventory|patch|version; operating_system version; server patch;
      runtime|database|base_image version; hosting patch|support *0.7; package inventory`,
    columns: `
      server|component|host|database + version|os|operating + patched|support|updated;
      component + version + patched|last|support`,
    says: `
      last patched; LTS; kernel; runtime version; database version; managed service; the provider patches;
      supported release; shared responsibility; base image; server patching; operating system version; patched when;
      what our servers run; runtime; managed by; container images; rebuilt; nodes; server versions; patched on;
      Ubuntu; PostgreSQL; database engine; RDS; operating systems; hosts; servers are patched; patched by;
      production servers; Linux; server; provider patches; cluster; supported releases; Kubernetes`,
  },
  '8.4.3': {
    titles: `
      vulnerability -incident -known -disclosure;
      vulnerability scan|management|report|assessment|register|tracker|handling|policy|procedure|test; vuln;
      scan report|result -tls -ssl *0.7; dependency|sca|snyk|dependabot|trivy scan|report|alerts|audit; cve; external scan;
      vulnerability disclosure *0.7; exposure known|management; weak|known spots|holes; finding weaknesses|holes|bugs|flaws;
      qualys|nessus|tenable|openvas|rapid7|snyk|trivy|greenbone|inspector|dependabot;
      scan report|results|summary -tls -ssl -virus -zap *0.8`,
    columns: `
      cve; cvss; vulnerability + severity|system|status|component|fixed; finding + cvss|cve + fixed|status|component`,
    says: `
      vulnerability scan; scans run; CVEs; CVE; scanner; scanning; published vulnerabilities; dependency alerts;
      severity; weekly scan; exposed to; known exploited; triaged; Dependabot; vulnerabilities; weak spots;
      weaknesses; outside scan; libraries; public lists; published number; scan; scanned; credentialed;
      authenticated scan; hosts; rescan; advisories; published weaknesses; critical and high; dependencies;
      scan results; scans; weekly; unauthenticated; new vulnerabilities; components with; vulnerable; affected by;
      advisory; vulnerabilities found; monitored for; exposed`,
  },
};
