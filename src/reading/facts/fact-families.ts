import { accessSettings } from './access-settings.ts';
import { accounts } from './accounts.ts';
import { assetCounts } from './asset-counts.ts';
import { automaticUpdates } from './automatic-updates.ts';
import { backupRules } from './backup-rules.ts';
import { breachNotices } from './breach-notices.ts';
import { certificates } from './certificates.ts';
import { controls } from './controls.ts';
import { coverage } from './coverage.ts';
import { documentIndex } from './document-index.ts';
import { encryption } from './encryption.ts';
import { events } from './events.ts';
import type { FactFamily } from './fact-family.ts';
import { furtherAnswers } from './further-answers.ts';
import { hosting } from './hosting.ts';
import { incidents } from './incidents.ts';
import { leaverAccess } from './leaver-access.ts';
import { mfa } from './mfa.ts';
import { openReviews } from './open-reviews.ts';
import { patching } from './patching.ts';
import { people } from './people.ts';
import { practices } from './practices.ts';
import { products } from './products.ts';
import { recordClaims } from './record-claims.ts';
import { recoveryTargets } from './recovery-targets.ts';
import { registerSizes } from './register-sizes.ts';
import { registrations } from './registrations.ts';
import { responsibilities } from './responsibilities.ts';
import { retention } from './retention.ts';
import { reviewCycles } from './review-cycles.ts';
import { roleHolders } from './role-holders.ts';
import { suppliers } from './suppliers.ts';
import { tableClaims } from './table-claims.ts';
import { trackedItems } from './tracked-items.ts';
import { training } from './training.ts';

/** Every family of facts. A new family is written in its own file and added here. */
export const FACT_FAMILIES: readonly FactFamily[] = [
  roleHolders,
  people,
  training,
  registrations,
  certificates,
  documentIndex,
  retention,
  hosting,
  suppliers,
  breachNotices,
  recoveryTargets,
  backupRules,
  events,
  mfa,
  accessSettings,
  patching,
  automaticUpdates,
  encryption,
  reviewCycles,
  openReviews,
  incidents,
  assetCounts,
  coverage,
  controls,
  practices,
  products,
  tableClaims,
  trackedItems,
  responsibilities,
  accounts,
  leaverAccess,
  furtherAnswers,
  recordClaims,
  registerSizes,
];
