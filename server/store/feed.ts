/** Tells listeners within this process that something was recorded. Keeps nothing but the listeners. */

export interface Feed {
  /** Returns the function that ends the listening. */
  listen(topic: string, listener: (seq: number) => void): () => void;
  publish(topic: string, seq: number): void;
  /** Resolves when what is recorded from now on is heard, or cannot be heard for now. */
  ready(): Promise<void>;
}

/** Returns a feed with no listeners. A listener that throws does not keep the others from hearing. */
export function createFeed(): Feed {
  const listeners = new Map<string, Set<(seq: number) => void>>();
  return {
    listen(topic, listener) {
      const own = listeners.get(topic) ?? new Set();
      listeners.set(topic, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(topic) === own) listeners.delete(topic);
      };
    },
    async ready() {},
    publish(topic, seq) {
      for (const listener of [...(listeners.get(topic) ?? [])]) {
        try {
          listener(seq);
        } catch {
          // The connection behind it is gone; its own closing takes it off the list.
        }
      }
    },
  };
}
