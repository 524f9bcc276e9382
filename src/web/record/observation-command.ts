import type { Command } from '../../record/decide.ts';
import type { Instant } from '../../record/holdings.ts';
import { observation } from '../../record/kinds/observation.ts';
import type { Observed } from '../../workspace/documents/decisions.ts';

/** What somebody decides about a document for one evidence item. */
export type DocumentVerdict = {
  readonly ref: string;
  readonly document: string;
  readonly verdict: 'shows' | 'does-not-show';
  /** Revision of the verdict that was there when they decided; empty when there was none. */
  readonly seen: string;
  readonly receivedAt: Instant;
  readonly collector: string;
};

/**
 * The change that keeps a verdict on a document for one item; `known` is the decision that counts now. An observation that speaks of several items stays for the
 * others and gets one of its own for this.
 */
export function observationCommand(
  known: Observed | undefined,
  { ref, document, verdict, seen, receivedAt, collector }: DocumentVerdict,
): Command | 'as-it-is' | 'changed-meanwhile' {
  if (known?.data.verdict === verdict) return 'as-it-is';
  if (seen !== String(known?.revision ?? '')) return 'changed-meanwhile';
  const kind = observation.name;
  const fresh = { items: [ref], kind: 'document', verdict, document, receivedAt, collector };
  if (!known) return { do: 'add', kind, data: fresh };
  const change = (data: unknown) => ({ do: 'change' as const, kind, id: known.id, seen: known.revision, data });
  const others = known.data.items.filter((one) => one !== ref);
  if (others.length === 0) return change({ ...known.data, verdict, collector });
  return {
    do: 'together',
    commands: [change({ ...known.data, items: others }), { do: 'add', kind, data: { ...known.data, ...fresh } }],
  };
}
