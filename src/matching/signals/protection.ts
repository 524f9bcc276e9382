import type { SignalsByRule } from './signal.ts';

/** Standard 9: testing, hardening and closing systems. */
export const PROTECTION_SIGNALS: SignalsByRule = {
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
      switch; broadband; on the label; maker's password; came in the box; as delivered; maker's passwords;
      passwords were replaced; replaced on installation; changed on installation; changed before; switches;
      routers and; wireless; factory settings; shipped with; default login; admin login; unique to each; network kit;
      admin account renamed; set at installation; changed from; installer`,
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
      days of testing; executive summary; tested between; findings by severity; the test team; exploited; OSCP;
      tested the; consultants; testers; with and without accounts; portal; reproduce; methodology; exploit;
      authenticated testing; external testing; assessor; penetration; tenant; social engineering; out of scope;
      testing window; attempted to; were able to; were unable to; was able to; high, medium and low; one high;
      findings are; application was tested; test dates; credentials were supplied; tested by; escalate privileges`,
  },
  '9.2.3': {
    titles: `
      penetration|pentest action|remediation|fix|plan|tracker|response|followup|finding|retest;
      remediation penetration|pentest|pen|plan|action -risk; retest report|result|letter; retest *0.7;
      fixing|after testers|pentest|test_found|test; fix testers|test_findings`,
    columns: `
      finding + severity + owner + due|fix|status|retest; pen|pentest + fix|action|owner|status;
      finding + fix|action|remediation + owner|status|due; issue|finding|ref + fix|action + retest`,
    says: `
      pen test findings; reviewed the penetration test; retest; retested; fix by; remediation plan;
      from the penetration test; from the pen test; finding; reviewed by the IT lead; what the testers found;
      fixed and retested; fixed; retested on; pen test; tester's; tester; findings; read and agreed;
      agreed by the IT lead; response to the; open findings; accepted; rate limiting; to be fixed by; fix due;
      fix released; read the report; from the test; the report was read; all highs`,
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
      dependency scanning; developers; code is read; second engineer; merged; before it is merged; before merge;
      input is; output encoded; validated; release; repository; build; security tests; branch protection; reviewers;
      reviewed by another; pipeline; coding; every build; session; security requirements; checks its libraries;
      test before release; software is; code is; design review; engineers; parameterised; escaped; linters`,
  },
  '9.3.4': {
    titles: `
      dns; domain registrar|name|administrator|account|register|renewal|control|list|management; registrar; nameserver;
      internet domain; domain -learning *0.6; dnssec; web address|names; domains who|own|control|change; internet names`,
    columns: `
      domain + registrar|dns|expires|expiry|renewal|who; dns|zone|nameserver; registrar`,
    says: `
      DNS; registrar; name servers; nameservers; zone; registrar lock; domain names; can change DNS; DNS records;
      domain renewal; DNSSEC; change the records; can change records; transfer lock; renewal is automatic;
      hardware key; who can change; domains are registered; our domains; domains; domain expires;
      logged in to the registrar; record changes; records changed; name server; TTL; resolver`,
  },
  '9.3.5': {
    titles: `
      ip address|range|plan|register|list|allocation|schema|scheme; ipam; subnet|cidr|vlan; network address|range|register;
      address plan|range|space; addressing; network addresses|numbers|ranges -email -phone -web`,
    columns: `
      range|cidr|subnet|ip + purpose|use|used|owner|location|account|what; ip_address|ip_range|cidr|subnet|vlan`,
    says: `
      IP range; IP ranges; CIDR; subnet; VLAN; public IP; static IP; address range; /24; /16; 10.0.0.0; 192.168;
      address space; VPC; range; ranges; internet line; static addresses; address; region; public address;
      public addresses; NAT; elastic; allocated; addresses are; addresses in use; subnets; address blocks;
      private ranges; last looked at; network blocks; gateway address`,
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
      grade A; DMARC; STARTTLS; certificate; on the way; while it travels; encrypted on the way; in the clear;
      in plain text; web services accept; accepts TLS; older protocols; secure email service; SFTP; mail goes;
      connections are; encrypted connections; weak ciphers; encrypted email; certificates are; traffic is;
      between systems; over the internet; encrypts traffic; protocols; sent encrypted; encrypted link; handshake;
      expires on`,
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
      clinical; ward; clinic; blood pressure; ECG; spirometer; monitor; infusion; infusion pumps; ultrasound;
      serviced by; which network; maker can connect; can connect from outside; clinical engineering;
      devices on the network; scanner modality; DICOM; bedside; ventilator; blood pressure monitor; device maker;
      service contract; clinical devices; imaging; pump`,
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
      finding + source + severity|owner|due; found|finding + bad|severity|rating + fix|fixed|due|closed|fix_by; weakness + source|found + fixed|closed|due`,
    says: `
      time to fix; fixed within; findings from; closed findings; overdue findings; verified; prioritised; remediation;
      fix verified; source of finding; ranked; weaknesses; gone in; how fast we fix; weakness found; found by;
      how bad; closed on; fix by; fixed on; days to fix; overdue; triage; triaged; closed; date found; source;
      remediated; within days; target date; fixes are ranked; critical within; high within; time limits; issues found;
      open issues; fixed in time; verified by; checked; rating; finding`,
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
      approved software; allow list; allow-list; AppLocker; app store; blocked from; cannot install;
      software requests; only IT can install; cannot be installed; ask for software; ask IT; refuse programs;
      programs; on the list; not on the list; install programs; approved list; stopped from running; from running;
      requests are decided; App Control; managed catalogue; notarised; not approved; unapproved software;
      software is requested; browser extensions; app catalogue; requests for software; administrator password;
      company store; installed by IT; install anything; blocked from running; software centre; permitted`,
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
      laptops are encrypted; device encryption; AES-256; at rest; disk encryption; USB; recovery key held; escrowed;
      disk; drives; full-disk; AES; LUKS; XTS; encryption on; all laptops; laptops encrypted; phones are encrypted;
      encrypted by default; key held; encrypted before; unencrypted; protected volumes; device is encrypted`,
  },
  '9.5.3': {
    titles: `
      change management|control|log|request|procedure|policy|record|register|form|advisory|process -organisational -role -price;
      change_request|rfc; cab minute|meeting; changes -price -role -staff -notice_pricing *0.6;
      release management|process|procedure|log|checklist|record -press -note -notes; deployment log|record|approval *0.7;
      configuration management|control; cicd|ci_cd *0.7; rollback; network change; how change live|systems|things;
      changes live|production|made|diary|book; operating procedure|instructions it|system|management *0.6; operational change;
      jira change *0.8; cr|chg|crq *0.7`,
    columns: `
      change + approved|approver|requested|requester; change + date|planned|implemented + rollback|result|risk|outcome|status;
      release|deployment|deployed|version + approved|approver|date|by + result|change|rollback`,
    says: `
      change request; changes are approved; approved by; roll back; rollback; emergency change; change advisory;
      change log; tested before; pull request; deployment; pipeline; back-out; configuration is kept;
      tested in staging; back out; undo; raised by; change number; requested by; class; priority; normal change;
      standard change; planned for; implemented; deployed; checks green; go-live; change is; changes are; the change;
      who approved; release; staging; reverted; revert; approver; downtime expected; risk of the change;
      systems touched; affected systems; ticket; peer`,
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
      everything else is blocked; from outside; only 443; nothing is let in; let in; closed to the outside; ports are;
      every other port; outbound; denied; rules were; rules are; NAT gateway; subnet; meets the internet; behind the;
      network is; traffic from; gateway; filtered; host firewall; web application firewall; rule; public subnet;
      open ports; segments; segment; allowed in; between networks; diagram`,
  },
};
