/** Products of which a company uses one for a job, by the job. */
export const PRODUCTS: readonly {
  readonly job: string;
  readonly about: RegExp;
  readonly names: readonly (readonly [string, RegExp])[];
}[] = [
  {
    job: 'anti-malware product',
    about: /\b(?:anti-?(?:virus|malware)|endpoint|protection|protects?|installed|runs?)\b/i,
    names: [
      ['Sophos', /\bsophos\b/i],
      ['Microsoft Defender', /\b(?:microsoft |windows )?defender\b/i],
      ['CrowdStrike', /\bcrowdstrike\b/i],
      ['ESET', /\bESET\b/],
      ['Bitdefender', /\bbitdefender\b/i],
      ['SentinelOne', /\bsentinelone\b/i],
      ['Malwarebytes', /\bmalwarebytes\b/i],
      ['Trend Micro', /\btrend micro\b/i],
      ['Webroot', /\bwebroot\b/i],
      ['Norton', /\bnorton\b/i],
      ['McAfee', /\bmcafee\b/i],
      ['Kaspersky', /\bkaspersky\b/i],
    ],
  },
  {
    job: 'ticketing system',
    about: /\b(?:tickets?|ticketing|help ?desk|service ?desk) (?:system|tool|platform)\b/i,
    names: [
      ['Jira', /\bjira\b/i],
      ['ServiceDesk', /\bservice ?desk(?= ticketing)\b/i],
      ['Zendesk', /\bzendesk\b/i],
      ['Freshdesk', /\bfreshdesk\b/i],
      ['ServiceNow', /\bservicenow\b/i],
      ['HaloITSM', /\bhalo(?: ?itsm)?\b/i],
    ],
  },
  {
    job: 'database of the managed service',
    about: /\bRDS\b/,
    names: [
      ['MySQL', /\bRDS (?:multi-az )?mysql\b|\bmysql RDS\b/i],
      ['MariaDB', /\bRDS (?:multi-az )?mariadb\b|\bmariadb RDS\b/i],
      ['PostgreSQL', /\bRDS (?:multi-az )?postgres(?:ql)?\b|\bpostgres(?:ql)? RDS\b/i],
      ['SQL Server', /\bRDS (?:multi-az )?sql server\b/i],
    ],
  },
];
