import type { SignalsByRule } from './signal.ts';

/** Standards 8 and 9: keeping systems supported, patched, tested and closed. */
export const TECHNOLOGY_SIGNALS: SignalsByRule = {
  '8.1.2': {
    titles: ['laptop|laptops|phone|phones|tablet|usb|device|devices|endpoint list|register|inventory|log|issue|issued|out|tracker|allocation|export|holder -medical -encryption -personal -lost -mfa', 'device register|inventory|list|log|allocation|assignment|issue -medical -encryption -own', 'end_user device', 'removable media|storage register|log|inventory|list|policy|control', 'usb|memory stick|register|log|policy|drive', 'removable media', 'kit issue|issued|list|out|allocation|holder', 'equipment issue|issued|allocation|loan|log', 'loan equipment|laptop|device|kit', 'mdm export|inventory|list', 'device @register|log -medical -encryption', 'who laptop|laptops|device|devices|phone|phones|kit|which', 'laptops|phones|devices|kit lent|loaned|given|handed|signed'],
    columns: ['device|laptop|type|item|asset ; serial|tag|identifier|imei ; holder|issued|assigned|user|who|returned', 'holder|issued|assigned ; device|laptop|phone|item|serial', 'imei|serial ; issued|returned|holder|user', 'usb|media|stick ; holder|issued|serial', 'serial ; returned|since|issued|lent'],
    says: ['issued to', 'holder', 'serial number', 'returned', 'laptop', 'phone', 'tablet', 'memory stick', 'USB', 'signed for', 'IMEI', 'removable media'],
  },
  '8.1.4': {
    titles: ['unsupported|supported|support software|system|systems|status|date|dates|version|versions|end|matrix|list -acceptance -contract -agreement -customer -desk -risk -risk_paper', 'end_life|end_support -acceptance', 'eol|eos', 'software support|supported|lifecycle|currency|status|versions', 'legacy system|software|policy|list -acceptance -risk *0.8', 'obsolete|outdated software|system|list', 'support_date|support_dates', 'version check|status|inventory *0.7', 'unsupported policy|software|procedure -acceptance -accepted *0.9', 'still|out|in_date support|supported', 'support|supported ends|until|runs|expires|running_out'],
    columns: ['product|software|system|name|item|component ; support|eol|eos|end_life|end_support|supported ; version|date|action|until', 'end_support|support_end|support_ends|supported_until|eol|end_life', 'version ; support|supported|eol|eos'],
    says: ['end of support', 'support ends', 'supported until', 'end of life', 'supported by its maker', 'in support', 'all software is supported', 'vendor support', 'extended support', 'still supported', 'security updates until', 'still in support', 'security fixes until', 'paid support', 'stops being supported'],
  },
  '8.2.1': {
    titles: ['risk acceptance|accepted|accept|waiver|exception -mfa', 'unsupported|legacy|obsolete|old|eol|end_life risk|paper|acceptance|accepted|exception|system|systems|things|kit *0.9', 'old things|systems|software|kit|still', 'still run|running|use|using|have', 'legacy risk|acceptance|system *0.9', 'technical debt *0.6', 'risk waiver', 'exception register|paper|list|log -mfa *0.7', 'old|ageing server|servers|systems|machine|machines|box -list *0.9', 'still on|use|using|run|running old|windows|legacy'],
    columns: ['unsupported|legacy|system|product|software ; risk ; accepted|acceptance|approved|approver|why|reason|mitigation|control|until', 'system|item ; why|reason ; risk ; accepted|plan|action|end|replace|replaced'],
    says: ['risk is accepted', 'accepted the risk', 'unsupported', 'no longer supported', 'still used because', 'why we still', 'compensating controls', 'will be replaced', 'replace by', 'legacy', 'out of support', 'no longer receives', 'isolated', 'still run', 'accepted by', 'cannot yet move', 'why we keep', 'kept apart', 'no longer gets fixes', 'last updates', 'until it is replaced'],
  },
  '8.3.2': {
    titles: ['patch|update|updates interval|ring|rings|frequency|cadence|cycle|schedule|days|window|settings', 'update ring|rings', 'automatic|auto update|updates setting|settings|interval|config|configuration', 'autoupdate', 'patch_tuesday', 'how_often|days update|updates|patch|patches'],
    says: ['update ring', 'deferral', 'days between', 'every seven days', 'every 7 days', 'automatic updates', 'patch wave', 'update interval', 'rings', 'between rounds', 'deadline for installation'],
  },
  '8.3.5': {
    titles: ['patch|patching -cycle -interval -ring -server', 'patch management|policy|procedure|compliance|report|status|standard', 'update|updates management|policy|software|security|procedure|report|status -staff -board -meeting -early -weekly *0.8', 'patch|patching vulnerability|vulnerabilities management|policy|procedure|standard|handling|process', 'patch vulnerability|management|vulnerabilities', 'software|security update|updates *0.9', 'operation|operations security *0.7', 'windows|mac update|updates|patch *0.7', 'keep up date software', 'keep|keeping up_to_date|uptodate|current|updated software|systems|machines|everything'],
    columns: ['patch|update|kb ; device|system|released|installed|status|date', 'device|system|host ; missing|patch|patched|updates|installed'],
    says: ['patches', 'patching', 'updates are installed', 'within 14 days', 'critical updates', 'security updates', 'critical patches', 'patch status', 'missing updates', 'automatic updates', 'firmware', 'patched within', 'third-party applications', 'installed within'],
  },
  '8.3.8': {
    titles: ['early warning|warnings', 'early_warning', 'ncsc alert|alerts|registration|service|sign|signup|warning|mynsc|myncsc', 'myncsc', 'cyber|threat|security alert|alerts|advisory|bulletin|intelligence|notification|handling -incident *0.8', 'threat intelligence', 'active cyber defence', 'carecert|high_severity alert|alerts'],
    columns: ['alert ; received|date ; action|done|handled|outcome'],
    says: ['Early Warning', 'NCSC', 'MyNCSC', 'threat intelligence', 'alerts from the NCSC', 'signed up to', 'alert received', 'alert contact', 'our domains', 'threat feed', 'indicators of compromise'],
  },
  '8.4.1': {
    titles: ['hardening|harden', 'secure|security configuration|build|baseline|config -development', 'build standard|guide|baseline|sheet', 'configuration baseline|standard|hardening|secure|review|check', 'cis benchmark', 'baseline security|configuration|build|server', 'cloud security|configuration|posture|controls|standard -provider -supplier', 'server|servers|infrastructure|cloud|azure|aws|gcp|kubernetes|container|m365|microsoft365|office365|google_workspace security|hardening|build|configuration|baseline|gap|posture', 'microsoft 365|security|office *0.8', 'terraform|iac *0.7', 'cspm', 'infrastructure security|protection|gap *0.8', 'gold|golden image', 'secure score', 'how|what build|built|lock|locked servers|server|machines|cloud', 'locking|locked down servers|server|cloud|systems'],
    columns: ['setting|control|benchmark|check ; baseline|configured|status|result|value|standard', 'iam|policy|role ; resource|service|permission -job -person'],
    says: ['hardened', 'hardening', 'CIS benchmark', 'baseline', 'unused services', 'services are switched off', 'default accounts removed', 'secure configuration', 'golden image', 'infrastructure as code', 'build standard', 'locked down', 'configuration drift', 'security group', 'base image', 'never by hand', 'only the ports', 'jump box', 'drift', 'from our image', 'closed unless', 'not installed', 'server starts'],
  },
  '8.4.2': {
    titles: ['server|servers|infrastructure|database|cloud|component|platform patch|patching|version|versions|support|supported|update|updates', 'infrastructure component|components|inventory|patch|version', 'operating_system version|versions', 'server patch', 'runtime|database|base_image version|versions', 'hosting patch|support *0.7', 'package inventory'],
    columns: ['server|component|host|database ; version|os|operating ; patched|patch|support|supported|updated', 'component ; version ; patched|last|support'],
    says: ['last patched', 'LTS', 'kernel', 'runtime version', 'database version', 'managed service', 'the provider patches', 'supported release', 'shared responsibility', 'base image', 'server patching', 'operating system version'],
  },
  '8.4.3': {
    titles: ['vulnerability -incident -known -disclosure', 'vulnerability|vulnerabilities|vuln|vulns scan|scanning|management|report|assessment|register|tracker|handling|policy|procedure|test', 'vuln|vulns', 'scan report|result|results -tls -ssl *0.7', 'dependency|dependencies|sca|snyk|dependabot|trivy scan|scanning|report|alerts|audit', 'cve', 'external scan', 'vulnerability disclosure *0.7', 'exposure known|management', 'weak|known spots|spot|holes', 'finding|find weaknesses|holes|bugs|flaws'],
    columns: ['cve', 'cvss', 'vulnerability ; severity|system|status|component|fixed', 'finding ; cvss|cve ; fixed|status|component'],
    says: ['vulnerability scan', 'scans run', 'CVEs', 'CVE', 'scanner', 'scanning', 'published vulnerabilities', 'dependency alerts', 'severity', 'weekly scan', 'exposed to', 'known exploited', 'triaged', 'Dependabot', 'vulnerabilities', 'weak spots', 'weaknesses', 'outside scan', 'libraries', 'public lists', 'published number'],
  },
  '9.1.1': {
    titles: ['default|factory password|passwords|credential|credentials', 'router|routers|wifi|switch|firewall|network|wireless|access_point password|passwords|credential|login|default|admin', 'router *0.8', 'network device|equipment|kit build|record|password|passwords|check|list|default *0.9', 'network device|equipment *0.6', 'access_point *0.6', 'out_box settings', 'box|boxes router|wifi|broadband|network|internet', 'router|routers|wifi|switch|firewall changed|keys|logins|label'],
    columns: ['device|router|switch|equipment ; default|factory|password ; changed|date|by', 'password ; changed ; device|router|site|model', 'default|factory ; changed'],
    says: ['factory password', 'factory passwords', 'default password', 'default passwords', 'password was changed', 'passwords were changed', 'admin password', 'came with', 'printed on the', 'sticker', 'router', 'routers', 'access points', 'switch', 'broadband', 'on the label', 'maker\'s password', 'came in the box', 'as delivered'],
  },
  '9.2.1': {
    titles: ['penetration -action -remediation -actions -plan_fix', 'pentest -action -remediation -actions', 'pen test -action -remediation -actions', 'security test|testing|assessment external|independent|report|crest|summary|letter -awareness *0.8', 'ethical hack|hacking', 'ithc|it_health_check', 'penetration test|testing report|summary|letter|scope|certificate|attestation', 'crest', 'red team', 'cyber_essentials_plus *0.7', 'cyber_essentials certificate *0.6', 'testers|hackers report|found|summary', 'tried|attempt break|hack in|into'],
    says: ['penetration test', 'the testers', 'tester', 'CREST', 'in scope', 'grey box', 'black box', 'rules of engagement', 'days of testing', 'executive summary', 'tested between', 'findings by severity', 'the test team', 'exploited', 'OSCP'],
  },
  '9.2.3': {
    titles: ['penetration|pentest|pen_test action|actions|remediation|fix|fixes|plan|tracker|response|followup|finding|findings|retest', 'remediation penetration|pentest|pen|plan|action -risk', 'retest report|result|letter', 'retest *0.7', 'fixing|fixes|after testers|pentest|test_found|test', 'what testers found|said'],
    columns: ['finding ; severity ; owner ; due|fix|status|retest', 'pen|pentest ; fix|action|owner|status', 'finding ; fix|action|remediation ; owner|status|due'],
    says: ['pen test findings', 'reviewed the penetration test', 'retest', 'retested', 'fix by', 'remediation plan', 'from the penetration test', 'from the pen test', 'finding', 'reviewed by the IT lead', 'what the testers found', 'fixed and retested'],
  },
  '9.3.1': {
    titles: ['secure|security development|coding|code|software|sdlc|engineering|lifecycle', 'development security|secure|policy|lifecycle|standard|maintenance|acquisition -plan -learning -people -business', 'sdlc|ssdlc|devsecops', 'software development|engineering policy|standard|security|lifecycle|practice', 'owasp', 'web application|app security|test|scan|policy', 'application security|test', 'api security', 'code review|scan|scanning|analysis|quality', 'sast|dast|zap', 'threat model|modelling|modeling', 'coding standard|guideline|guidelines', 'testing qa|quality', 'security testing|test application|software|policy|procedure *0.8', 'waf', 'secure design *0.7', 'appsec', 'build|building|write|writing code|software|product safe|safely|secure|securely', 'safe|safer code|software|coding'],
    columns: ['control|owasp ; application|app ; result|finding', 'application ; scan|sast|dast|test ; finding|result|severity'],
    says: ['OWASP', 'code review', 'pull request', 'pull requests', 'static analysis', 'SAST', 'DAST', 'secure coding', 'threat modelling', 'secrets', 'before release', 'web application firewall', 'input validation', 'cross-site', 'SQL injection', 'dependency scanning', 'developers'],
  },
  '9.3.4': {
    titles: ['dns', 'domain registrar|name|names|administrator|account|admin|register|renewal|control|list|management', 'registrar', 'nameserver', 'internet domain|domains', 'domain -learning *0.6', 'dnssec', 'web address|addresses|names', 'domains who|own|control|change', 'internet names'],
    columns: ['domain ; registrar|dns|expires|expiry|renewal|who', 'dns|zone|nameserver', 'registrar'],
    says: ['DNS', 'registrar', 'name servers', 'nameservers', 'zone', 'registrar lock', 'domain names', 'can change DNS', 'DNS records', 'domain renewal', 'DNSSEC', 'change the records'],
  },
  '9.3.5': {
    titles: ['ip address|addresses|range|ranges|plan|register|list|allocation|schema|scheme', 'ipam', 'subnet|subnets|cidr|vlan|vlans', 'network address|addresses|range|ranges|register|addressing', 'address plan|range|space|ranges', 'addressing', 'our|network addresses|numbers|ranges -email -phone -web'],
    columns: ['range|cidr|subnet|ip ; purpose|use|used|owner|location|account|what', 'ip_address|ip_range|cidr|subnet|vlan'],
    says: ['IP range', 'IP ranges', 'CIDR', 'subnet', 'VLAN', 'public IP', 'static IP', 'address range', '/24', '/16', '10.0.0.0', '192.168', 'address space', 'VPC'],
  },
  '9.3.6': {
    titles: ['tls|ssl|https', 'encryption transit|email|policy|standard|data -device -laptop -disk -backup', 'cryptography|cryptographic', 'data transit|transfer|transmission encryption|encrypted|secure|security|policy|protect *0.9', 'secure email|transfer|messaging|communication', 'email encryption|secure|mta|dmarc|encrypted', 'mta_sts|dmarc|spf|dkim', 'encryption -device -laptop -disk -backup -report -status *0.75', 'cipher|certificate scan|suites *0.8', 'key management *0.7', 'file transfer', 'information transfer|exchange policy|procedure', 'ssl_labs', 'nhsmail', 'data|email|messages move|moves|moving|travel|travels|way|wire', 'sending|send safely|securely|data|email|files'],
    columns: ['host|domain|endpoint|site|address ; tls|grade|protocol|certificate|cipher', 'tls'],
    says: ['TLS 1.2', 'TLS 1.3', 'TLS', 'in transit', 'HTTPS', 'encrypted in transit', 'HSTS', 'cipher suites', 'secure email', 'SSL Labs', 'grade A', 'DMARC', 'STARTTLS', 'certificate'],
  },
  '9.3.8': {
    titles: ['medical device|devices|equipment -classification -regulation -software_as', 'clinical equipment|device|devices|kit', 'iomt', 'connected device|devices|kit medical|clinical|clinic|register|ward', 'ward|clinic|bedside|patient kit|device|devices|equipment|monitor|monitors', 'diagnostic equipment|device'],
    columns: ['device ; maintenance|maintained|serviced ; network|remote|vendor|maker|manufacturer|supplier', 'medical|clinical ; maker|vendor|manufacturer|maintenance'],
    says: ['medical device', 'medical devices', 'connected to the network', 'maintenance', 'maintained by', 'the maker', 'remote access', 'clinical', 'ward', 'clinic', 'blood pressure', 'ECG', 'spirometer', 'monitor', 'infusion'],
  },
  '9.4.4': {
    titles: ['remediation tracker|log|register|sla|report|timescale|policy -penetration -pentest -pen', 'remediation -penetration -pentest -pen -risk *0.8', 'finding|findings tracker|register|log|closed|report -penetration -pentest -pen -audit_internal', 'security finding|findings|backlog|issue|issues|defects', 'weakness|weaknesses tracker|log|register|fix|fixes|fixed', 'fix time|times|tracker|log|list', 'assurance finding|findings', 'vulnerability remediation|disclosure|fix *0.8', 'security debt|backlog', 'fixing|fixes weaknesses|findings|flaws|holes'],
    columns: ['finding|weakness|issue|vulnerability ; severity|priority|rating ; closed|fixed|due|status|owner', 'finding ; source ; severity|owner|due', 'weakness ; source|found ; fixed|closed|due'],
    says: ['time to fix', 'fixed within', 'findings from', 'closed findings', 'overdue findings', 'verified', 'prioritised', 'remediation', 'fix verified', 'source of finding', 'ranked', 'weaknesses', 'gone in', 'how fast we fix', 'weakness found'],
  },
  '9.5.1': {
    titles: ['software|application|app installation|install|installs|installing|allowlist|whitelist|control|controls|approved|restriction|request|allow|whitelisting -development', 'approved software|application|applications|apps|list', 'allowlist|whitelist|allowlisting|whitelisting', 'application control', 'local admin|administrator', 'shadow it', 'applocker|wdac', 'standard user', 'installing software|apps', 'what|who may|can install|installed', 'allowed|permitted app|apps|application|software|programs'],
    columns: ['software|application ; approved|allowed|requested ; by|date|reason|decision'],
    says: ['install software', 'installing software', 'local admin', 'local administrator', 'standard user', 'standard users', 'approved software', 'allow list', 'allow-list', 'AppLocker', 'app store', 'blocked from', 'cannot install', 'software requests', 'only IT can install', 'cannot be installed', 'ask for software'],
  },
  '9.5.2': {
    titles: ['device|laptop|laptops|disk|drive|endpoint|usb|portable|mobile|tablet|computer encryption|encrypted|encrypt|bitlocker|filevault', 'bitlocker|filevault', 'encryption status|report|compliance|export|check -transit -tls', 'full disk', 'encryption rest', 'encrypted device|devices|laptop|laptops|drive|usb|media', 'encryption policy|standard|data *0.8', 'cryptography *0.85', 'encryption @report|screenshot|log|register -tls', 'scrambled|locked disk|disks|drives|laptop|laptops', 'disk protection|protected'],
    columns: ['device|laptop|serial|host|asset ; encryption|encrypted|bitlocker|filevault|disk', 'bitlocker|filevault', 'encryption|encrypted ; device|user|status'],
    says: ['full disk encryption', 'BitLocker', 'FileVault', 'encrypted', 'encryption is on', 'recovery key', 'recovery keys', 'laptops are encrypted', 'device encryption', 'AES-256', 'at rest', 'disk encryption', 'USB'],
  },
  '9.5.3': {
    titles: ['change management|control|log|request|procedure|policy|record|register|form|advisory|process -organisational -role -price', 'change_request|rfc', 'cab minute|meeting|minutes', 'changes -price -role -staff -notice_pricing *0.6', 'release management|process|procedure|log|checklist|record -press -note -notes', 'deployment log|record|approval|approvals *0.7', 'configuration management|control', 'cicd|ci_cd *0.7', 'rollback', 'network change', 'how change|changing live|systems|things|system', 'changes live|production|made|diary|book'],
    columns: ['change ; approved|approver|approval|requested|requester', 'change ; date|planned|implemented ; rollback|result|risk|outcome|status', 'release|deployment|deployed|version ; approved|approver|date|by ; result|change|rollback'],
    says: ['change request', 'changes are approved', 'approved by', 'roll back', 'rollback', 'emergency change', 'change advisory', 'change log', 'tested before', 'pull request', 'deployment', 'pipeline', 'back-out', 'configuration is kept'],
  },
  '9.6.1': {
    titles: ['firewall -web_application -password', 'firewall network|security|policy|standard|rules|rule|review|configuration|management -password', 'network diagram|map|topology|architecture|segmentation|boundary|perimeter', 'boundary protection|firewall|defence|security', 'perimeter', 'network security *0.75', 'infrastructure diagram|architecture|overview *0.8', 'architecture diagram|network|infrastructure -backup -software *0.7', 'security group|groups', 'network *0.35', 'infrastructure *0.5', 'ingress|dmz', 'edge|edges|wall|walls network|cloud|office', 'faces|facing internet'],
    columns: ['rule|port|ports ; source|destination|protocol|inbound|direction|allow', 'firewall|rule ; port|source|reviewed|purpose|action'],
    says: ['firewall', 'firewalls', 'inbound', 'inbound rules', 'boundary', 'security groups', 'network boundary', 'default deny', 'ports', 'perimeter', 'DMZ', 'network diagram', 'private subnet', 'load balancer', 'denied by default'],
  },
};
