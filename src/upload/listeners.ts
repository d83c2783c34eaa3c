/** A list of callbacks, and the function that calls them all. */
export interface Listeners {
  notify(): void;
  /** Answers the function that ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

/** No callbacks yet. They are called in the order they came. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    notify() {
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      // A fresh function, so that the same callback twice is two subscriptions.
      const listener = () => onChange();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
