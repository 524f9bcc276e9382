/** Values held in memory up to a weight, those used last. */
export type RecentlyUsed<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly put: (key: string, value: Value, weight: number) => void;
  /** Lets go of everything whose key begins so. */
  readonly drop: (start: string) => void;
};

/** A value heavier than `most` is not held at all. */
export function recentlyUsed<Value>(most: number): RecentlyUsed<Value> {
  const held = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  const letGo = (key: string) => {
    total -= held.get(key)?.weight ?? 0;
    held.delete(key);
  };
  return {
    get: (key) => {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    put: (key, value, weight) => {
      letGo(key);
      if (weight > most) return;
      held.set(key, { value, weight });
      total += weight;
      for (const oldest of held.keys()) {
        if (total <= most) break;
        letGo(oldest);
      }
    },
    drop: (start) => {
      for (const key of [...held.keys()]) if (key.startsWith(start)) letGo(key);
    },
  };
}
