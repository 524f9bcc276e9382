import type { FactFamily } from './fact-family.ts';
import { claimFrom } from './fact-family.ts';
import { PRODUCTS } from './vocabulary/products.ts';

const EVERYWHERE =
  /\b(?:all|every|each)\b[^.;]{0,30}\b(?:computers?|machines?|laptops?|devices?|endpoints?|workstations?|servers?)\b|\bno other\b/i;
const NOT_OURS =
  /\b(?:suppliers?|vendors?|customers?|e\.g\.|such as|for example|or (?:equivalent|similar)|previously|replaced|formerly|until|removed|migrat\w+|if|may|add-?ons?)\b/i;

/** The product a company says it uses for a job of which it has one: subject is the job, value the product. */
export const products: FactFamily = {
  name: 'products',
  cues: [
    ...['sophos', 'defender', 'crowdstrike', 'eset', 'bitdefender', 'sentinelone', 'malwarebytes', 'micro', 'webroot'],
    ...['norton', 'mcafee', 'kaspersky', 'jira', 'servicedesk', 'zendesk', 'freshdesk', 'servicenow', 'halo', 'rds'],
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 420 || NOT_OURS.test(text) || /\?\s*$|☐/.test(text)) return;
    for (const { job, about, names } of PRODUCTS) {
      if (!about.test(text)) continue;
      const seen = names.filter(([, pattern]) => pattern.test(text));
      const [only] = seen;
      // Two side by side are layers or a choice; one for some machines leaves room for another.
      if (only === undefined || seen.length > 1 || (job === 'anti-malware product' && !EVERYWHERE.test(text))) continue;
      yield claimFrom(statement, text.search(only[1]), setting, {
        type: 'product-in-use',
        subject: job,
        value: only[0],
        confidence: 0.75,
        parts: { shown: only[0] },
      });
    }
  },
};
