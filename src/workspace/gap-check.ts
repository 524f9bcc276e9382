export type { GapCheck } from '../readiness/gap-check.ts';
