import type { SignalsByRule } from './signal.ts';

/** Standards 8 and 9: keeping systems supported, patched, tested and closed. */
export const TECHNOLOGY_SIGNALS: SignalsByRule = {
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
      removable media`,
  },
  '8.1.4': {
    titles: `
      unsupported|supported software|system|status|date|version|end|matrix|list -acceptance -contract -agreement -customer -desk -risk -risk_paper;
      end_life|end_support -acceptance; eol|eos; software support|lifecycle|currency|status|versions;
      legacy system|software|policy|list -acceptance -risk *0.8; obsolete|outdated software|system|list; support_date;
      version check|status|inventory *0.7; unsupported policy|software|procedure -acceptance -accepted *0.9;
      still|out|in_date support; support ends|until|runs|expires|running_out;
      windows_10|windows_server end|eol|retirement|upgrade|plan *0.8; endoflife; in_date;
      out_of_date|outofdate software|systems|list`,
    columns: `
      product|software|system|name|item|component + support|eol|eos|end_life|end_support + version|date|action|until;
      end_support|support_end|supported_until|eol|end_life; version + support|eol|eos`,
    says: `
      end of support; support ends; supported until; end of life; supported by its maker; in support;
      all software is supported; vendor support; extended support; still supported; security updates until;
      still in support; security fixes until; paid support; stops being supported; stops fixing; maker stops;
      runs out of support; supported versions`,
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
      until it is replaced; gets no fixes; no fixes; still run it; fenced off; still need it; because the`,
  },
  '8.3.2': {
    titles: `
      patch|update interval|ring|frequency|cadence|cycle|schedule|days|window|settings; update ring;
      automatic|auto update setting|interval|config; autoupdate; patch_tuesday; how_often|days update|patch`,
    says: `
      update ring; deferral; days between; every seven days; every 7 days; automatic updates; patch wave;
      update interval; rings; between rounds; deadline for installation`,
  },
  '8.3.5': {
    titles: `
      patch -cycle -interval -ring -server; patch management|policy|procedure|compliance|report|status|standard;
      update management|policy|software|security|procedure|report|status -staff -board -meeting -early -weekly *0.8;
      patch vulnerability management|policy|procedure|standard|handling|process; patch vulnerability|management;
      software|security update *0.9; operation security *0.7; windows|mac update|patch *0.7; keep up date software;
      keep up_to_date|uptodate|current|updated software|systems|machines|everything;
      operating procedure it|system|management *0.7; wsus; intune compliance|update *0.6`,
    columns: `
      patch|update|kb + device|system|released|installed|status|date; device|system|host + missing|patch|updates|installed`,
    says: `
      patches; patching; updates are installed; within 14 days; critical updates; security updates; critical patches;
      patch status; missing updates; automatic updates; firmware; patched within; third-party applications;
      installed within`,
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
      alert contact; our domains; threat feed; indicators of compromise`,
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
      only port; from one script; built by script`,
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
      what our servers run`,
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
      severity; weekly scan; exposed to; known exploited; triaged; Dependabot; vulnerabilities; weak spots; weaknesses;
      outside scan; libraries; public lists; published number`,
  },
  '9.1.1': {
    titles: `
      default|factory password|credential;
      router|wifi|switch|firewall|network|access_point password|credential|login|default|admin; router *0.8;
      network device|equipment|kit build|record|password|check|list|default *0.9; network device|equipment *0.6;
      access_point *0.6; out_box settings; box router|wifi|broadband|network|internet;
      router|wifi|switch|firewall changed|keys|logins|label; new|changed password box|router|kit|wifi`,
    columns: `
      device|router|switch|equipment + default|factory|password + changed|date|by; password + changed + device|router|site|model;
      default|factory + changed`,
    says: `
      factory password; factory passwords; default password; default passwords; password was changed;
      passwords were changed; admin password; came with; printed on the; sticker; router; routers; access points;
      switch; broadband; on the label; maker's password; came in the box; as delivered`,
  },
  '9.2.1': {
    titles: `
      penetration -action -remediation -actions -plan_fix; pentest -action -remediation -actions;
      pen test -action -remediation -actions;
      security test|assessment external|independent|report|crest|summary|letter -awareness *0.8; ethical hack;
      ithc|it_health_check; penetration test report|summary|letter|scope|certificate|attestation; crest; red team;
      cyber_essentials_plus *0.7; cyber_essentials certificate *0.6; testers|hackers report|found|summary;
      tried|attempt break|hack in|into; what testers found|said|saw; testers found|came`,
    says: `
      penetration test; the testers; tester; CREST; in scope; grey box; black box; rules of engagement;
      days of testing; executive summary; tested between; findings by severity; the test team; exploited; OSCP`,
  },
  '9.2.3': {
    titles: `
      penetration|pentest action|remediation|fix|plan|tracker|response|followup|finding|retest;
      remediation penetration|pentest|pen|plan|action -risk; retest report|result|letter; retest *0.7;
      fixing|after testers|pentest|test_found|test; fix testers|test_findings`,
    columns: `
      finding + severity + owner + due|fix|status|retest; pen|pentest + fix|action|owner|status;
      finding + fix|action|remediation + owner|status|due`,
    says: `
      pen test findings; reviewed the penetration test; retest; retested; fix by; remediation plan;
      from the penetration test; from the pen test; finding; reviewed by the IT lead; what the testers found;
      fixed and retested`,
  },
  '9.3.1': {
    titles: `
      secure|security development|coding|code|software|sdlc|engineering|lifecycle;
      development security|secure|policy|lifecycle|standard|maintenance|acquisition -plan -learning -people -business;
      sdlc|ssdlc|devsecops; software development|engineering policy|standard|security|lifecycle|practice; owasp;
      web application security|test|scan|policy; application security|test; api security; code review|scan|analysis|quality;
      sast|dast|zap; threat model|modelling; coding standard|guideline; testing qa|quality;
      security testing application|software|policy|procedure *0.8; waf; secure design *0.7; appsec;
      build|write code|software|product safe|safely|secure|securely; safe|safer code|software|coding;
      zap|burp|sonarqube|semgrep|veracode|checkmarx|codeql`,
    columns: `
      control|owasp + application + result|finding; application + scan|sast|dast|test + finding|result|severity`,
    says: `
      OWASP; code review; pull request; pull requests; static analysis; SAST; DAST; secure coding; threat modelling;
      secrets; before release; web application firewall; input validation; cross-site; SQL injection;
      dependency scanning; developers`,
  },
  '9.3.4': {
    titles: `
      dns; domain registrar|name|administrator|account|register|renewal|control|list|management; registrar; nameserver;
      internet domain; domain -learning *0.6; dnssec; web address|names; domains who|own|control|change; internet names`,
    columns: `
      domain + registrar|dns|expires|expiry|renewal|who; dns|zone|nameserver; registrar`,
    says: `
      DNS; registrar; name servers; nameservers; zone; registrar lock; domain names; can change DNS; DNS records;
      domain renewal; DNSSEC; change the records`,
  },
  '9.3.5': {
    titles: `
      ip address|range|plan|register|list|allocation|schema|scheme; ipam; subnet|cidr|vlan; network address|range|register;
      address plan|range|space; addressing; network addresses|numbers|ranges -email -phone -web`,
    columns: `
      range|cidr|subnet|ip + purpose|use|used|owner|location|account|what; ip_address|ip_range|cidr|subnet|vlan`,
    says: `
      IP range; IP ranges; CIDR; subnet; VLAN; public IP; static IP; address range; /24; /16; 10.0.0.0; 192.168;
      address space; VPC`,
  },
  '9.3.6': {
    titles: `
      tls|ssl|https; encryption transit|email|policy|standard|data -device -laptop -disk -backup; cryptography|cryptographic;
      data transit|transfer|transmission encryption|secure|security|policy|protect *0.9;
      secure email|transfer|messaging|communication; email encryption|secure|mta|dmarc; mta_sts|dmarc|spf|dkim;
      encryption -device -laptop -disk -backup -report -status *0.75; cipher|certificate scan|suites *0.8; key management *0.7;
      file transfer; information transfer|exchange policy|procedure; ssl_labs; nhsmail;
      data|email|messages move|moving|travel|way|wire; sending safely|securely|data|email|files;
      encryption policy|standard -device -laptop -disk *0.8`,
    columns: `
      host|domain|endpoint|site|address + tls|grade|protocol|certificate|cipher; tls`,
    says: `
      TLS 1.2; TLS 1.3; TLS; in transit; HTTPS; encrypted in transit; HSTS; cipher suites; secure email; SSL Labs;
      grade A; DMARC; STARTTLS; certificate; on the way; while it travels; encrypted on the way`,
  },
  '9.3.8': {
    titles: `
      medical device|equipment -classification -regulation -software_as; clinical equipment|device|kit; iomt;
      connected device|kit medical|clinical|clinic|register|ward; ward|clinic|bedside|patient kit|device|equipment|monitor;
      diagnostic equipment|device`,
    columns: `
      device + maintenance|maintained|serviced + network|remote|vendor|maker|manufacturer;
      medical|clinical + maker|vendor|manufacturer|maintenance`,
    says: `
      medical device; medical devices; connected to the network; maintenance; maintained by; the maker; remote access;
      clinical; ward; clinic; blood pressure; ECG; spirometer; monitor; infusion`,
  },
  '9.4.4': {
    titles: `
      remediation tracker|log|register|sla|report|timescale|policy -penetration -pentest -pen;
      remediation -penetration -pentest -pen -risk *0.8;
      finding tracker|register|log|closed|report -penetration -pentest -pen -audit_internal;
      security finding|backlog|issue|defects; weakness tracker|log|register|fix; fix time|tracker|log|list; assurance finding;
      vulnerability remediation|disclosure|fix *0.8; security debt|backlog; fixing weaknesses|findings|flaws|holes;
      weak|weakness|holes closed|fixed|when|tracked`,
    columns: `
      finding|weakness|issue|vulnerability + severity|priority|rating + closed|fixed|due|status|owner;
      finding + source + severity|owner|due; weakness + source|found + fixed|closed|due`,
    says: `
      time to fix; fixed within; findings from; closed findings; overdue findings; verified; prioritised; remediation;
      fix verified; source of finding; ranked; weaknesses; gone in; how fast we fix; weakness found; found by; how bad;
      closed on`,
  },
  '9.5.1': {
    titles: `
      software|application installation|allowlist|whitelist|control|approved|restriction|request|allow -development;
      approved software|application|list; allowlist|whitelist; application control; local admin; shadow it; applocker|wdac;
      standard user; installing software|apps; what|who may|can install; allowed|permitted app|software|programs;
      workstation policy|standard|security *0.6; approved software|application list|register|catalogue;
      ask|before install|download`,
    columns: `
      software|application + approved|allowed|requested + by|date|reason|decision`,
    says: `
      install software; installing software; local admin; local administrator; standard user; standard users;
      approved software; allow list; allow-list; AppLocker; app store; blocked from; cannot install; software requests;
      only IT can install; cannot be installed; ask for software; ask IT; refuse programs; programs; on the list;
      not on the list`,
  },
  '9.5.2': {
    titles: `
      device|laptop|disk|drive|endpoint|usb|portable|mobile|tablet|computer encryption|bitlocker|filevault; bitlocker|filevault;
      encryption status|report|compliance|export|check -transit -tls; full disk; encryption rest;
      encrypted device|laptop|drive|usb|media; encryption policy|standard|data *0.8; cryptography *0.85;
      encryption @report|screenshot|log|register -tls; scrambled|locked disk|drives|laptop; disk protection|protected;
      intune|jamf|mdm|kandji compliance|encryption|device *0.8; device compliance *0.8`,
    columns: `
      device|laptop|serial|host|asset + encryption|bitlocker|filevault|disk; bitlocker|filevault;
      encryption + device|user|status`,
    says: `
      full disk encryption; BitLocker; FileVault; encrypted; encryption is on; recovery key; recovery keys;
      laptops are encrypted; device encryption; AES-256; at rest; disk encryption; USB`,
  },
  '9.5.3': {
    titles: `
      change management|control|log|request|procedure|policy|record|register|form|advisory|process -organisational -role -price;
      change_request|rfc; cab minute|meeting; changes -price -role -staff -notice_pricing *0.6;
      release management|process|procedure|log|checklist|record -press -note -notes; deployment log|record|approval *0.7;
      configuration management|control; cicd|ci_cd *0.7; rollback; network change; how change live|systems|things;
      changes live|production|made|diary|book; operating procedure|instructions it|system|management *0.6; operational change;
      jira change *0.8`,
    columns: `
      change + approved|approver|requested|requester; change + date|planned|implemented + rollback|result|risk|outcome|status;
      release|deployment|deployed|version + approved|approver|date|by + result|change|rollback`,
    says: `
      change request; changes are approved; approved by; roll back; rollback; emergency change; change advisory;
      change log; tested before; pull request; deployment; pipeline; back-out; configuration is kept`,
  },
  '9.6.1': {
    titles: `
      firewall -web_application -password;
      firewall network|security|policy|standard|rules|review|configuration|management -password;
      network diagram|map|topology|architecture|segmentation|boundary|perimeter; boundary protection|firewall|defence|security;
      perimeter; network security *0.75; infrastructure diagram|architecture|overview *0.8;
      architecture diagram|network|infrastructure -backup -software *0.7; security group; network *0.35; infrastructure *0.5;
      ingress|dmz; edge|wall network|cloud|office; faces|facing internet;
      security_group|waf|nsg|firewall export|rules|review|config; where walls|edges|boundary|firewall`,
    columns: `
      rule|port + source|destination|protocol|inbound|direction|allow; firewall|rule + port|source|reviewed|purpose|action`,
    says: `
      firewall; firewalls; inbound; inbound rules; boundary; security groups; network boundary; default deny; ports;
      perimeter; DMZ; network diagram; private subnet; load balancer; denied by default; lets in; blocks everything;
      everything else is blocked; from outside; only 443`,
  },
};
